import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfField, isDrawn } from "../internal/field/place.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { VisitInput } from "./field-work.schema.ts";

type WrongVisit = "NOT_IN_THE_SAMPLE" | "VISITED_LATER" | "PRESENT_NOT_ON_TEAM";
type WriteRefusal = MonitorRefusal | WrongVisit;
type ChangeRefusal = WriteRefusal | "SIGNED_ALREADY";

/**
 * Somebody of the team writes the minutes of a visit to a sampled subject; who was there signs them afterwards. Nothing of
 * it is public before the publication. Gives the code. Refuses NOT_IN_THE_SAMPLE at `unitId`, VISITED_LATER (the day lies ahead) at `onDay`,
 * PRESENT_NOT_ON_TEAM at `present`, and what `asMonitor` refuses. Source: docs/domain.md, "Field work".
 */
export async function writeVisit(
  actor: Actor,
  campaign: string,
  input: VisitInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, WriteRefusal>> {
  const tried = { act: "visit.write", code: campaign, team: true, from: ["FIELDWORK"] } as const;
  return asMonitor<{ code: string }, WriteRefusal>(actor, tried, async (tx, { id: campaignId, ...found }) => {
    if (!mayWork(actor, found)) return refuse("NOT_A_MONITOR");
    const team = await presentOf(tx, campaignId, input, at);
    if ("code" in team) return team;
    const { present, unitId, ...minutes } = contentOf(input);
    const code = await nextCode(tx, "BB", at.getFullYear());
    const { id: visitId } = await tx.fieldVisit.create({
      data: { code, campaignId, unitId, ...minutes, writtenById: actor.personId, writtenAt: at },
      select: { id: true },
    });
    await tx.fieldPresence.createMany({ data: team.present.map((one) => ({ visitId, ...one })) });
    return done({ code });
  });
}

/**
 * Changes minutes that nobody has signed yet; the subject stays. Refuses SIGNED_ALREADY, and what `writeVisit` refuses.
 */
export async function changeVisit(
  actor: Actor,
  code: string,
  input: VisitInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, ChangeRefusal>> {
  const tried = {
    act: "visit.change",
    code: await campaignOfField(code),
    team: true,
    from: ["FIELDWORK"],
  } as const;
  return asMonitor<{ code: string }, ChangeRefusal>(actor, tried, async (tx, { id: campaignId }) => {
    const visit = await tx.fieldVisit.findFirst({
      where: { code, campaignId },
      select: { id: true, unitId: true, _count: { select: { presences: { where: { signedAt: { not: null } } } } } },
    });
    if (!visit) return refuse("NOT_FOUND");
    if (visit._count.presences > 0) return refuse("SIGNED_ALREADY");
    const team = await presentOf(tx, campaignId, { ...input, unitId: visit.unitId }, at);
    if ("code" in team) return team;
    const { present, unitId, ...minutes } = contentOf(input);
    await tx.fieldPresence.deleteMany({ where: { visitId: visit.id } });
    await tx.fieldVisit.update({ where: { id: visit.id }, data: minutes });
    await tx.fieldPresence.createMany({ data: team.present.map((one) => ({ visitId: visit.id, ...one })) });
    return done({ code });
  });
}

function contentOf({ onDay, ...input }: VisitInput) {
  return { ...input, onDay: new Date(`${onDay}T00:00:00Z`) };
}

/** Who was there, with the post that each has in the team; or what is wrong with the minutes. */
async function presentOf(
  tx: Tx,
  campaignId: string,
  { unitId, onDay, present }: VisitInput,
  at: Date,
): Promise<{ present: { personId: string; post: string }[] } | Refusal<WrongVisit>> {
  if (!isUuid(unitId) || !(await isDrawn(tx, campaignId, unitId)))
    return refuse("NOT_IN_THE_SAMPLE", { field: "unitId" });
  if (onDay > dayInVietnam(at)) return refuse("VISITED_LATER", { field: "onDay" });
  const members = await tx.campaignMember.findMany({
    where: { campaignId, leftAt: null, personId: { in: present.filter(isUuid) } },
    orderBy: { personId: "asc" },
    select: { personId: true, post: true },
  });
  return members.length === present.length ? { present: members } : refuse("PRESENT_NOT_ON_TEAM", { field: "present" });
}
