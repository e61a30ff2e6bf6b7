import { pickText } from "#app/platform/languages/texts.ts";
import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { statementView } from "#app/web/partnerships/papers/statement-view.server.ts";

const COLUMNS = ["product", "run", "kind", "from", "until", "tier", "name"] as const;
const AMOUNTS = ["author", "own", "whole", "before", "amount", "engine"] as const;
const PROOF = ["compensates", "lockedAt", "inputsSha256"] as const;

/** Every line of a statement: the right amount, what was given before, and what this run gives; whose line it is. */
export const loader = memberLoader(async ({ request, actor, params, lang, t }) => {
  const view = await statementView(actor, params, lang);
  if (!view) throw notFound();
  const { code, productCode, run, statement, members } = view;
  const nameAt = (place: number | null) => {
    const member = members.find(({ position }) => position === place);
    return member ? (pickText(member.names, lang)?.text ?? "") : null;
  };
  const ownKeys = new Set(statement.own.map(keyOf));
  const isOwn = (line: Parameters<typeof keyOf>[0]) =>
    t(`papers:statement.column.${ownKeys.has(keyOf(line)) ? "yes" : "no"}`);
  const others = statement.lines.filter((line) => !ownKeys.has(keyOf(line)));
  return csvOf(
    request,
    `${code}-${productCode}-${run.number}-${params["whose"]}.csv`,
    [
      ...COLUMNS.map((column) => t(`exports:column.${column}`)),
      ...AMOUNTS.map((column) => t(`papers:statement.column.${column}`)),
      ...PROOF.map((column) => t(`exports:column.${column}`)),
    ],
    [...statement.own, ...others].map((line) => [
      ...[productCode, run.number, run.kind, run.from, run.to, line.tier, nameAt(line.party), line.author],
      ...[isOwn(line), line.wholeVnd, line.beforeVnd, line.amountVnd, run.engineVersion],
      ...[run.compensates, run.endedAt, run.inputsSha256],
    ]),
    { isPrivate: true },
  );
});

function keyOf({ tier, party, author }: { tier: string; party: number | null; author: string | null }): string {
  return JSON.stringify([tier, party, author]);
}
