import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { JOINING_STATES } from "../campaigns/campaign.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { writeFrontStep } from "../internal/front-step.server.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";
import { mayAnswerInvitation, mayLead, mayMonitor } from "../monitoring.policy.ts";
import type { InvitationAnswer } from "./invitation.schema.ts";

type InviteRefusal = MonitorRefusal | "NO_BODY_OF_THE_FRONT" | "BODY_INVITED" | "BODY_MONITORED";

/**
 * A lead invites another body of the Front to work in their campaign; its leads are told, and from then on it reads the
 * plan. Refuses, at `bodyId`: NO_BODY_OF_THE_FRONT where nobody leads monitoring there, BODY_INVITED already,
 * BODY_MONITORED by this campaign; and what `asMonitor` refuses. Source: docs/domain.md, "Bodies of the Front".
 */
export async function inviteBody(
  actor: Actor,
  code: string,
  { bodyId }: { bodyId: string },
  at = new Date(),
): Promise<Outcome<null, InviteRefusal>> {
  const tried = { act: "campaign.invite", code, leads: true, from: JOINING_STATES } as const;
  return asMonitor<null, InviteRefusal>(actor, tried, async (tx, campaign) => {
    const leads = isUuid(bodyId) ? await leadsOf(tx, bodyId) : [];
    if (leads.length === 0 || !mayLead(actor, campaign)) return refuse("NO_BODY_OF_THE_FRONT", { field: "bodyId" });
    const known = { campaignId: campaign.id, organisationId: bodyId };
    if (bodyId === campaign.ownerOrganisationId || (await tx.campaignBody.count({ where: known })) > 0)
      return refuse("BODY_INVITED", { field: "bodyId" });
    const monitored = await tx.sampleUnit.count({
      where: { sample: { campaignId: campaign.id }, bodyIds: { has: bodyId } },
    });
    if (monitored > 0) return refuse("BODY_MONITORED", { field: "bodyId" });
    await tx.campaignBody.create({ data: { ...known, invitedById: actor.personId, invitedAt: at } });
    const subject = { type: "CAMPAIGN", code } as const;
    await tell(tx, { event: "campaign.invited", subject, to: leads, followers: false, by: actor.personId }, at);
    return done(null);
  });
}

type AnswerRefusal = "NOT_FOUND" | "NOT_A_MONITOR" | "NOT_THE_MONITORING_LEAD" | "INVITATION_ANSWERED";

/**
 * A lead of an invited body says whether it works in the campaign; from then on its monitors may join the team. It stands.
 * Refuses NOT_FOUND where none of their bodies is invited; INVITATION_ANSWERED; NOT_THE_MONITORING_LEAD to its monitors;
 * NOT_A_MONITOR to everybody else, which leaves a security event. Source: docs/domain.md, "Bodies of the Front".
 */
export async function answerInvitation(
  actor: Actor,
  code: string,
  { accepted, note }: InvitationAnswer,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  const outcome = mayMonitor(actor)
    ? await inTransaction<null, AnswerRefusal>((tx) => answer(tx, actor, { code, accepted, note, at }))
    : refuse("NOT_A_MONITOR");
  if (!outcome.ok) await noteRefusedTry(actor, { act: "campaign.answer-invitation", code }, outcome.code);
  return outcome;
}

type Given = InvitationAnswer & { code: string; at: Date };

async function answer(
  tx: Tx,
  actor: Actor,
  { code, accepted, note, at }: Given,
): Promise<Outcome<null, AnswerRefusal>> {
  const invited = await tx.$queryRaw<
    { campaignId: string; organisationId: string; answered: boolean; state: string; owner: string }[]
  >`
    SELECT b.campaign_id::text AS "campaignId", b.organisation_id::text AS "organisationId", b.accepted IS NOT NULL AS answered,
      c.state::text AS state, c.owner_organisation_id::text AS owner
    FROM campaign_body b JOIN monitoring_campaign c ON c.id = b.campaign_id WHERE c.code = ${code} FOR UPDATE OF b`;
  const own = invited.filter(({ organisationId }) => actor.roles.some((one) => one.organisationId === organisationId));
  if (own.length === 0) return refuse("NOT_FOUND");
  const led = own.filter(({ organisationId }) => mayAnswerInvitation(actor, organisationId));
  const open = led.find(({ answered }) => !answered);
  if (!open) return refuse(led.length > 0 ? "INVITATION_ANSWERED" : "NOT_THE_MONITORING_LEAD");
  const { campaignId, organisationId } = open;
  await tx.campaignBody.update({
    where: { campaignId_organisationId: { campaignId, organisationId } },
    data: { accepted, note, answeredById: actor.personId, answeredAt: at },
  });
  const subject = { type: "CAMPAIGN", code } as const;
  const to = await leadsOf(tx, open.owner);
  await tell(tx, { event: "campaign.invitation-answered", subject, to, followers: false, by: actor.personId }, at);
  // before the approval nothing of a plan is public; the approval tells who works in it
  if (accepted && open.state !== "PLANNED") {
    const by = { actor, ownerOrganisationId: organisationId };
    await writeFrontStep(tx, { kind: "campaign.body-joined", subject, by, payload: {} }, at);
  }
  return done(null);
}

async function leadsOf(tx: Tx, organisationId: string): Promise<string[]> {
  const where = { organisationId, role: "MONITOR_LEAD", revokedAt: null, person: { disabledAt: null } } as const;
  return (await tx.roleGrant.findMany({ where, select: { personId: true } })).map(({ personId }) => personId);
}
