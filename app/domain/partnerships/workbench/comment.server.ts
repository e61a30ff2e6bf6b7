import type { Actor } from "#app/domain/accounts/actor.ts";
import type { AgreementAddress } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { postOf } from "../internal/public-step.server.ts";
import { amender } from "../partnership.policy.ts";
import { lockedVariant } from "./locked-variant.server.ts";
import { LONGEST_COMMENT, MOST_COMMENTS } from "./variant.ts";

/**
 * Says something of a shared variant to the other members, in the name of the actor's organisation and with the post
 * held in it. What is said stays. Returns the id of the comment.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; VARIANT_NOT_SHARED; COMMENT_MISSING at `text` (nothing, or more than 2 000
 * characters); TOO_MANY_COMMENTS beyond 200.
 */
export async function commentOnVariant(
  actor: Actor,
  { variantId, ...address }: AgreementAddress & { variantId: string },
  typed: string,
  at = new Date(),
): Promise<Outcome<{ id: string }>> {
  return inTransaction(async (tx) => {
    const found = await lockedVariant(tx, actor, { ...address, variantId });
    if (!found.ok) return found;
    const { variant, members } = found.value;
    const member = amender(actor, members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    if (!variant.sharedAt) return refuse("VARIANT_NOT_SHARED");
    const text = typed.trim();
    if (text === "" || [...text].length > LONGEST_COMMENT) return refuse("COMMENT_MISSING", { field: "text" });
    if ((await tx.shareVariantComment.count({ where: { variantId } })) >= MOST_COMMENTS)
      return refuse("TOO_MANY_COMMENTS", { params: { max: MOST_COMMENTS } });
    const { organisationId } = member;
    const said = {
      organisationId,
      personId: actor.personId,
      post: postOf({ actor, organisationId }),
      text,
      saidAt: at,
    };
    const { id } = await tx.shareVariantComment.create({ data: { variantId, ...said }, select: { id: true } });
    return done({ id });
  });
}
