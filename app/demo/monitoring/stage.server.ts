import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { CampaignState } from "#app/domain/monitoring/campaigns/campaign.ts";
import { moveCampaign } from "#app/domain/monitoring/campaigns/move.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";

export const DAY_MS = 86_400_000;

/** Who acts, when now is, and how a story waits for its turn. */
export type Stage = { people: DemoPeople; now: Date; until: Until };

/** A lead moves a campaign; the approval names a decision. */
export async function move(lead: Actor, code: string, to: CampaignState, at: Date) {
  const approval =
    to === "APPROVED"
      ? { approvalNumber: "12/QĐ-MTTQ-BTT", approvedOn: dayInVietnam(at) }
      : { approvalNumber: "", approvedOn: null };
  legally(await moveCampaign(lead, code, { to, note: "", ...approval }, at));
}

/** A morning so many days ago. */
export function daysBefore(now: Date, days: number): Date {
  const date = new Date(now.getTime() - days * DAY_MS);
  date.setUTCHours(3, 10, 0, 0);
  return date;
}
