import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#app/platform/languages/languages.ts";
import { messagesFor } from "#app/platform/languages/messages.server.ts";
import { LanguageProvider } from "#app/ui/language.tsx";

/** A component as the server draws it on a page in one language. */
export function draw(element: ReactNode, lang: Language = "vi"): string {
  return renderToStaticMarkup(
    <LanguageProvider lang={lang} messages={messagesFor(lang)}>
      {element}
    </LanguageProvider>,
  );
}

/** The text of markup as people read it, white space collapsed. */
export function textOfMarkup(markup: string): string {
  return markup
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();
}
