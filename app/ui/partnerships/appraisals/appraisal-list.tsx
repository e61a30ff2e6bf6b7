import type { ReadAppraisal } from "#app/domain/partnerships/appraisals/appraisal.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";

export type ShownAppraisal = ReadAppraisal & { entry?: { entryNo: number; hash: string } | null };

/** The appraisals of an agreement: who appraised which text, with what outcome and why. */
export function AppraisalList(props: { appraisals: readonly ShownAppraisal[] }) {
  const { lang, t, format } = useLanguage();
  return props.appraisals.map((one) => (
    <div key={one.textSha256}>
      <Facts
        facts={[
          { term: t("appraisals:authority"), value: nameOf(one.authority, lang) },
          { term: t("appraisals:outcome"), value: t(`appraisals:is.${one.outcome ?? "OPEN"}`) },
          { term: t("appraisals:submittedAt"), value: format.dateTime(one.submittedAt) },
          { term: t("appraisals:decidedAt"), value: one.decidedAt && format.dateTime(one.decidedAt) },
          { term: t("appraisals:post"), value: one.post && postWords(one.post) },
          { term: t("appraisals:reason"), value: one.reason },
          {
            term: t("appraisals:text"),
            value: (
              <>
                {one.amendment === null
                  ? t("appraisals:version", { version: String(one.version) })
                  : t("appraisals:ofAmendment", { number: String(one.amendment) })}{" "}
                <code title={one.textSha256}>{shortHash(one.textSha256)}</code>
              </>
            ),
          },
        ]}
      />
      {one.items.length > 0 ? (
        <>
          <h3>{t("appraisals:items")}</h3>
          <ol>
            {one.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </>
      ) : null}
      {one.entry ? (
        <RecordSeal entryNo={one.entry.entryNo} hash={one.entry.hash} statement={t("appraisals:onRecord")} />
      ) : null}
    </div>
  ));

  /** A role code where the profile of who appraised names no post. */
  function postWords(post: string): string {
    return post === "PARTY_REP" ? t("appraisals:officer") : post;
  }
}
