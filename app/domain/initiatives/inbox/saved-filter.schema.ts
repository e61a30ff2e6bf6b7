import { z } from "zod";
import { line } from "#app/platform/typed.ts";
import { filterQuery, readFilter } from "./inbox.ts";

/** More filters than these nobody finds again; the database keeps the number too. */
export const MOST_FILTERS = 20;

const name = line({ min: 1, max: 60 });

/** The name, and the address of the filter, of which only what an inbox knows is kept. */
export const saveFilterSchema = z.object({
  name,
  query: line({ max: 2_000 }).transform((text) => filterQuery(readFilter(new URLSearchParams(text)))),
});

export const renameFilterSchema = z.object({ id: line({ max: 40 }), name });
