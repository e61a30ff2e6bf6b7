import { createContext } from "react";
import type { MessageBundle } from "#app/platform/languages/keys.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** What the server knows while it draws a page; in the browser (on a hydrated page) there is none of it. */
export type ServerPage = {
  messagesFor: (lang: Language) => MessageBundle;
  /** the form on the page came back with errors */
  hasErrors: boolean;
  nonce: string;
};

export const ServerPageContext = createContext<ServerPage | null>(null);
