import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { mayLead } from "../partnership.policy.ts";
import type { InviteInput } from "../partnership.schema.ts";

/** While these last, further organisations may come in; parties of signed agreements stay who they are. */
export const OPEN_TO_MEMBERS: readonly string[] = ["FORMING", "NEGOTIATION", "SIGNED", "ACTIVE"];

/** A rounding tie goes by the order of parties, and a picture has room for so many. */
export const MOST_MEMBERS = 50;

/**
 * The lead asks an organisation to take part; its representative answers with `join` or `leave`. It stands last in the
 * order of parties. Returns the member's id.
 * Refuses: ABSENT; NOT_THE_LEAD; NOT_ALLOWED_FROM_STATE; ORGANISATION_NOT_VERIFIED; ALREADY_A_MEMBER; TOO_MANY_MEMBERS;
 * OUTSIDE_THE_PARTNERSHIP when it would come before the partnership begins or after it ends.
 */
export async function inviteMember(
  actor: Actor,
  code: string,
  input: InviteInput,
  at = new Date(),
): Promise<Outcome<{ memberId: string }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership) return refuse("ABSENT");
    const { members } = partnership;
    const lead = members.find((member) => member.role === "LEAD");
    if (!lead || !mayLead(actor, members)) return refuse("NOT_THE_LEAD");
    if (!OPEN_TO_MEMBERS.includes(partnership.state)) return refuse("NOT_ALLOWED_FROM_STATE");
    if (members.length >= MOST_MEMBERS) return refuse("TOO_MANY_MEMBERS", { params: { max: MOST_MEMBERS } });
    if (members.some((member) => member.organisationId === input.organisationId))
      return refuse("ALREADY_A_MEMBER", { field: "organisationId" });
    const invited = await tx.organisation.findUnique({
      where: { id: input.organisationId },
      select: { verifiedAt: true },
    });
    if (!invited?.verifiedAt) return refuse("ORGANISATION_NOT_VERIFIED", { field: "organisationId" });
    const from = input.from ?? partnership.from;
    if (from < partnership.from || (partnership.to !== null && from >= partnership.to))
      return refuse("OUTSIDE_THE_PARTNERSHIP", { field: "from" });

    const member = await tx.partnershipMember.create({
      data: {
        partnershipId: partnership.id,
        organisationId: input.organisationId,
        role: input.role,
        position: Math.max(...members.map(({ position }) => position)) + 1,
        validFrom: new Date(`${from}T00:00:00Z`),
      },
      select: { id: true },
    });
    await writeStep(tx, partnership, {
      kind: "partnership.invited",
      by: { actor, organisationId: lead.organisationId },
      payload: { state: partnership.state },
      at,
    });
    return done({ memberId: member.id });
  });
}
