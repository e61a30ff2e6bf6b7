import type { Actor } from "#app/domain/accounts/actor.ts";
import { followFor } from "#app/domain/notices/follows/follow.server.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { writeStep } from "./internal/public-step.server.ts";
import { mayPropose } from "./partnership.policy.ts";
import type { ProposeInput } from "./partnership.schema.ts";
import { partnershipTransition } from "./partnership.ts";
import { writtenTexts } from "./texts.ts";

/** From the idea to looking for partners: who proposes describes the idea and opens the call in one go. */
const OPENING = ["IDEA", "CALL_OPEN", "FORMING"] as const;

/**
 * Starts a Three Houses partnership, led by an organisation that the actor represents: it looks for partners (FORMING)
 * and its lead is the first party. Returns its code.
 * Refuses: NOT_A_REPRESENTATIVE; ORGANISATION_NOT_VERIFIED; PROVINCE_UNKNOWN.
 * Source: docs/domain.md, "Partnerships and agreements".
 */
export async function propose(actor: Actor, input: ProposeInput, at = new Date()): Promise<Outcome<{ code: string }>> {
  return inTransaction(async (tx) => {
    const lead = await tx.organisation.findUnique({
      where: { id: input.leadId },
      select: { id: true, verifiedAt: true },
    });
    if (!lead) return refuse("NOT_A_REPRESENTATIVE", { field: "leadId" });
    if (!mayPropose(actor, { id: lead.id, verified: true })) return refuse("NOT_A_REPRESENTATIVE", { field: "leadId" });
    if (!mayPropose(actor, { id: lead.id, verified: lead.verifiedAt !== null }))
      return refuse("ORGANISATION_NOT_VERIFIED", { field: "leadId" });
    const known = await tx.province.count({ where: { code: { in: input.provinceCodes } } });
    if (known < input.provinceCodes.length) return refuse("PROVINCE_UNKNOWN", { field: "provinceCodes" });

    const partnership = await create(tx, actor, input, at);
    for (const [place, to] of OPENING.entries()) {
      const from = OPENING[place - 1] ?? null;
      const step = partnershipTransition(from, to, ["LEAD"]);
      if (!step.ok) return step;
      if (from)
        await tx.partnership.update({ where: { id: partnership.id }, data: { state: to, revision: { increment: 1 } } });
    }
    await writeStep(
      tx,
      { ...partnership, published: false },
      {
        kind: "partnership.forming",
        by: { actor, organisationId: lead.id },
        payload: { state: "FORMING" },
        at,
      },
    );
    await followFor(tx, actor.personId, { type: "PARTNERSHIP", code: partnership.code }, at);
    return done({ code: partnership.code });
  });
}

async function create(tx: Tx, actor: Actor, input: ProposeInput, at: Date): Promise<{ id: string; code: string }> {
  const validFrom = asDate(input.validFrom);
  return tx.partnership.create({
    data: {
      code: await nextCode(tx, "DA", at.getFullYear()),
      state: "IDEA",
      form: input.form,
      title: writtenTexts(input, "title"),
      description: writtenTexts(input, "description"),
      totalValueVnd: input.totalValue,
      trlStart: input.trlStart,
      trlTarget: input.trlTarget,
      provinceCodes: input.provinceCodes,
      validFrom,
      validTo: input.validTo ? asDate(input.validTo) : null,
      createdById: actor.personId,
      createdAt: at,
      members: { create: { organisationId: input.leadId, role: "LEAD", position: 1, validFrom, joinedAt: at } },
    },
    select: { id: true, code: true },
  });
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
