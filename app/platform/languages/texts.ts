import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";

/** What a person wrote, in at least one of the three languages. */
export type Texts = { vi?: string | null | undefined; en?: string | null | undefined; fr?: string | null | undefined };

export type PickedText = { lang: Language; text: string };

/**
 * The best version of a text for a page in `lang`: that language, then vi, en, fr.
 * Blank versions do not count; null when nothing was written at all.
 */
export function pickText(texts: Texts, lang: Language): PickedText | null {
  for (const candidate of [lang, ...LANGUAGES]) {
    const text = texts[candidate];
    if (text && text.trim() !== "") return { lang: candidate, text };
  }
  return null;
}
