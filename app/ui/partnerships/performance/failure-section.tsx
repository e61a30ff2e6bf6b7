import type { Texts } from "#app/platform/languages/texts.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { Shown, type ShownEvidence, Verdict } from "./verdict.tsx";

type Said = { body: Texts; at: string } | null;

type ShownFailure = {
  number: number;
  party: ListedParty | null;
  onDay: string;
  description: string;
  consequence: string;
  cureOn: string;
  evidenceSha256: string | null;
  evidence: ShownEvidence["evidence"];
  verified: Said;
  cured: Said;
  cureReference: string | null;
  isLate: boolean;
  entryNo: number | null;
  verifiedNo: number | null;
  curedNo: number | null;
};

/** What a party failed to do, what follows from it, whether it was verified, and whether it is cured. */
export function FailureSection(props: { failures: readonly ShownFailure[] }) {
  const { t, format } = useLanguage();
  const { failures } = props;
  return (
    <Section id="failures" title={t("performance:failures")}>
      {failures.length === 0 ? (
        <EmptyState title={t("performance:none.failures")} />
      ) : (
        <StackTable
          caption={t("performance:failures")}
          columns={[
            { label: t("performance:column.day"), heads: true },
            { label: t("performance:column.party") },
            { label: t("performance:column.what") },
            { label: t("performance:column.consequence") },
            { label: t("performance:column.verified") },
            { label: t("performance:column.cure") },
          ]}
          rows={failures.map((failure) => ({
            key: String(failure.number),
            id: `failure-${failure.number}`,
            cells: [
              <time key="day" dateTime={failure.onDay}>
                {format.date(failure.onDay)}
              </time>,
              <PartyCell key="party" party={failure.party} />,
              <span key="what">
                {failure.description} <EntryLink entryNo={failure.entryNo} />
                <Shown by={failure} />
              </span>,
              failure.consequence,
              <span key="verified">
                <Verdict of={failure.verified} none={t("performance:notVerified")} />{" "}
                <EntryLink entryNo={failure.verifiedNo} />
              </span>,
              <Cure key="cure" failure={failure} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function Cure(props: { failure: ShownFailure }) {
  const { t, format } = useLanguage();
  const { cured, cureOn, cureReference, isLate, curedNo } = props.failure;
  if (cured)
    return (
      <>
        {t("performance:cured")}: <Verdict of={cured} none="" /> ({cureReference}) <EntryLink entryNo={curedNo} />
      </>
    );
  return (
    <>
      {t("performance:cureBy", { date: format.date(cureOn) })} {isLate ? <Tag>{t("performance:late")}</Tag> : null}
    </>
  );
}
