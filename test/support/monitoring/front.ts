import type { Actor } from "#app/domain/accounts/actor.ts";
import { type CampaignInput, campaignSchema } from "#app/domain/monitoring/campaigns/campaign.schema.ts";
import type { CampaignState } from "#app/domain/monitoring/campaigns/campaign.ts";
import { moveCampaign } from "#app/domain/monitoring/campaigns/move.server.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { joinTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { anActor, anOrganisation } from "../initiative-cast.ts";

/** A body of the Front: a lead and two monitors. */
export type Front = { body: string; lead: Actor; monitor: Actor; second: Actor };

/** Something went on that the test takes for granted. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.field ?? ""}`);
  return outcome.value;
}

export async function aFront(): Promise<Front> {
  const body = await anOrganisation("OTHER", "Ban Giám sát Mặt trận Lam Giang");
  return {
    body,
    lead: await anActor("Trưởng đoàn", ["MONITOR_LEAD"], body),
    monitor: await anActor("Người giám sát thứ nhất", ["MONITOR"], body),
    second: await anActor("Người giám sát thứ hai", ["MONITOR"], body),
  };
}

export function aPlan(ownerId: string, more: Record<string, unknown> = {}): CampaignInput {
  return campaignSchema.parse({
    ownerId,
    title_vi: "Giám sát việc trả lời sáng kiến",
    question_vi: "Các cơ quan có trả lời sáng kiến đúng hạn và có lý do không?",
    scope_vi: "Các sáng kiến đã công khai trong năm 2026.",
    legalBasis: "Luật Mặt trận Tổ quốc Việt Nam, Điều 26",
    subjectTypes: ["INITIATIVE", "RESULT"],
    method: "OGP",
    startsOn: "2026-11-01",
    endsOn: "2026-12-15",
    ...more,
  });
}

export const DECLARATION = "Tôi không thuộc bên được giám sát nào, kể cả trong ba năm trước.";

/** Everything narrowed to nothing: all public subjects of a kind. */
export function everything(subjectType: "INITIATIVE" | "PARTNERSHIP" | "RESULT" | "OBLIGATION") {
  return { subjectType, fromOn: null, toOn: null, provinceCode: "", house: null };
}

export function join(front: Front, code: string, who: Actor) {
  return joinTeam(front.monitor, code, { email: who.email, post: "Thành viên", declaration: DECLARATION });
}

export function move(actor: Actor, code: string, to: CampaignState) {
  const approval = to === "APPROVED" ? { approvalNumber: "12/QĐ-MTTQ", approvedOn: "2026-10-30" } : null;
  return moveCampaign(actor, code, { to, note: "", ...(approval ?? { approvalNumber: "", approvedOn: null }) });
}

/** A campaign with a frozen population of results and a team of two, not approved yet. */
export async function planned(front: Front): Promise<string> {
  const { code } = must(await planCampaign(front.monitor, aPlan(front.body)));
  must(await freezePopulation(front.monitor, code, everything("RESULT")));
  must(await join(front, code, front.monitor));
  must(await join(front, code, front.second));
  return code;
}

/** The same in the field work, with a simple sample of that size. */
export async function inField(front: Front, size: number): Promise<string> {
  const code = await planned(front);
  must(await move(front.lead, code, "APPROVED"));
  must(await drawSample(front.lead, code, { number: 1, method: "SIMPLE", stratumBy: null, size }));
  must(await move(front.lead, code, "FIELDWORK"));
  return code;
}
