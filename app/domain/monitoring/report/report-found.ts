import type { PaperBlock } from "#app/platform/paper/paper.ts";
import { gapOf } from "../assessments/assessment.ts";
import type { ReportFinding, ReportRecommendation } from "./report.ts";
import { facts as factsOf, signed, type Told, written } from "./report-words.ts";

/** The findings, each with its four elements, its evidence and what was corrected since. */
export function findingBlocks(told: Told): PaperBlock[] {
  const { facts, t } = told;
  return [
    { kind: "heading", text: t("monitoring:findings") },
    ...(facts.findings.length === 0 ? [{ kind: "text", text: t("papers:report.noFinding") } as const] : []),
    ...facts.findings.map((finding) => findingFacts(told, finding)),
  ];
}

function findingFacts(told: Told, finding: ReportFinding): PaperBlock {
  const { t } = told;
  const { code, title, language, severity, subjectCode, evidence, errata } = finding;
  const say = (text: string) => written(told, text, language);
  return factsOf(code, [
    [code, `${say(title)}. ${t("monitoring:severityOf", { severity: t(`monitoring:severity.${severity}`) })}`],
    [t("monitoring:field.unitId"), subjectCode ?? t("monitoring:wholeCampaign")],
    [t("monitoring:field.criteria"), say(finding.criteria)],
    [t("monitoring:field.condition"), say(finding.condition)],
    [t("monitoring:field.cause"), say(finding.cause)],
    [t("monitoring:field.effect"), say(finding.effect)],
    [
      t("monitoring:evidence"),
      evidence.map((one) => `${[one.title, one.reference].filter(Boolean).join(", ")} (${one.grade})`).join("; "),
    ],
    [
      t("monitoring:errata"),
      errata.map((one) => `${written(told, one.text, one.language)} (${signed(told, one)})`).join(" "),
    ],
  ]);
}

/** The recommendations, each with what its addressee answered and what the Front saw since. */
export function recommendationBlocks(told: Told): PaperBlock[] {
  const { facts, t } = told;
  return [
    { kind: "heading", text: t("papers:report.recommendations") },
    ...(facts.recommendations.length === 0
      ? [{ kind: "text", text: t("monitoring:recommendationsNone") } as const]
      : []),
    ...facts.recommendations.map((one) => recommendationFacts(told, one)),
  ];
}

function recommendationFacts(told: Told, one: ReportRecommendation): PaperBlock {
  const { t, format } = told;
  const weight = [t(`monitoring:criticality.${one.criticality}`), one.priority ? t("monitoring:priorityTag") : ""];
  return factsOf(one.code, [
    [one.code, written(told, one.text, one.language)],
    [t("papers:report.fromFinding"), one.finding],
    [t("monitoring:addressee"), one.addressee],
    [t("monitoring:field.criticality"), weight.filter(Boolean).join(", ")],
    [t("monitoring:due"), format.date(one.dueOn)],
    [t("monitoring:statusLabel"), t(`monitoring:status.${one.status}`)],
    [t("monitoring:progressLabel"), t(`monitoring:progress.${one.progress}`)],
    [
      t("monitoring:responses"),
      one.responses.map((answer) => answerWords(told, answer)).join(" ") || t("monitoring:responsesNone"),
    ],
    [
      t("monitoring:followUps"),
      one.followUps
        .map(
          (seen) =>
            `${format.date(seen.onDay)}: ${t(`monitoring:status.${seen.verdict}`)}. ${written(told, seen.note, seen.language)} (${signed(told, seen)})`,
        )
        .join(" ") || t("monitoring:followUpsNone"),
    ],
  ]);
}

function answerWords(told: Told, answer: ReportRecommendation["responses"][number]): string {
  const { t, format } = told;
  const said = [answer.reason, answer.plan].filter(Boolean).map((text) => written(told, text, answer.language));
  const target = answer.targetOn ? t("monitoring:target", { date: format.date(answer.targetOn) }) : "";
  const words = [`${t(`monitoring:acceptance.${answer.acceptance}`)}:`, ...said, target].filter(Boolean).join(" ");
  return `${words} (${signed(told, answer)})`;
}

/** Every sampled subject with both voices, in the order of the draw. */
export function annexBlocks(told: Told): PaperBlock[] {
  const { facts, t, format } = told;
  const caption = t("papers:report.annex");
  const explained = facts.assessments.flatMap(({ key, explanation }) => (explanation ? [{ key, explanation }] : []));
  return [
    { kind: "heading", text: caption },
    {
      kind: "table",
      caption,
      columns: [
        { label: t("monitoring:subject"), part: 2.5 },
        { label: t("monitoring:order"), part: 1, isNumber: true },
        { label: t("monitoring:body"), part: 3 },
        { label: t("monitoring:selfVoice"), part: 2 },
        { label: t("monitoring:frontVoice"), part: 2 },
        { label: "±", part: 0.7, isNumber: true },
      ],
      rows: facts.assessments.map((one) => {
        const gap = gapOf(one.selfCompletion, one.completion);
        return [
          one.key,
          format.number(one.drawn),
          one.body ?? "",
          one.selfCompletion ? t(`monitoring:completion.${one.selfCompletion}`) : t("monitoring:selfNone"),
          `${t(`monitoring:completion.${one.completion}`)}${one.wasSettled ? ` (${t("papers:report.settled")})` : ""}`,
          gap === null ? "–" : gap > 0 ? `+${gap}` : String(gap),
        ];
      }),
    },
    ...(explained.length === 0
      ? []
      : [
          factsOf(
            t("papers:report.explanations"),
            explained.map(({ key, explanation }) => [
              key,
              `${written(told, explanation.text, explanation.language)} (${signed(told, explanation)})`,
            ]),
          ),
        ]),
  ];
}
