import type { z } from "zod";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { say } from "#app/platform/typed.ts";

/** The fields of a text in three languages as a form sends them: `title_vi`, `title_en`, `title_fr`. */
export type Typed<Name extends string> = Record<`${Name}_${Language}`, string>;

/** What was written of a text in three languages, without the empty ones. */
export function writtenTexts<Name extends string>(typed: Typed<Name>, name: Name): Partial<Record<Language, string>> {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const text = typed[`${name}_${language}`];
    if (text !== "") texts[language] = text;
  }
  return texts;
}

/** Says at the first language what is wrong with a text that is needed in at least one of them; `least` in characters. */
export function needsOneLanguage<Name extends string>(
  ctx: z.RefinementCtx,
  typed: Typed<Name>,
  name: Name,
  least: number,
): void {
  const longest = longestOf(writtenTexts(typed, name));
  const path = [`${name}_vi`];
  if (longest === 0) ctx.addIssue({ code: "custom", path, message: say("errors:required") });
  else if (longest < least)
    ctx.addIssue({ code: "custom", path, message: say("errors:too_short", { actual: longest, min: least }) });
}

/** The length of the longest version of a text, in characters. */
export function longestOf(texts: Partial<Record<Language, string>>): number {
  return Math.max(0, ...Object.values(texts).map((text) => [...text].length));
}
