import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { PublicAnswerInput } from "./public-comment.schema.ts";

type AnswerRefusal = MonitorRefusal | "COMMENT_NOT_KEPT" | "ANSWERED_ALREADY";

/**
 * Somebody of the team answers one kept comment, or several at once, before the publication; each once. Answers stand on the
 * record and in the report. Refuses COMMENT_NOT_KEPT and ANSWERED_ALREADY at `comments`, and what `asMonitor` refuses.
 * Source: docs/domain.md, "Public comment".
 */
export async function answerComments(
  actor: Actor,
  code: string,
  { comments, outcome, text }: PublicAnswerInput,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  const tried = { act: "public-comment.answer", code, team: true, from: ["PUBLIC_COMMENT"] } as const;
  return asMonitor<null, AnswerRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const chosen = await chosenOf(tx, campaign.id, comments);
    if (chosen.length !== comments.length || chosen.some(({ keeps }) => keeps !== true))
      return refuse("COMMENT_NOT_KEPT", { field: "comments" });
    if (chosen.some(({ isAnswered }) => isAnswered)) return refuse("ANSWERED_ALREADY", { field: "comments" });
    const by = { actor, ownerOrganisationId: campaign.ownerOrganisationId };
    const { id: answerId } = await tx.publicAnswer.create({
      data: {
        ...{ campaignId: campaign.id, outcome, text, language: actor.language },
        ...{ byId: actor.personId, post: frontPost(actor, campaign.ownerOrganisationId), at },
      },
      select: { id: true },
    });
    await tx.publicCommentAnswer.createMany({ data: chosen.map(({ id }) => ({ commentId: id, answerId })) });
    const payload = { comments, outcome, text };
    const subject = { type: "CAMPAIGN", code } as const;
    await writeFrontStep(tx, { kind: "public-comment.answered", subject, by, payload }, at);
    return done(null);
  });
}

async function chosenOf(tx: Tx, campaignId: string, codes: readonly string[]) {
  return tx.$queryRaw<{ id: string; keeps: boolean | null; isAnswered: boolean }[]>`
    SELECT m.id::text, public_comment_kept(m.id) AS keeps,
      EXISTS (SELECT FROM public_comment_answer a WHERE a.comment_id = m.id) AS "isAnswered"
    FROM public_comment m WHERE m.campaign_id = ${campaignId}::uuid AND m.code = ANY (${[...codes]}) ORDER BY m.code`;
}
