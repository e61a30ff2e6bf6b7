import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { CampaignState } from "../campaigns/campaign.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfField, isDrawn } from "../internal/field/place.server.ts";
import { writeFrontStep } from "../internal/front-step.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { InterviewInput, WithdrawalInput } from "./field-work.schema.ts";

type TakeRefusal = MonitorRefusal | "NOT_IN_THE_SAMPLE" | "VISITED_LATER";

/**
 * Somebody of the team writes down what somebody told them of a sampled subject, as far as that person consented: to be
 * recorded, to be quoted, to be named. Names are on no record and in no index. Gives the code. Refuses NOT_IN_THE_SAMPLE at `unitId`,
 * VISITED_LATER at `onDay`, and what `asMonitor` refuses. Source: docs/domain.md, "Field work".
 */
export async function takeInterview(
  actor: Actor,
  campaign: string,
  { onDay, ...input }: InterviewInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, TakeRefusal>> {
  const tried = { act: "interview.take", code: campaign, team: true, from: ["FIELDWORK"] } as const;
  return asMonitor<{ code: string }, TakeRefusal>(actor, tried, async (tx, found) => {
    if (!mayWork(actor, found)) return refuse("NOT_A_MONITOR");
    const campaignId = found.id;
    if (!isUuid(input.unitId) || !(await isDrawn(tx, campaignId, input.unitId)))
      return refuse("NOT_IN_THE_SAMPLE", { field: "unitId" });
    if (onDay > dayInVietnam(at)) return refuse("VISITED_LATER", { field: "onDay" });
    const code = await nextCode(tx, "PV", at.getFullYear());
    const on = { onDay: new Date(`${onDay}T00:00:00Z`), writtenById: actor.personId, writtenAt: at };
    await tx.interview.create({ data: { code, campaignId, ...input, ...on } });
    return done({ code });
  });
}

const FROM_FIELD: readonly CampaignState[] = [
  ...(["FIELDWORK", "DRAFT_REPORT", "FACTUAL_CHECK", "PUBLIC_COMMENT"] as const),
  ...(["PUBLISHED", "FOLLOW_UP", "CLOSED"] as const),
];

type WithdrawRefusal = MonitorRefusal | "WITHDRAWN_ALREADY";

/**
 * Somebody of the team notes that a person took a consent back: their name goes, or all that they said. It is erased, and a
 * tombstone with the day stays. Possible at any time. Refuses WITHDRAWN_ALREADY (also where there was no such consent), and what
 * `asMonitor` refuses. Source: docs/domain.md, "Field work".
 */
export async function withdrawConsent(
  actor: Actor,
  code: string,
  { what }: WithdrawalInput,
  at = new Date(),
): Promise<Outcome<null, WithdrawRefusal>> {
  const tried = { act: "interview.withdraw", code: await campaignOfField(code), from: FROM_FIELD } as const;
  return asMonitor<null, WithdrawRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const interview = await tx.interview.findFirst({ where: { code, campaignId: campaign.id } });
    if (!interview) return refuse("NOT_FOUND");
    const { id, name, consentRecorded, consentQuoted, wordsWithdrawnAt } = interview;
    const nothing = what === "NAME" ? name === null : !consentRecorded || wordsWithdrawnAt !== null;
    if (nothing) return refuse("WITHDRAWN_ALREADY");
    const data =
      what === "NAME"
        ? { name: null, nameWithdrawnAt: at }
        : { name: null, summary: "", wordsWithdrawnAt: at, ...(name === null ? {} : { nameWithdrawnAt: at }) };
    await tx.interview.update({ where: { id }, data });
    const isPublished = ["PUBLISHED", "FOLLOW_UP", "CLOSED"].includes(campaign.state);
    if (isPublished && consentQuoted) {
      const by = { actor, ownerOrganisationId: campaign.ownerOrganisationId };
      const subject = { type: "CAMPAIGN", code: campaign.code } as const;
      await writeFrontStep(tx, { kind: "interview.withdrawn", subject, by, payload: { interview: code, what } }, at);
    }
    return done(null);
  });
}
