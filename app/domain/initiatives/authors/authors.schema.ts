import { z } from "zod";
import { emailAddress } from "#app/domain/accounts/account.schema.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { line, maybeWhole, oneOf, say } from "#app/platform/typed.ts";
import { MOST_AUTHORS } from "./author.ts";

const share = maybeSharePpm().transform((ppm) => ppm ?? 0);

/** The table of authors: name, part of the work, share in per cent. */
export const authorsSchema = z.object({
  authors: z
    .array(z.object({ id: line({ max: 36 }), name: line({ max: 120 }), part: line({ max: 160 }), share }), {
      error: say("errors:invalid"),
    })
    .max(MOST_AUTHORS, { error: say("errors:too_many", { max: MOST_AUTHORS }) })
    .default([])
    .transform((rows) => rows.filter(({ id }) => id !== "")),
});

/** Somebody to invite. */
export const newAuthorSchema = z.object({
  newName: line({ min: 2, max: 120 }),
  newEmail: emailAddress(),
  newPart: line({ max: 160 }),
  newShare: share,
});
/** What an invited author says, to the very share (ppm) that they were shown. */
export const answerAuthorshipSchema = z.object({
  answer: oneOf(["confirm", "decline"]),
  share: maybeWhole({ min: 0, max: 1_000_000 }),
});

export type NewAuthor = { name: string; email: string; part: string; contributionPpm: number };
