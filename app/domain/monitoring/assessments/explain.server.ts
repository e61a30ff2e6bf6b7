import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asAddressee, signingPost } from "../internal/as-addressee.server.ts";
import { campaignOfUnit } from "../internal/drawn-unit.server.ts";
import { mayAnswer } from "../monitoring.policy.ts";
import { gapOf, mustExplain } from "./assessment.ts";

type ExplainRefusal = "NOT_FOUND" | "NOT_THE_MONITORED_BODY" | "NOTHING_TO_EXPLAIN" | "EXPLAINED_ALREADY";

/**
 * The body that answers for a subject explains the gap between what it reports and what was verified, once; it changes
 * nothing of the assessment. Refuses NOT_FOUND before the publication; NOT_THE_MONITORED_BODY (which leaves a security event);
 * NOTHING_TO_EXPLAIN; EXPLAINED_ALREADY. Source: docs/domain.md, "Monitoring" (two voices).
 */
export async function explainGap(
  actor: Actor,
  unitId: string,
  { text }: { text: string },
  at = new Date(),
): Promise<Outcome<null, ExplainRefusal>> {
  const tried = { act: "assessment.explain", code: await campaignOfUnit(unitId) };
  return asAddressee<null, ExplainRefusal>(actor, tried, async (tx) => {
    const unit = await tx.sampleUnit.findFirst({
      where: { id: unitId, assessment: { isNot: null }, sample: { campaign: { publishedAt: { not: null } } } },
      select: { bodyIds: true, subjectCode: true, assessment: { include: { explanation: true } } },
    });
    if (!unit?.assessment) return refuse("NOT_FOUND");
    const [organisationId = ""] = unit.bodyIds;
    if (!mayAnswer(actor, organisationId)) return refuse("NOT_THE_MONITORED_BODY");
    const { selfCompletion, completion, explanation } = unit.assessment;
    const gap = gapOf(selfCompletion, completion);
    if (!mustExplain(gap)) return refuse("NOTHING_TO_EXPLAIN");
    if (explanation) return refuse("EXPLAINED_ALREADY");
    const post = signingPost(actor, organisationId);
    const signed = { personId: actor.personId, post, language: actor.language, at };
    await tx.gapExplanation.create({ data: { unitId, organisationId, text, ...signed } });
    await closeObligation(tx, unitId, "GAP_EXPLANATION", "EXPLAINED", at);
    const subject = { type: "CAMPAIGN", code: tried.code } as const;
    const payload = { subjectCode: unit.subjectCode, gap, text };
    await appendEntry(tx, { kind: "assessment.explained", subject, actor: { organisationId, post }, payload }, at);
    return done(null);
  });
}
