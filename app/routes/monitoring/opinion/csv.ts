import { shareOf } from "#app/domain/monitoring/opinion/opinion.ts";
import { listSignals } from "#app/domain/monitoring/opinion/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";

const COLUMNS = [
  ...(["code", "title", "channel", "question", "from", "to", "n", "several", "answer", "count"] as const),
  ...(["sharePpm", "lowPpm", "highPpm", "campaign", "subject", "by", "source", "language"] as const),
] as const;

/** The published signals as a file, one answer a row; shares and the ends of their intervals in ppm, empty below five people. */
export const loader = publicLoader(async ({ request, lang, t }) => {
  const signals = await listSignals(null);
  return csvOf(
    request,
    "public-opinion.csv",
    COLUMNS.map((column) => t(`opinion:column.${column}`)),
    signals.flatMap((one) =>
      one.figures.map(({ label, count }) => {
        const share = shareOf(count, one.n);
        return [
          ...[one.code, one.title, t(`opinion:channels.${one.channel}`), one.question, one.fromOn, one.toOn, one.n],
          ...[one.several, label, count, share?.ppm ?? null, share?.lowPpm ?? null, share?.highPpm ?? null],
          ...[one.campaign, one.subjectCode, pickText(one.owner, lang)?.text ?? "", one.source, one.language],
        ];
      }),
    ),
  );
});
