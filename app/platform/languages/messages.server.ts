import { en } from "#app/platform/languages/en.server.ts";
import { fr } from "#app/platform/languages/fr.server.ts";
import type { MessageBundle, Namespace } from "#app/platform/languages/keys.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { type Translate, translatorFrom } from "#app/platform/languages/translate.ts";
import { vi } from "#app/platform/languages/vi.server.ts";

const MESSAGES: Record<Language, MessageBundle> = { vi, en, fr };

/** Every sentence of a language: always the same object, so that its translator is built once. */
export function messagesFor(lang: Language): MessageBundle {
  return MESSAGES[lang];
}

/** The sentences that a hydrated page carries to the browser. */
export function messagesOf(lang: Language, namespaces: readonly Namespace[]): MessageBundle {
  return Object.fromEntries(namespaces.map((name) => [name, MESSAGES[lang][name] ?? {}]));
}

/** `t("namespace:path", params)` in one language, for mails, feeds and whatever else is not a React page. */
export function translator(lang: Language): Translate {
  return translatorFrom(lang, MESSAGES[lang]);
}
