import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam, daysBetween } from "#app/domain/obligations/calendar.ts";
import { openAgreedObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { mail } from "#app/platform/mail/mail-template.ts";
import { enqueueAll } from "#app/platform/outbox.server.ts";
import { typedDay } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";

type Served = {
  finding: string;
  findingTitle: string;
  id: string;
  code: string;
  text: string;
  addresseeId: string;
  dueOn: Date;
  criticality: string;
  priority: boolean;
};

/** An act that is entered so long after it was done is no news any more. */
const NEWS_FOR_MS = 86_400_000;

/**
 * Serves a recommendation at the moment in which it becomes public, in the same transaction: its addressee owes an answer
 * and what is recommended, it stands on the record, and everybody who represents the addressee has a notice and a mail
 * with the finding, the recommendation and both last days.
 */
export async function serve(tx: Tx, served: Served, by: FrontHand, at: Date): Promise<void> {
  const { id, code, addresseeId, dueOn, findingTitle: _, ...content } = served;
  const on = dueOn.toISOString().slice(0, 10);
  const owed = {
    subject: { type: "RECOMMENDATION", id, code },
    debtor: { organisationId: addresseeId, role: "PARTY_REP" },
    creditor: { organisationId: by.ownerOrganisationId, role: "MONITOR" },
  } as const;
  const answerOn = await openObligation(
    tx,
    { ...owed, kind: "RECOMMENDATION_RESPONSE", parameter: "monitoring.response.working-days" },
    at,
  );
  await openAgreedObligation(tx, { ...owed, kind: "RECOMMENDATION", dueOn: on, basis: code }, at);
  const subject = { type: "RECOMMENDATION", code } as const;
  await writeFrontStep(tx, { kind: "recommendation.issued", subject, by, payload: { ...content, dueOn: on } }, at);
  const readers = await representatives(tx, addresseeId);
  const isNews = Date.now() - at.getTime() <= NEWS_FOR_MS;
  if (isNews)
    await enqueueAll(
      tx,
      readers.map(({ email, language }) => ({
        topic: "mail",
        payload: {
          to: email,
          ...letter(served, { on, answerOn, at }, isLanguage(language) ? language : DEFAULT_LANGUAGE),
        },
      })),
    );
  const to = readers.map((reader) => reader.id);
  const params = { finding: content.finding, until: typedDay(on) };
  const mailed = isNews ? to : [];
  await tell(tx, { event: "recommendation.served", subject, params, to, followers: false, mailed }, at);
}

async function representatives(tx: Tx, organisationId: string) {
  return tx.person.findMany({
    where: {
      disabledAt: null,
      emailConfirmedAt: { not: null },
      grants: { some: { role: "PARTY_REP", organisationId, revokedAt: null } },
    },
    orderBy: { id: "asc" },
    select: { id: true, email: true, language: true },
  });
}

type Days = { on: string; answerOn: string; at: Date };

function letter({ code, text, finding, findingTitle }: Served, { on, answerOn, at }: Days, lang: Language) {
  const t = translator(lang);
  const format = formatter(lang);
  return mail(lang, t, {
    subject: t("mail:served.subject", { code, date: format.date(answerOn) }),
    news: t("mail:served.news", { code, finding }),
    clock: {
      who: t("mail:served.who"),
      what: t("mail:served.what"),
      due: format.weekdayDate(answerOn),
      left: t("clock:daysLeft", { count: Math.max(0, daysBetween(dayInVietnam(at), answerOn)) }),
    },
    button: {
      label: t("mail:served.button"),
      href: `${environment().baseUrl}/${lang}/monitoring/recommendations/${code}`,
    },
    paragraphs: [
      `${finding}: ${findingTitle}`,
      ...text.split(/\n+/),
      t("mail:served.done", { date: format.weekdayDate(on) }),
    ],
    reference: code,
    why: t("mail:served.why"),
  });
}
