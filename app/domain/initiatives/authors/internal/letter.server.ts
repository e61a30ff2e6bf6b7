import type { Actor } from "#app/domain/accounts/actor.ts";
import { newSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { mail } from "#app/platform/mail/mail-template.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";

type Invited = { id: string; name: string; email: string | null; part: string; contributionPpm: number };

/**
 * Writes to an author whose confirmation is asked, with a new one-time link; an earlier link is void. Of the text the
 * mail says no word: an address may be mistyped.
 */
export async function sendInvitation(
  tx: Tx,
  actor: Actor,
  initiative: { code: string },
  author: Invited,
  at: Date,
): Promise<void> {
  if (author.email === null) return;
  const { secret, tokenHash } = newSecret();
  await tx.initiativeAuthor.update({ where: { id: author.id }, data: { tokenHash, invitedAt: at, declinedAt: null } });
  const known = await tx.person.findFirst({ where: { email: author.email }, select: { id: true, language: true } });
  const lang =
    known?.language === "en" || known?.language === "fr" || known?.language === "vi" ? known.language : actor.language;
  const t = translator(lang);
  const names = { code: initiative.code, proposer: actor.name ?? initiative.code };
  const share = formatter(lang).percent(author.contributionPpm);
  const content = mail(lang, t, {
    subject: t("mail:authorship.subject", names),
    news: t("mail:authorship.news", names),
    button: { label: t("mail:authorship.button"), href: `${environment().baseUrl}/${lang}/authorship/${secret}` },
    paragraphs: [t("mail:authorship.share", { share, part: author.part || "–" }), t("mail:authorship.text")],
    why: t("mail:authorship.why", names),
  });
  await enqueue(tx, { topic: "mail", payload: { to: author.email, ...content } });
  const subject = { type: "INITIATIVE", code: initiative.code } as const;
  if (known)
    await tell(tx, { event: "author.invited", subject, to: [known.id], followers: false, by: actor.personId }, at);
}
