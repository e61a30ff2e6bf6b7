import type { PaperBlock } from "#app/platform/paper/paper.ts";
import { shareOf } from "../opinion/opinion.ts";
import type { ReportComment, ReportFinding, ReportSignal } from "./report.ts";
import { facts as factsOf, signed, type Told, written } from "./report-words.ts";

/** What stands behind the report: what the bodies said of the facts, what the public said of the draft, the field work, and public opinion. */
export function saidBlocks(told: Told): PaperBlock[] {
  return [
    ...checkBlocks(told),
    ...commentBlocks(told),
    ...fieldBlocks(told),
    ...told.facts.signals.flatMap((one) => signalBlocks(told, one)),
  ];
}

function checkBlocks(told: Told): PaperBlock[] {
  const { facts, t } = told;
  const checked = facts.findings.filter(({ checks }) => checks.length > 0);
  const heading = { kind: "heading", text: t("papers:report.checks") } as const;
  if (checked.length === 0) return [heading, { kind: "text", text: t("papers:report.checksNone") }];
  return [
    heading,
    ...checked.map(({ code, checks }) =>
      factsOf(
        code,
        checks.map((check) => [`${code} · ${check.body}`, checkWords(told, check)]),
      ),
    ),
  ];
}

function checkWords(told: Told, { comment, answer, dueOn }: ReportFinding["checks"][number]): string {
  const { t, format } = told;
  if (!comment) return t("monitoring:factual.silent", { date: format.date(dueOn) });
  const verdict = t(comment.correct ? "monitoring:factual.CORRECT" : "monitoring:factual.NOT_CORRECT");
  const said = [`${verdict}.`, written(told, comment.text, comment.language), `(${signed(told, comment)})`];
  if (!answer) return said.filter(Boolean).join(" ");
  const accepted = t(answer.accepted ? "monitoring:factual.ACCEPTED" : "monitoring:factual.NOT_ACCEPTED");
  const replied = [`${t("monitoring:factual.answer")}: ${accepted}.`, written(told, answer.reason, answer.language)];
  return [...said, ...replied, `(${signed(told, answer)})`].filter(Boolean).join(" ");
}

function commentBlocks(told: Told): PaperBlock[] {
  const { facts, t, format } = told;
  const heading = { kind: "heading", text: t("papers:report.comments") } as const;
  const { round } = facts;
  if (!round) return [heading, { kind: "text", text: t("papers:report.commentsNone") }];
  const kept = round.comments.filter(({ text }) => text !== null).length;
  const counts = { kept: format.number(kept), withheld: format.number(round.comments.length - kept) };
  return [
    heading,
    { kind: "text", text: t("papers:report.commentsText", { date: format.date(round.dueOn), ...counts }) },
    ...round.comments.map((comment) => commentFacts(told, comment)),
  ];
}

/** Nobody is named in print: a comment stands under its code, and a withheld one as its tombstone. */
function commentFacts(told: Told, comment: ReportComment): PaperBlock {
  const { t, format } = told;
  const { code, finding, ofMonitored, at, text, language, ground, reason, answer } = comment;
  const about = finding ?? t("consultation:whole");
  const said =
    text === null
      ? `${t(`consultation:grounds.${ground ?? "OFF_TOPIC"}`)}. ${reason ?? ""}`
      : written(told, text, language);
  return factsOf(code, [
    [
      code,
      [about, format.date(format.dayOf(at)), ofMonitored ? t("consultation:ofMonitored") : ""]
        .filter(Boolean)
        .join("; "),
    ],
    [t(text === null ? "consultation:state.WITHHELD" : "papers:report.commentText"), said],
    [
      t("consultation:answer"),
      answer &&
        `${t(`consultation:outcome.${answer.outcome}`)}. ${written(told, answer.text, answer.language)} (${signed(told, answer)})`,
    ],
  ]);
}

function fieldBlocks(told: Told): PaperBlock[] {
  const { facts, t, format } = told;
  const { visits, inside, interviews } = facts.field;
  const caption = t("papers:report.visits");
  return [
    { kind: "heading", text: caption },
    ...(visits.length === 0
      ? []
      : [
          {
            kind: "table",
            caption,
            columns: [
              { label: t("fieldwork:visit"), part: 2 },
              { label: t("fieldwork:onDay"), part: 1.5 },
              { label: t("fieldwork:subject"), part: 2 },
              { label: t("fieldwork:place"), part: 4 },
              { label: t("fieldwork:photographs"), part: 1, isNumber: true },
            ],
            rows: visits.map((visit) => [
              ...[visit.code, format.date(visit.onDay), visit.subject],
              ...[written(told, visit.place, visit.language), format.number(visit.photographs)],
            ]),
          } as const,
        ]),
    {
      kind: "text",
      text: t("papers:report.visitsText", {
        ...{ visits: format.number(visits.length), inside: format.number(inside) },
        interviews: format.number(interviews),
      }),
    },
  ];
}

function signalBlocks(told: Told, signal: ReportSignal): PaperBlock[] {
  const { t, format } = told;
  const { code, title, language, channel, method, question, n, figures, fromOn, toOn, source } = signal;
  const period = t("monitoring:period", { from: format.date(fromOn), to: format.date(toOn) });
  return [
    { kind: "heading", text: `${t("opinion:signal")}: ${written(told, title, language)} (${code})` },
    factsOf(code, [
      [t("opinion:field.question"), written(told, question, language)],
      [t("opinion:field.channel"), `${t(`opinion:channels.${channel}`)}; ${period}; n = ${format.number(n)}`],
      [t("opinion:field.method"), written(told, method, language)],
      [t("opinion:field.source"), written(told, source, language)],
    ]),
    {
      kind: "table",
      caption: `${code}: ${t("opinion:figures")}`,
      columns: [
        { label: t("opinion:answer"), part: 4 },
        { label: t("opinion:count"), part: 1, isNumber: true },
        { label: t("opinion:share"), part: 1, isNumber: true },
        { label: t("opinion:interval"), part: 2, isNumber: true },
      ],
      rows: figures.map(({ label, count }) => {
        const share = shareOf(count, n);
        if (!share) return [label, format.number(count), t("opinion:notCounted"), t("opinion:notCounted")];
        const [low, high] = [format.percent(share.lowPpm, 1), format.percent(share.highPpm, 1)];
        return [label, format.number(count), format.percent(share.ppm, 1), t("opinion:range", { low, high })];
      }),
    },
    { kind: "text", text: t("opinion:intervalText") },
  ];
}
