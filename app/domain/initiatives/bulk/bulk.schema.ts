import { z } from "zod";
import { isUuid, line, say } from "#app/platform/typed.ts";
import { decisionSchema } from "../decision/decision.schema.ts";
import { returnSchema } from "../intake/intake.schema.ts";
import { type BulkKind, MOST_ROWS } from "./bulk.ts";

/** The initiatives that were ticked, each once: 1 to 100. */
export const codesSchema = z.object({
  code: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].filter((code) => /^SK-\d{4}-\d{4,9}$/.test(code)))
    .refine((codes) => codes.length > 0, { error: say("errors:tick_rows") })
    .refine((codes) => codes.length <= MOST_ROWS, { error: say("errors:too_many_rows", { max: MOST_ROWS }) }),
});

/** To whom: a person's id, or nobody. */
const assignSchema = z.object({
  to: line({ max: 40 })
    .refine((text) => text === "nobody" || isUuid(text), { error: say("errors:choose") })
    .transform((text) => (text === "nobody" ? null : text)),
});

/** What a form of many says beside its rows. */
export const BULK_SCHEMAS = { assign: assignSchema, return: returnSchema, decide: decisionSchema } as const;
export type BulkInput = { [Kind in BulkKind]: z.output<(typeof BULK_SCHEMAS)[Kind]> };
/** Which act, and what its form said. */
export type BulkWork = { [Kind in BulkKind]: { kind: Kind; input: BulkInput[Kind] } }[BulkKind];
