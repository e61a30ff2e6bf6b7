import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import type { AgreementState } from "#app/domain/partnerships/partnership.ts";
import type { AgreementTerms } from "#app/domain/partnerships/terms/terms.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { ShareRibbon, type ShareRibbonProps } from "#app/ui/charts/share-ribbon.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { type ListedParty, PartyList } from "#app/ui/partnerships/party-list.tsx";
import { shareHeadline } from "#app/ui/partnerships/share-headline.ts";
import { SharePeriods, type ShareStretch } from "#app/ui/partnerships/share-periods.tsx";
import { FormSection } from "#app/ui/partnerships/terms/form-section.tsx";
import { TermsFacts } from "#app/ui/partnerships/terms/terms-facts.tsx";

export type SummedAgreement = {
  product: string;
  state: AgreementState;
  version: number;
  from: string;
  lastOn: string | null;
  hasStateMoney: boolean;
  profitConfidential: boolean;
  text: string | null;
  textSha256: string | null;
  /** what it says besides the shares, and the names of the parties by their places */
  terms: AgreementTerms | null;
  form: PartnershipForm;
  placeNames: Readonly<Record<number, string>>;
  parties: readonly ListedParty[];
  stretches: readonly ShareStretch[];
  /** one for each day on which any share changes */
  pictures: readonly { from: string; parties: ShareRibbonProps["parties"] }[];
};

/** Everything that the parties of an agreement sign: who, what, when, every share, and the text itself. */
export function AgreementSummary(props: { agreement: SummedAgreement }) {
  const { t } = useLanguage();
  const { agreement } = props;
  return (
    <>
      <Section id="terms" title={t("partnerships:check.terms")}>
        <div className="cols side-r">
          <PartyList parties={agreement.parties} />
          <Terms agreement={agreement} />
        </div>
      </Section>
      {agreement.pictures.length > 0 ? (
        <Section id="shares-section" title={t("partnerships:shares.title")}>
          <Pictures pictures={agreement.pictures} />
          {agreement.pictures.length > 1 ? (
            <SharePeriods
              caption={t("partnerships:period.title")}
              parties={agreement.parties}
              stretches={agreement.stretches}
            />
          ) : null}
        </Section>
      ) : null}
      <FormSection form={agreement.form} facts={agreement.terms?.form ?? null} sourceHref={null} />
      {agreement.terms ? (
        <Section id="more-terms" title={t("terms:title")}>
          <TermsFacts terms={agreement.terms} names={agreement.placeNames} />
        </Section>
      ) : null}
      {agreement.text && agreement.textSha256 ? (
        <Section id="text" title={t("partnerships:check.text")} aside={t("partnerships:check.textAside")}>
          <p className="s">
            SHA-256: <code>{agreement.textSha256}</code>
          </p>
          <details className="data">
            <summary>{t("partnerships:check.fullText")}</summary>
            <pre className="payload">{agreement.text}</pre>
          </details>
        </Section>
      ) : null}
    </>
  );
}

function Terms(props: { agreement: SummedAgreement }) {
  const { t, format } = useLanguage();
  const { product, from, lastOn, hasStateMoney, profitConfidential, version } = props.agreement;
  const days = lastOn
    ? t("partnerships:period.fromTo", { from: format.date(from), to: format.date(lastOn) })
    : t("partnerships:period.from", { from: format.date(from) });
  return (
    <Facts
      facts={[
        { term: t("partnerships:product"), value: product },
        { term: t("partnerships:field.period"), value: days },
        { term: t("partnerships:field.hasStateMoney"), value: yesOrNo(hasStateMoney) },
        { term: t("partnerships:field.profitConfidential"), value: yesOrNo(profitConfidential) },
        { term: t("partnerships:check.version"), value: format.number(version) },
      ]}
    />
  );

  function yesOrNo(value: boolean): string {
    return t(value ? "partnerships:yes" : "partnerships:no");
  }
}

/** One picture for each day on which any share changes, headed by that day where there are several. */
function Pictures(props: Pick<SummedAgreement, "pictures">) {
  const { t, format } = useLanguage();
  return (
    <>
      {props.pictures.map((picture, place) => {
        const since =
          props.pictures.length > 1 ? `${t("partnerships:period.since", { from: format.date(picture.from) })}: ` : "";
        const parties = picture.parties.map(({ party, shares }) => ({
          house: party.house,
          capital: shares.capital ?? 0,
          risk: shares.risk ?? 0,
          profit: shares.profit,
        }));
        return (
          <ShareRibbon
            key={picture.from}
            id={`shares-${place}`}
            headline={since + shareHeadline(parties, t, format)}
            parties={picture.parties}
          />
        );
      })}
    </>
  );
}
