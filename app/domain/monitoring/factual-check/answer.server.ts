import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfFinding } from "../internal/finding-place.server.ts";
import { frontPost } from "../internal/front-step.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { FactualAnswerInput } from "./factual-check.schema.ts";
import type { FindingText } from "./factual-check.ts";

type AnswerRefusal = MonitorRefusal | "NOTHING_TO_ANSWER" | "TEXT_UNCHANGED" | "TEXT_CHANGED_WITHOUT_REASON";

/**
 * Somebody of the team answers what a body objected to the facts of a finding, once. Accepted: the finding gets the new text, the
 * former stays beside it, and somebody else reads it and a lead confirms it again. Not accepted: the text stands.
 * Refuses: NOTHING_TO_ANSWER; TEXT_UNCHANGED where it is accepted and nothing changes, at `condition`;
 * TEXT_CHANGED_WITHOUT_REASON where it is not accepted and the text is another, at `verdict`; NOT_ALLOWED_FROM_STATE outside
 * the round; and what `asMonitor` refuses. Source: docs/domain.md, "Factual check".
 */
export async function answerFacts(
  actor: Actor,
  code: string,
  { organisationId, accepted, reason, text }: FactualAnswerInput,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  const place = await campaignOfFinding(code);
  const tried = { act: "finding.answer", code: place, team: true, from: ["FACTUAL_CHECK"] } as const;
  return asMonitor<null, AnswerRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const finding = await tx.finding.findUniqueOrThrow({ where: { code } });
    const findingId = finding.id;
    const waits =
      isUuid(organisationId) &&
      (await tx.factualComment.count({ where: { findingId, organisationId, correct: false, answer: null } })) === 1;
    if (!waits) return refuse("NOTHING_TO_ANSWER");
    const { title, criteria, condition, cause, effect, language } = finding;
    const former = { title, criteria, condition, cause, effect };
    const same = (Object.keys(former) as (keyof FindingText)[]).every((name) => former[name] === text[name]);
    if (accepted && same) return refuse("TEXT_UNCHANGED", { field: "condition" });
    if (!accepted && !same) return refuse("TEXT_CHANGED_WITHOUT_REASON", { field: "verdict" });
    const signed = {
      ...{ byId: actor.personId, post: frontPost(actor, campaign.ownerOrganisationId) },
      ...{ language: actor.language, at },
    };
    const kept = accepted ? { former: { ...former, language } } : {};
    await tx.factualAnswer.create({ data: { findingId, organisationId, accepted, reason, ...kept, ...signed } });
    if (accepted)
      await tx.finding.update({
        where: { id: findingId },
        data: {
          ...{ ...text, state: "DRAFT", language: actor.language, authorId: actor.personId },
          ...{ secondReaderId: null, secondNote: null, confirmedById: null },
        },
      });
    return done(null);
  });
}
