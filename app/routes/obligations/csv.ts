import { listBoard } from "#app/domain/obligations/board/queries.server.ts";
import type { BoardFilter, BoardPlace, PublicObligation } from "#app/domain/obligations/board.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { dutyWords, handWords, pauseWords, subjectWords } from "#app/ui/board/board-words.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { type CsvCell, csv } from "#app/web/http/csv.server.ts";
import { boardFilterOf } from "#app/web/obligations/board-filter.ts";

const AT_ONCE = 500;
/** A file that grows longer than a spreadsheet takes is cut; the API has all. */
const MOST_BATCHES = 200;

const COLUMNS = [
  ...["id", "kind", "subject", "debtor", "house", "creditor", "opened", "original", "due", "state", "days"],
  ...["pastOriginal", "used", "paused", "pauseReason", "extensions", "ended", "outcome", "basis", "provisional"],
] as const;

type Words = { t: Translate; lang: Language };

/** The board as a file, by the filters of the page: days as YYYY-MM-DD, words in the language of the address. */
export const loader = publicLoader(async ({ url, lang, t }) => {
  const at = new Date();
  const head = COLUMNS.map((column) => t(`obligations:csvColumns.${column}`));
  const filter = boardFilterOf(url);
  return csv(`obligations-${filter.view}-${dayInVietnam(at)}.csv`, head, batches(filter, { t, lang }, at));
});

async function* batches(filter: BoardFilter, words: Words, at: Date): AsyncGenerator<CsvCell[][]> {
  let after: BoardPlace | null = null;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const page: Awaited<ReturnType<typeof listBoard>> = await listBoard(filter, { limit: AT_ONCE, after, at });
    yield page.items.map((item) => cellsOf(item, words));
    if (page.next === null) return;
    after = page.next;
  }
}

function cellsOf(item: PublicObligation, { t, lang }: Words): CsvCell[] {
  const { debtor, creditor, clock } = item;
  return [
    ...[
      item.id,
      dutyWords(t, item.kind),
      subjectWords(t, item),
      handWords(t, lang, debtor),
      t(`house:${debtor.house}`),
    ],
    ...[handWords(t, lang, creditor), item.openedOn, item.originalDueOn, item.dueOn, t(`clock:state.${clock.state}`)],
    ...[clock.days, clock.daysPastOriginal, item.usedDays, item.pausedOn],
    item.pauseReason && pauseWords(t, item.pauseReason),
    ...[item.extensions.filter((one) => one.granted).length, item.endedOn, item.outcome, item.basis],
    t(`obligations:csvColumns.${clock.provisional ? "yes" : "no"}`),
  ];
}
