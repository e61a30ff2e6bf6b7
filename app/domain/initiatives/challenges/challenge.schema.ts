import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { chosenCodes } from "#app/domain/catalogue/codes.schema.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, maybeDate, oneOf, prose } from "#app/platform/typed.ts";

/** Lengths in characters: `least` to be published, `most` at any time. */
export const CHALLENGE_LENGTHS = {
  title: { least: 10, most: 200 },
  problem: { least: 100, most: 6_000 },
  criteria: { least: 50, most: 4_000 },
} as const;
const MOST_PRODUCTS = 5;

/** What a body types of a challenge; a draft may lack anything but its owner. */
export const challengeSchema = z.object({
  ownerId: line({ max: 36 }),
  language: oneOf(LANGUAGES),
  title: line({ max: CHALLENGE_LENGTHS.title.most }),
  problem: prose({ max: CHALLENGE_LENGTHS.problem.most }),
  criteria: prose({ max: CHALLENGE_LENGTHS.criteria.most }),
  productCodes: chosenCodes({ max: MOST_PRODUCTS }),
  budgetCeiling: maybeAmountVnd(),
  opensOn: maybeDate(),
  closesOn: maybeDate(),
});

export const statementSchema = z.object({ statement: prose({ min: 30, max: 4_000 }), language: oneOf(LANGUAGES) });

/** The accepted initiative that answers, and what the owner says of it. */
export const answerSchema = statementSchema.extend({ initiative: line({ min: 5, max: 20 }) });

export const withdrawalSchema = z.object({ reason: prose({ min: 10, max: 1_000 }) });
