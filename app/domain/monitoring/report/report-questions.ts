import type { PaperBlock } from "#app/platform/paper/paper.ts";
import { ANSWERS } from "../assessments/template-answers.ts";
import type { ReportAssessment } from "./report.ts";
import { type Told, textOf, written } from "./report-words.ts";

/**
 * How many subjects got each answer to a question (by its place) of the template from both readers alike, in the order of
 * ANSWERS, and last on how many the two differ.
 */
export function tallyOf(assessments: readonly Pick<ReportAssessment, "answers">[], place: number): number[] {
  const pairs = assessments.flatMap(({ answers }) => {
    const [one, two] = [answers[0]?.[place], answers[1]?.[place]];
    return one && two ? [[one, two] as const] : [];
  });
  const alike = ANSWERS.map((answer) => pairs.filter(([one, two]) => one === answer && two === answer).length);
  return [...alike, pairs.filter(([one, two]) => one !== two).length];
}

/** The questions of the template with which the campaign was planned, and how they were answered; nothing without one. */
export function questionBlocks(told: Told): PaperBlock[] {
  const { facts, t, format } = told;
  const { template, assessments } = facts;
  if (!template) return [];
  const caption = t("monitoring:answers.title");
  return [
    { kind: "heading", text: caption },
    {
      kind: "text",
      text: t("papers:report.questions", { name: textOf(told, template.name), number: String(template.number) }),
    },
    {
      kind: "table",
      caption,
      columns: [
        { label: t("papers:report.question"), part: 5 },
        ...ANSWERS.map((answer) => ({ label: t(`monitoring:answers.${answer}`), part: 1.2, isNumber: true })),
        { label: t("papers:report.differ"), part: 1.2, isNumber: true },
      ],
      rows: template.questions.map((question, place) => [
        `${place + 1}. ${written(told, question, template.language)}`,
        ...tallyOf(assessments, place).map((count) => format.number(count)),
      ]),
    },
  ];
}
