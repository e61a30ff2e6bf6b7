import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asMonitor, conflictOf, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { endAssignments } from "../internal/together/end-assignments.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { TeamInput } from "./campaign.schema.ts";
import { JOINING_STATES } from "./campaign.ts";

type TeamRefusal = MonitorRefusal | "NOBODY_OF_THE_FRONT" | "MEMBER_NOT_INDEPENDENT";

/**
 * Takes somebody of a body of the Front that works in the campaign into the team, with their declaration of independence. Refuses
 * NOBODY_OF_THE_FRONT at `email`; MEMBER_NOT_INDEPENDENT at `email`, naming the monitored body to which they belong or
 * belonged in the last three years; and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function joinTeam(
  actor: Actor,
  code: string,
  { email, post, declaration }: TeamInput,
  at = new Date(),
): Promise<Outcome<null, TeamRefusal>> {
  return asMonitor<null, TeamRefusal>(
    actor,
    { act: "campaign.team", code, from: JOINING_STATES },
    async (tx, campaign) => {
      const person = await tx.person.findFirst({
        where: {
          email,
          disabledAt: null,
          grants: {
            some: {
              role: { in: ["MONITOR", "MONITOR_LEAD"] },
              organisationId: { in: campaign.partnerIds },
              revokedAt: null,
            },
          },
        },
        select: { id: true },
      });
      if (!person || !mayWork(actor, campaign)) return refuse("NOBODY_OF_THE_FRONT", { field: "email" });
      const body = await conflictOf(tx, person.id, campaign.id);
      if (body) return refuse("MEMBER_NOT_INDEPENDENT", { field: "email", params: { body } });
      const member = { campaignId: campaign.id, personId: person.id };
      const declared = { post, declaration, declaredAt: at, leftAt: null };
      await tx.campaignMember.upsert({
        where: { campaignId_personId: member },
        create: { ...member, ...declared },
        update: declared,
      });
      return done(null);
    },
  );
}

/** Somebody leaves the team; their declaration stays on file, and what they were to read is theirs no more. Refuses what `asMonitor` refuses. */
export async function leaveTeam(
  actor: Actor,
  code: string,
  personId: string,
  at = new Date(),
): Promise<Outcome<null, MonitorRefusal>> {
  return asMonitor<null, MonitorRefusal>(
    actor,
    { act: "campaign.team", code, from: JOINING_STATES },
    async (tx, { id }) => {
      await tx.campaignMember.updateMany({ where: { campaignId: id, personId, leftAt: null }, data: { leftAt: at } });
      await endAssignments(tx, { campaignId: id, personId, by: actor.personId }, at);
      return done(null);
    },
  );
}
