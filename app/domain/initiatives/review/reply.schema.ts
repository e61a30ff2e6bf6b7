import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { oneOf, prose } from "#app/platform/typed.ts";

/** What the author says to the comments of a council. */
export const replySchema = z.object({ text: prose({ min: 20, max: 6_000 }), language: oneOf(LANGUAGES) });
