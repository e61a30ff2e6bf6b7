import { z } from "zod";
import { line, maybeDate, prose, say } from "#app/platform/typed.ts";

const password = z.string().min(1, say("errors:required")).max(200, say("errors:required"));

/** Until when profit is still shared, and why something lapses. */
export const drawUpSchema = z.object({ profitTailUntil: maybeDate(), lapseReason: prose({ max: 2_000 }) });
export type DrawUpInput = z.output<typeof drawUpSchema>;

/** On the account of which hash, confirmed. */
export const closingHandSchema = z.object({ textSha256: line({ min: 64, max: 64 }), password });
export type ClosingHandInput = z.output<typeof closingHandSchema>;
