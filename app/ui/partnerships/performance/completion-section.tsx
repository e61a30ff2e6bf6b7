import type { Texts } from "#app/platform/languages/texts.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { Shown, type ShownEvidence, Verdict } from "./verdict.tsx";

/** Final statements, the newest first, each with the answer of somebody who is no party. */
export function CompletionSection(props: {
  completions: readonly {
    number: number;
    statement: string;
    evidenceSha256: string | null;
    evidence: ShownEvidence["evidence"];
    proposedAt: string;
    answer: "ACCEPTED" | "RETURNED" | null;
    answerNote: string | null;
    answered: { body: Texts; at: string } | null;
    entryNo: number | null;
    answeredNo: number | null;
  }[];
}) {
  const { t, format } = useLanguage();
  return (
    <Section id="completion" title={t("performance:completion")}>
      <p>{t("performance:completionRule")}</p>
      {props.completions.map(
        ({ number, statement, proposedAt, answer, answerNote, answered, entryNo, answeredNo, ...shown }) => (
          <div className="flow" key={number}>
            <p>
              <Tag>{t(answer ? `performance:judgement.${answer}` : "performance:waiting")}</Tag>{" "}
              {t("performance:proposedOn", { date: format.dateTime(proposedAt) })} <EntryLink entryNo={entryNo} />
              <Shown by={shown} />
            </p>
            <p>{statement}</p>
            {answered ? (
              <p>
                <Verdict of={answered} none="" />: {answerNote} <EntryLink entryNo={answeredNo} />
              </p>
            ) : null}
          </div>
        ),
      )}
    </Section>
  );
}
