import { z } from "zod";
import { date, oneOf, prose } from "#app/platform/typed.ts";

/** What is typed to ask for more time. */
export const requestExtensionSchema = z.object({
  untilOn: date(),
  reason: prose({ min: 20, max: 1_000 }),
});

export const EXTENSION_ANSWERS = ["granted", "refused"] as const;

/** What is typed to answer a request. */
export const answerExtensionSchema = z.object({
  answer: oneOf(EXTENSION_ANSWERS),
  reason: prose({ min: 20, max: 1_000 }),
});
