import { z } from "zod";
import { line, readDate } from "#app/platform/typed.ts";
import { FACETS } from "#search/facets.ts";

/** Characters of an address, as the database holds it. */
export const LONGEST_ADDRESS = 4_000;

/** One person keeps so many at most; the database holds to it too. */
export const MOST_SEARCHES = 50;

const values = z.array(z.string().max(40)).max(300).readonly();

const day = z.string().refine((text) => readDate(text) === text);

/** What a saved search asks the index: words and filters, without page and order. */
export const askedSchema = z.strictObject({
  // characters, however many units of UTF-16 each takes
  text: z.string().refine((text) => [...text].length <= 300),
  literal: z.boolean(),
  filters: z.partialRecord(z.enum(FACETS), values),
  published: z.object({ from: day.nullable(), to: day.nullable() }).exactOptional(),
});
export type Asked = z.output<typeof askedSchema>;

/** A search as its owner sees it. `address` is what the search page carries behind its question mark. */
export type SavedSearch = { id: string; name: string; address: string; since: string; told: number };

/** What the button of the search page sends. */
export const saveSearchSchema = z.object({ address: line({ min: 1, max: LONGEST_ADDRESS }) });

/** What the button of the list sends. */
export const forgetSearchSchema = z.object({ id: line({ min: 1, max: 36 }) });
