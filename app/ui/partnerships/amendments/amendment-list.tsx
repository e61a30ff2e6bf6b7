import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { AmendmentChanges, type ChangedPeriod } from "#app/ui/partnerships/amendments/amendment-changes.tsx";
import { type SignatureRow, SignatureTable } from "#app/ui/partnerships/signature-table.tsx";

export type ShownAmendment = {
  number: number;
  effectiveFrom: string;
  rationale: string;
  textSha256: string;
  endedAt: string | null;
  periods: readonly ChangedPeriod[];
  signatures: readonly SignatureRow[];
  /** its entry of the public record */
  entry: { entryNo: number; hash: string } | null;
};

/** The amendments of a signed agreement, the newest first: why, from when, what changed, who signed. */
export function AmendmentList(props: { amendments: readonly ShownAmendment[]; totalValueVnd: string | null }) {
  const { t, format } = useLanguage();
  if (props.amendments.length === 0) return null;
  return (
    <Section id="amendments" title={t("amendments:title")} aside={t("amendments:aside")}>
      {props.amendments.map((amendment, place) => (
        <details className="data" key={amendment.number} open={place === 0}>
          <summary>
            {t("amendments:one", { number: String(amendment.number) })},{" "}
            {t("amendments:from", { date: format.date(amendment.effectiveFrom) })}
          </summary>
          <p className="read">
            {t("amendments:why")}: {amendment.rationale}
          </p>
          <AmendmentChanges periods={amendment.periods} totalValueVnd={props.totalValueVnd} />
          {amendment.entry ? (
            <RecordSeal
              entryNo={amendment.entry.entryNo}
              hash={amendment.entry.hash}
              statement={t("amendments:signedOn", { date: format.dateTime(amendment.endedAt ?? "") })}
            />
          ) : null}
          <SignatureTable
            caption={t("partnerships:signatures.title")}
            hash={amendment.textSha256}
            rows={amendment.signatures}
          />
        </details>
      ))}
    </Section>
  );
}
