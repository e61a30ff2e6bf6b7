import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Paper, PaperBlock } from "#app/platform/paper/paper.ts";
import { COMPLETIONS } from "../assessments/assessment.ts";
import { decimalsOf, indicatorsOf, type Rate } from "../indicators/indicators.ts";
import { marginOf } from "../sampling/sample.ts";
import { countsOf, type ReportFacts } from "./report.ts";
import { saidBlocks } from "./report-annexes.ts";
import { annexBlocks, findingBlocks, recommendationBlocks } from "./report-found.ts";
import { questionBlocks } from "./report-questions.ts";
import { facts as factsOf, signed, type Told, textOf } from "./report-words.ts";

/**
 * The report of a campaign as a document, written from its data alone as they are at an instant: its page and its PDF say
 * the same. Source: docs/domain.md, "Report".
 */
export function reportPaper(facts: ReportFacts, lang: Language, at: Date): Paper {
  const told: Told = { facts, lang, t: translator(lang), format: formatter(lang) };
  const { t, format } = told;
  const date = format.date(format.dayOf(at));
  return {
    lang,
    title: t("papers:report.title", { title: textOf(told, facts.title) }),
    lede: t(facts.publishedAt ? "papers:report.asOf" : "papers:report.draft", { date }),
    header: `${facts.code} · ${pickText(facts.owner, lang)?.text}`,
    address: `${environment().baseUrl}/${lang}/monitoring/campaigns/${facts.code}/report`,
    madeAt: at,
    blocks: [
      ...aboutBlocks(told),
      ...methodBlocks(told),
      ...populationBlocks(told),
      ...seenBlocks(told),
      ...questionBlocks(told),
      ...findingBlocks(told),
      ...recommendationBlocks(told),
      ...unexaminedBlocks(told),
      ...annexBlocks(told),
      ...saidBlocks(told),
      { kind: "heading", text: t("papers:report.check") },
      { kind: "text", text: t("papers:report.checkText") },
    ],
  };
}

function aboutBlocks(told: Told): PaperBlock[] {
  const { facts, t, format } = told;
  const { approvalNumber, approvedOn, publishedAt } = facts;
  const caption = t("papers:report.about");
  return [
    { kind: "heading", text: caption },
    factsOf(caption, [
      [t("monitoring:field.question"), textOf(told, facts.question)],
      [t("monitoring:owner"), pickText(facts.owner, told.lang)?.text ?? ""],
      [t("monitoring:field.legalBasis"), facts.legalBasis],
      [
        t("monitoring:approval"),
        approvalNumber && approvedOn
          ? t("monitoring:approvalOf", { number: approvalNumber, date: format.date(approvedOn) })
          : null,
      ],
      [t("monitoring:field.subjectTypes"), facts.subjectTypes.map((type) => t(`monitoring:type.${type}`)).join("; ")],
      [
        t("monitoring:periodLabel"),
        t("monitoring:period", { from: format.date(facts.startsOn), to: format.date(facts.endsOn) }),
      ],
      [t("papers:report.publishedOn"), publishedAt && format.date(format.dayOf(publishedAt))],
      [t("monitoring:field.scope"), textOf(told, facts.scope)],
    ]),
  ];
}

function methodBlocks(told: Told): PaperBlock[] {
  const { facts, t } = told;
  return [
    { kind: "heading", text: t("monitoring:field.method") },
    { kind: "text", text: `${t(`monitoring:template.${facts.method}`)}. ${t("papers:report.methodText")}` },
    {
      kind: "table",
      caption: t("monitoring:team"),
      columns: [
        { label: t("papers:report.declaredBy"), part: 2 },
        { label: t("monitoring:field.declaration"), part: 5 },
      ],
      rows: facts.team.map(({ post, declaration, declaredAt }) => [
        signed(told, { post, at: declaredAt }),
        declaration,
      ]),
    },
  ];
}

function populationBlocks({ facts, t, format }: Told): PaperBlock[] {
  const caption = t("monitoring:samples");
  return [
    { kind: "heading", text: caption },
    {
      kind: "table",
      caption,
      columns: [
        { label: t("monitoring:population"), part: 3 },
        { label: t("papers:report.frozen"), part: 2 },
        { label: t("monitoring:field.sampleMethod"), part: 2.5 },
        { label: "N", part: 1, isNumber: true },
        { label: "n", part: 1, isNumber: true },
        { label: t("papers:report.margin"), part: 1.5, isNumber: true },
      ],
      rows: facts.samples.map((sample) => [
        `${sample.number}. ${t(`monitoring:type.${sample.subjectType}`)}`,
        format.date(format.dayOf(sample.frozenAt)),
        sample.method ? t(`monitoring:sampleMethod.${sample.method}`) : t("monitoring:notDrawn"),
        format.number(sample.populationSize),
        sample.size === null ? "–" : format.number(sample.size),
        sample.size === null
          ? "–"
          : `±${format.number(Math.round(marginOf(sample.populationSize, sample.size) * 10) / 10)}`,
      ]),
    },
    { kind: "text", text: t("papers:report.marginText") },
    ...facts.samples.map((sample) =>
      factsOf(t("monitoring:sampleNumber", { number: sample.number }), [
        [`${sample.number}. ${t("monitoring:hash")}`, sample.populationSha256],
        [`${sample.number}. ${t("monitoring:seed")}`, sample.seed],
      ]),
    ),
  ];
}

/** The two voices in figures: so many at each level, and the rates with their n. */
function seenBlocks({ facts, t, format }: Told): PaperBlock[] {
  const { assessments } = facts;
  const caption = t("papers:report.seen");
  const { selfHigh, verifiedHigh, gap } = indicatorsOf(countsOf(assessments));
  const rate = ({ ppm, count, of }: Rate) =>
    ppm === null ? t("monitoring:indicators.undefined") : `${format.percent(ppm, decimalsOf(ppm))} (${count}/${of})`;
  return [
    { kind: "heading", text: caption },
    {
      kind: "table",
      caption,
      columns: [
        { label: t("monitoring:code.completion"), part: 3 },
        { label: t("monitoring:selfVoice"), part: 2, isNumber: true },
        { label: t("monitoring:frontVoice"), part: 2, isNumber: true },
      ],
      rows: [
        ...COMPLETIONS.map((level) => [
          t(`monitoring:completion.${level}`),
          format.number(assessments.filter(({ selfCompletion }) => selfCompletion === level).length),
          format.number(assessments.filter(({ completion }) => completion === level).length),
        ]),
        [
          t("monitoring:selfNone"),
          format.number(assessments.filter(({ selfCompletion }) => selfCompletion === null).length),
          "–",
        ],
      ],
      total: ["n", format.number(assessments.length), format.number(assessments.length)],
    },
    factsOf(t("monitoring:indicators.title"), [
      [t("monitoring:indicators.selfHigh"), rate(selfHigh)],
      [t("monitoring:indicators.verifiedHigh"), rate(verifiedHigh)],
      [
        t("monitoring:indicators.gap"),
        gap.ppm === null
          ? t("monitoring:indicators.undefined")
          : `${t("monitoring:indicators.points", { points: format.points(Math.round(gap.ppm / 100) * 100) })} (n = ${gap.of})`,
      ],
    ]),
  ];
}

/** What the report says nothing about, counted too. */
function unexaminedBlocks({ facts, t, format }: Told): PaperBlock[] {
  const { samples, assessments, subjectTypes } = facts;
  const without = subjectTypes.filter((type) => !samples.some(({ subjectType }) => subjectType === type));
  const unverifiable = assessments.filter(({ verifiable }) => !verifiable).length;
  const silent = assessments.filter(({ selfCompletion }) => selfCompletion === null).length;
  const texts = [
    ...samples.map(({ number, subjectType, populationSize, size }) =>
      t("papers:report.notDrawn", {
        ...{ number: String(number), type: t(`monitoring:type.${subjectType}`) },
        ...{ left: format.number(populationSize - (size ?? 0)), population: format.number(populationSize) },
      }),
    ),
    ...without.map((type) => t("papers:report.noPopulation", { type: t(`monitoring:type.${type}`) })),
    t("papers:report.unverifiable", { count: unverifiable, of: format.number(assessments.length) }),
    t("papers:report.silent", { count: silent, of: format.number(assessments.length) }),
    t("papers:report.publicAlone"),
  ];
  return [
    { kind: "heading", text: t("papers:report.unexamined") },
    ...texts.map((text) => ({ kind: "text", text }) as const),
  ];
}
