import { type Actor, ROLES } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { answeringPost, mayRequestExtension } from "./extension.policy.ts";
import { answeringPosts, type ExtensionFacts } from "./extension.ts";

/** What a reader may do about more time on an open clock, and what they may read of a request that is a person's own. */
export type ExtensionDesk = {
  mayRequest: boolean;
  mayAnswer: boolean;
  /** the request that waits, with its reason for those concerned; null where none waits, or for everybody else */
  asked: { untilOn: string; reason: string } | null;
};

/** What the actor may do about more time on one obligation. Two statements; none for a visitor. */
export async function findExtensionDesk(actor: Actor | null, id: string, at = new Date()): Promise<ExtensionDesk> {
  const nothing = { mayRequest: false, mayAnswer: false, asked: null };
  if (!actor) return nothing;
  const row = await db().obligation.findUnique({
    where: { id },
    include: { pauses: { where: { toAt: null } }, extensions: { where: { answeredAt: null } } },
  });
  if (!row || row.doneAt || row.voidedAt) return nothing;
  const facts: ExtensionFacts = {
    kind: row.kind,
    debtor: { role: row.debtorRole, organisationId: row.debtorOrganisationId, personId: row.debtorPersonId },
    creditor: { role: row.creditorRole, organisationId: row.creditorOrganisationId, personId: row.creditorPersonId },
  };
  const [open] = row.extensions;
  const owes = mayRequestExtension(actor, facts);
  const runs = row.pauses.length === 0 && row.dueOn.toISOString().slice(0, 10) >= dayInVietnam(at);
  const answers = open ? answeringPost(actor, facts, open.requestedById) !== null : false;
  return {
    mayRequest: owes && runs && !open && answeringPosts(facts, ROLES).length > 0,
    mayAnswer: answers,
    asked: open && (owes || answers) ? { untilOn: open.untilOn.toISOString().slice(0, 10), reason: open.reason } : null,
  };
}
