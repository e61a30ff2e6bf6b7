import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Format, formatter } from "#app/platform/languages/format.ts";
import type { MessageBundle } from "#app/platform/languages/keys.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { type Translate, translatorFrom } from "#app/platform/languages/translate.ts";

export type LanguageValue = { lang: Language; t: Translate; format: Format };

const LanguageContext = createContext<LanguageValue | null>(null);

/**
 * Gives every component beneath it the language of the page.
 * `messages` is `messagesFor(lang)` on the server; a hydrated page gets the part that its loader sends along.
 */
export function LanguageProvider(props: { lang: Language; messages: MessageBundle; children: ReactNode }) {
  const { lang, messages } = props;
  const value = useMemo(() => ({ lang, t: translatorFrom(lang, messages), format: formatter(lang) }), [lang, messages]);
  return <LanguageContext.Provider value={value}>{props.children}</LanguageContext.Provider>;
}

/** The page's language: `t("namespace:path", params)` and its formats. */
export function useLanguage(): LanguageValue {
  const value = useContext(LanguageContext);
  if (!value) throw new Error("A component that speaks stands outside <LanguageProvider>");
  return value;
}
