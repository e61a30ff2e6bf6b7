import type { Actor } from "#app/domain/accounts/actor.ts";
import { newSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { mayInvite } from "#app/domain/organisations/organisation.policy.ts";
import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { mail } from "#app/platform/mail/mail-template.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

const LASTS_DAYS = 14;

export type InviteRefusal = "NOT_ALLOWED" | "ALREADY_MEMBER" | "TOO_MANY";
export type InvitationOf = { organisationId: string; email: string; asRepresentative: boolean; language: Language };

/**
 * A representative invites somebody into the organisation by mail, for 14 days; an earlier invitation to the same
 * address is void. Whether the address has an account is not told.
 * Refuses: NOT_ALLOWED; ALREADY_MEMBER (at `email`); TOO_MANY in an hour (`seconds` to wait).
 */
export async function invite(actor: Actor, asked: InvitationOf): Promise<Outcome<null, InviteRefusal>> {
  const { organisationId, email } = asked;
  if (!isUuid(organisationId) || !mayInvite(actor, organisationId)) return refuse("NOT_ALLOWED");
  const taken = await take("invitation", actor.personId);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inTransaction(async (tx) => {
    const member = await tx.affiliation.findFirst({
      where: { organisationId, toOn: null, person: { email } },
      select: { id: true },
    });
    if (member) return refuse("ALREADY_MEMBER", { field: "email" });
    await post(tx, actor, asked);
    return done(null);
  });
}

async function post(tx: Tx, actor: Actor, asked: InvitationOf): Promise<void> {
  const { organisationId, email, asRepresentative, language: lang } = asked;
  const { secret, tokenHash } = newSecret();
  const expiresAt = new Date(Date.now() + LASTS_DAYS * 86_400_000);
  await tx.invitation.updateMany({
    where: { organisationId, email, acceptedAt: null, expiresAt: { gt: new Date() } },
    data: { expiresAt: new Date() },
  });
  await tx.invitation.create({
    data: { organisationId, email, tokenHash, asRepresentative, invitedById: actor.personId, expiresAt },
  });
  const names = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { nameVi: true, nameEn: true, nameFr: true },
  });
  const t = translator(lang);
  const format = formatter(lang);
  const organisation = pickText({ vi: names.nameVi, en: names.nameEn, fr: names.nameFr }, lang)?.text ?? names.nameVi;
  const expiresOn = format.dayOf(expiresAt);
  const content = mail(lang, t, {
    subject: t("mail:invitation.subject", { organisation, date: format.date(expiresOn) }),
    news: t(asRepresentative ? "mail:invitation.newsRepresentative" : "mail:invitation.news", { organisation }),
    clock: {
      who: t("mail:invitation.who"),
      what: t("mail:invitation.what", { organisation }),
      due: format.weekdayDate(expiresOn),
    },
    button: { label: t("mail:invitation.button"), href: `${environment().baseUrl}/${lang}/invitations/${secret}` },
    paragraphs: [t("mail:invitation.text")],
    why: t("mail:invitation.why"),
  });
  await enqueue(tx, { topic: "mail", payload: { to: email, ...content } });
}
