import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { oneOf, prose } from "#app/platform/typed.ts";

/** Why the proposer holds the rejection to be wrong. */
export const appealSchema = z.object({ text: prose({ min: 50, max: 6_000 }), language: oneOf(LANGUAGES) });

/** One vote of a panel, with its reason for the chair. */
export const voteSchema = z.object({ vote: oneOf(["UPHOLD", "REOPEN"]), voteReason: prose({ min: 20, max: 2_000 }) });

/** The written reason of a panel; the outcome follows from the votes. */
export const closeAppealSchema = z.object({ reason: prose({ min: 50, max: 6_000 }), language: oneOf(LANGUAGES) });
