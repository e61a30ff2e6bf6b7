import { dayInVietnam, daysBetween } from "#app/domain/obligations/calendar.ts";
import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { DEFAULT_LANGUAGE, isLanguage } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { mail } from "#app/platform/mail/mail-template.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedInitiative } from "./locked.server.ts";

/** What the proposer is written to about. */
const NEWS = [
  "SUBMITTED",
  "NEEDS_COMPLETION",
  "REJECTED_FORM",
  "SCREENED",
  "SCREENED_BY_DEFAULT",
  "ACCEPTED",
  "REJECTED",
  "RETURNED",
  "LAPSED",
] as const;
type News = (typeof NEWS)[number];

/** An act that is entered so long after it was done is no news any more. */
const NEWS_FOR_MS = 86_400_000;

/** What is told of a step: the reason in full, and the clock that it opened ('YYYY-MM-DD'). */
export type Told = { to: string; reason: string | null; dueOn: string | null; at: Date };

/**
 * Leaves a mail to the proposer in the caller's transaction: what happened, whose turn it is and by when, the reason
 * word for word, and where to go on. Returns who was written to, if anybody.
 */
export async function tellProposer(tx: Tx, initiative: LockedInitiative, told: Told): Promise<string[]> {
  const kind = NEWS.find((one) => one === told.to);
  if (!kind || Date.now() - told.at.getTime() > NEWS_FOR_MS) return [];
  const reader = await tx.person.findUnique({
    where: { id: initiative.proposerId },
    select: { email: true, language: true, disabledAt: true },
  });
  if (!reader || reader.disabledAt) return [];
  const lang = isLanguage(reader.language) ? reader.language : DEFAULT_LANGUAGE;
  await enqueue(tx, { topic: "mail", payload: { to: reader.email, ...letter(kind, initiative.code, told, lang) } });
  return [initiative.proposerId];
}

function letter(kind: News, code: string, told: Told, lang: "vi" | "en" | "fr") {
  const t = translator(lang);
  const format = formatter(lang);
  const { dueOn, at, reason } = told;
  const isMine = kind === "NEEDS_COMPLETION";
  const date = format.date(dueOn ?? dayInVietnam(at));
  const base = `${environment().baseUrl}/${lang}`;
  return mail(lang, t, {
    subject: t(`initiatives:mail.${kind}.subject`, { code, date }),
    news: t(`initiatives:mail.${kind}.news`, { code }),
    ...(dueOn
      ? {
          clock: {
            who: t(isMine ? "initiatives:mail.you" : "initiatives:mail.others"),
            what: t(`initiatives:mail.${kind}.next`),
            due: format.weekdayDate(dueOn),
            left: t("clock:daysLeft", { count: Math.max(0, daysBetween(dayInVietnam(at), dueOn)) }),
          },
        }
      : {}),
    button: {
      label: t(isMine ? "initiatives:mail.complete" : "initiatives:mail.open"),
      href: isMine ? `${base}/submit/${code}/check` : `${base}/initiatives/${code}`,
    },
    paragraphs: reason ? reason.split(/\n+/) : [],
    reference: code,
    why: t("initiatives:mail.why"),
  });
}
