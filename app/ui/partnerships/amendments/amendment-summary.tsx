import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AmendmentChanges, type ChangedPeriod } from "#app/ui/partnerships/amendments/amendment-changes.tsx";
import { ScenarioChanges, type ShownScenarios } from "#app/ui/partnerships/amendments/scenario-changes.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

export type ProposedAmendment = {
  effectiveFrom: string;
  rationale: string;
  proposedAt: string;
  proposer: ListedParty | null;
  text: string;
  textSha256: string;
  periods: readonly ChangedPeriod[];
};

/** Everything that is signed with an amendment: from when, why, by whom proposed, what changes, and the text itself. */
export function AmendmentSummary(props: {
  amendment: ProposedAmendment;
  totalValueVnd: string | null;
  scenarios: ShownScenarios | null;
  /** of the scenarios */
  csvHref: string;
}) {
  const { lang, t, format } = useLanguage();
  const { amendment } = props;
  return (
    <>
      <Section id="terms" title={t("amendments:propose.terms")}>
        <div className="cols side-r">
          <p className="read">{amendment.rationale}</p>
          <Facts
            facts={[
              { term: t("amendments:open.effectiveFrom"), value: format.date(amendment.effectiveFrom) },
              { term: t("amendments:open.by"), value: amendment.proposer && nameOf(amendment.proposer.names, lang) },
              { term: t("amendments:open.proposedAt"), value: format.dateTime(amendment.proposedAt) },
            ]}
          />
        </div>
      </Section>
      <Section id="changes" title={t("amendments:changes")}>
        <AmendmentChanges periods={amendment.periods} totalValueVnd={props.totalValueVnd} />
      </Section>
      {props.scenarios ? <ScenarioChanges shown={props.scenarios} csvHref={props.csvHref} /> : null}
      <Section id="text" title={t("partnerships:check.text")} aside={t("partnerships:check.textAside")}>
        <p className="s">
          SHA-256: <code>{amendment.textSha256}</code>
        </p>
        <details className="data">
          <summary>{t("partnerships:check.fullText")}</summary>
          <pre className="payload">{amendment.text}</pre>
        </details>
      </Section>
    </>
  );
}
