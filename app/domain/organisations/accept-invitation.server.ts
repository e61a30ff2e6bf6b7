import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { goesWith } from "#app/domain/accounts/roles/role.policy.ts";
import { join, writeGrant } from "#app/domain/accounts/roles/write.server.ts";
import { organisationCode } from "#app/domain/organisations/organisation.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

export type AcceptRefusal = "INVITATION_VOID" | "INVITATION_OF_OTHERS" | "ROLES_APART";

/**
 * Joins an organisation by an invitation to the actor's own confirmed address; `post` is what its public page names.
 * Refuses: INVITATION_VOID (used, over, unknown); INVITATION_OF_OTHERS (sent to another address); ROLES_APART (an
 * administrator represents nobody).
 */
export async function acceptInvitation(
  actor: Actor,
  asked: { invitationId: string; post: string },
): Promise<Outcome<{ organisationId: string }, AcceptRefusal>> {
  if (!isUuid(asked.invitationId)) return refuse("INVITATION_VOID");
  return inTransaction(async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { id: asked.invitationId, acceptedAt: null, expiresAt: { gt: new Date() } },
      select: {
        id: true,
        email: true,
        asRepresentative: true,
        invitedById: true,
        organisation: { select: { id: true, scheme: true, identifier: true } },
      },
    });
    if (!invitation) return refuse("INVITATION_VOID");
    if (invitation.email !== actor.email) return refuse("INVITATION_OF_OTHERS");
    const { organisation, asRepresentative } = invitation;
    const roles = actor.roles.map((held) => held.role);
    if (asRepresentative && !goesWith(roles, "PARTY_REP")) return refuse("ROLES_APART");
    const accepted = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null },
      data: { acceptedAt: new Date() },
    });
    if (accepted.count === 0) return refuse("INVITATION_VOID");
    await join(tx, actor.personId, organisation.id, asked.post);
    if (asRepresentative && !holds(actor, "PARTY_REP", organisation.id)) {
      await writeGrant(tx, {
        personId: actor.personId,
        role: "PARTY_REP",
        organisation: { id: organisation.id, code: organisationCode(organisation) },
        grantedById: invitation.invitedById,
        post: "PARTY_REP",
      });
    }
    return done({ organisationId: organisation.id });
  });
}
