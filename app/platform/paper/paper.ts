import type { Language } from "#app/platform/languages/languages.ts";

/** One column of a table; `part` is its share of the width beside the other columns'. */
export type PaperColumn = { label: string; part: number; isNumber?: boolean };

export type PaperTable = {
  kind: "table";
  caption: string;
  columns: readonly PaperColumn[];
  /** the first cell names its row */
  rows: readonly (readonly string[])[];
  total?: readonly string[];
};

/** `href` is where a page leads to; paper shows the words alone. */
export type PaperFact = { term: string; value: string; href?: string };

export type PaperBlock =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  | { kind: "facts"; caption: string; facts: readonly PaperFact[] }
  | PaperTable;

/**
 * A document, block by block: its page and its PDF are made of the same. `madeAt` is the day of its data, not of its
 * printing: the same data always give the same bytes.
 */
export type Paper = {
  lang: Language;
  title: string;
  lede: string;
  /** on top of every page: what it is about, with its code */
  header: string;
  /** at the foot of every page: where the same can be read and checked */
  address: string;
  madeAt: Date;
  blocks: readonly PaperBlock[];
};

/** Whether a block's caption repeats the heading right above it, and is then for voices alone. */
export function repeatsHeading(blocks: readonly PaperBlock[], place: number): boolean {
  const [before, block] = [blocks[place - 1], blocks[place]];
  return before?.kind === "heading" && block?.kind === "table" && block.caption === before.text;
}

/** Beyond so many rows a PDF says that it is cut; the page and the CSV have all. */
export const MOST_ROWS = 3_000;

/** The document with at most MOST_ROWS rows of tables, and whether any had to go. */
export function withinBounds(paper: Paper): { paper: Paper; isCut: boolean } {
  let left = MOST_ROWS;
  let isCut = false;
  const blocks = paper.blocks.map((block) => {
    if (block.kind !== "table") return block;
    const rows = block.rows.slice(0, left);
    left -= rows.length;
    isCut ||= rows.length < block.rows.length;
    return { ...block, rows };
  });
  return { paper: { ...paper, blocks }, isCut };
}
