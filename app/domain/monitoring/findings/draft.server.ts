import { z } from "zod";
import { answeredBefore, keepAnswer, type Once } from "#app/domain/accounts/access-tokens/once.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { FindingInput } from "./finding.schema.ts";
import { WRITING_STATES } from "./finding.ts";

type DraftRefusal = MonitorRefusal | "NOT_IN_THE_SAMPLE" | "IDEMPOTENCY_KEY_REUSED";

/**
 * Somebody of the team writes a finding of a campaign; until its publication the Front alone reads it. Gives its code. `once`: a
 * program that sends the same again gets the same code, and nothing is written twice.
 * Refuses NOT_IN_THE_SAMPLE at `unitId` where it is about a subject that was not drawn; IDEMPOTENCY_KEY_REUSED; and what
 * `asMonitor` refuses.
 * Source: docs/domain.md, "Monitoring".
 */
export async function draftFinding(
  actor: Actor,
  campaignCode: string,
  { unitId, ...input }: FindingInput,
  { at = new Date(), once = null }: { at?: Date; once?: Once | null } = {},
): Promise<Outcome<{ code: string }, DraftRefusal>> {
  const tried = { act: "finding.draft", code: campaignCode, team: true, from: WRITING_STATES } as const;
  return asMonitor<{ code: string }, DraftRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const before = once && (await answeredBefore(tx, actor.personId, once));
    if (before) return "answer" in before ? done(answerSchema.parse(before.answer)) : before;
    const unit =
      isUuid(unitId) &&
      (await tx.sampleUnit.count({
        where: { id: unitId, drawn: { not: null }, sample: { campaignId: campaign.id } },
      })) === 1;
    if (unitId !== "" && !unit) return refuse("NOT_IN_THE_SAMPLE", { field: "unitId" });
    const code = await nextCode(tx, "PH", at.getFullYear());
    await tx.finding.create({
      data: {
        ...{ code, campaignId: campaign.id, unitId: unitId === "" ? null : unitId, ...input },
        ...{ language: actor.language, authorId: actor.personId, createdAt: at },
      },
    });
    if (once) await keepAnswer(tx, actor.personId, once, { code }, at);
    return done({ code });
  });
}

const answerSchema = z.object({ code: z.string() });
