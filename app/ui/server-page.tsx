import { createContext } from "react";
import type { MessageBundle } from "#app/platform/languages/keys.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** What the server knows while it draws a page; in the browser (on a hydrated page) there is none of it. */
export type ServerPage = {
  messagesFor: (lang: Language) => MessageBundle;
  nonce: string;
};

export const ServerPageContext = createContext<ServerPage | null>(null);

/** The form on the page came back with errors: known on the server and, on a hydrated page, in the browser. */
export const HasErrorsContext = createContext(false);
