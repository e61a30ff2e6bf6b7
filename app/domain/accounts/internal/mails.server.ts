import { environment } from "#app/platform/environment.server.ts";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { type MailContent, mail } from "#app/platform/mail/mail-template.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";

type Reader = { email: string; language: string };
type AccountMail = "confirm" | "known" | "reset" | "changed" | "locked";

/** Leaves a mail about an account in the caller's transaction. `secret` goes into the link of those that have one. */
export async function postAccountMail(tx: Tx, reader: Reader, kind: AccountMail, secret = ""): Promise<void> {
  const lang = languageOf(reader);
  const t = translator(lang);
  const at = `${environment().baseUrl}/${lang}`;
  const button: Record<AccountMail, string> = {
    confirm: `${at}/confirm/${secret}`,
    known: `${at}/sign-in`,
    reset: `${at}/reset/${secret}`,
    changed: `${at}/sign-in`,
    locked: `${at}/forgot`,
  };
  const content: MailContent = {
    subject: t(`mail:${kind}.subject`),
    news: t(`mail:${kind}.news`),
    button: { label: t(`mail:${kind}.button`), href: button[kind] },
    paragraphs: [t(`mail:${kind}.text`)],
    why: t(`mail:${kind}.why`),
  };
  await enqueue(tx, { topic: "mail", payload: { to: reader.email, ...mail(lang, t, content) } });
}

/** The language in which the portal writes to somebody. */
export function languageOf(reader: { language: string }): Language {
  return isLanguage(reader.language) ? reader.language : DEFAULT_LANGUAGE;
}
