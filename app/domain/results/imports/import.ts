/** The most rows that are imported at once, and the most bytes of a file. Source: docs/domain.md, "Import of results". */
export const MOST_ROWS = 1_000;
export const MOST_BYTES = 2_000_000;

/** What an import would do, or did, with a row. */
export const ROW_FATES = ["NEW", "CHANGED", "SAME", "WRONG"] as const;
export type RowFate = (typeof ROW_FATES)[number];

/** What is wrong with a row: in which column, and a sentence by its key. */
export type RowFault = { column: string; say: string; params: Record<string, string | number> };

/** A row as its preview shows it. */
export type PlannedRow = {
  /** where it stands in the file, from 1 on; the head of a table is line 1 */
  line: number;
  key: string;
  title: string;
  fate: RowFate;
  /** code of the result that it is */
  code: string | null;
  faults: RowFault[];
};

export type ImportPlan = {
  rows: PlannedRow[];
  counts: Record<RowFate, number>;
  /** columns of the file that nothing is taken from: unknown, or derived by the portal */
  untaken: string[];
};

/** Whether an import with this plan may go on: nothing is wrong, and there is something to do. */
export function isReady({ counts }: Pick<ImportPlan, "counts">): boolean {
  return counts.WRONG === 0 && counts.NEW + counts.CHANGED > 0;
}
