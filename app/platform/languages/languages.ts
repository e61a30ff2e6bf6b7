/** The languages of the interface, in the order of the switch: Vietnamese is the portal's own. */
export const LANGUAGES = ["vi", "en", "fr"] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = "vi";

/** Each language by its own name, as the switch shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = { vi: "Tiếng Việt", en: "English", fr: "Français" };

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
