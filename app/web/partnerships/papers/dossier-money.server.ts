import { owed } from "#app/domain/partnerships/capital/capital.ts";
import type { AgreementMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { PaperBlock } from "#app/platform/paper/paper.ts";
import { moneyOf } from "../money-view.server.ts";
import type { Dossier } from "./dossier-paper.server.ts";

/** What each party committed and paid in, and what the State and others allocated and paid out. */
export function moneyBlocks({ facts, lang, t, format }: Dossier, agreement: { productCode: string }): PaperBlock[] {
  const money = moneyOf(facts.money, agreement.productCode);
  const blocks: PaperBlock[] = [];
  const rows = facts.parties.flatMap(({ id, key, names }) => {
    const [committed, paid] = sumsOf(money, id, facts.asOf);
    if (committed === 0n && paid === 0n) return [];
    return [[`${key} ${pickText(names, lang)?.text ?? ""}`, format.money(committed), format.money(paid)]];
  });
  if (rows.length > 0)
    blocks.push({
      kind: "table",
      caption: t("papers:dossier.money"),
      columns: [
        { label: t("papers:party"), part: 5 },
        { label: t("papers:dossier.committed"), part: 3, isNumber: true },
        { label: t("papers:dossier.paid"), part: 3, isNumber: true },
      ],
      rows,
    });
  if (money.lines.length > 0)
    blocks.push({
      kind: "table",
      caption: t("papers:dossier.allocated"),
      columns: [
        { label: t("papers:item"), part: 5 },
        { label: t("papers:amount"), part: 3, isNumber: true },
        { label: t("papers:dossier.disbursed"), part: 3, isNumber: true },
      ],
      rows: money.lines.map(({ budgetLine, body, allocatedVnd, payments }) => [
        `${budgetLine} · ${pickText(body, lang)?.text ?? ""}`,
        format.money(BigInt(allocatedVnd)),
        format.money(sumVnd(payments.filter(({ onDay }) => onDay <= facts.asOf))),
      ]),
    });
  return blocks;
}

/** Committed, and confirmed by another party as paid in or moved until a day; đồng. */
function sumsOf({ commitments, events }: AgreementMoney, memberId: string, asOf: string): [bigint, bigint] {
  const isOwn = (one: { memberId: string }) => one.memberId === memberId;
  const committed = owed(commitments)
    .filter(isOwn)
    .map(({ committedVnd: amountVnd }) => ({ amountVnd }));
  const counted = events.filter(({ confirmedAt, onDay }) => confirmedAt !== null && onDay <= asOf);
  return [sumVnd(committed), sumVnd(counted.flatMap(({ changes }) => changes).filter(isOwn))];
}

function sumVnd(amounts: readonly { amountVnd: string }[]): bigint {
  return amounts.reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n);
}
