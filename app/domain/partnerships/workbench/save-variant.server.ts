import type { Actor } from "#app/domain/accounts/actor.ts";
import type { AgreementAddress } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { amender } from "../partnership.policy.ts";
import { LONGEST_NAME, MOST_SAVED, type Variant, variantFaults } from "./variant.ts";
import { writeContent } from "./variant-content.ts";

/**
 * Keeps a variant for the actor's organisation under a name; nobody else sees it until it is shared. Saving under the
 * name of an own variant that is not shared yet takes its place. Returns the id of what was saved.
 * Refuses, and stores nothing: ABSENT; NOT_A_REPRESENTATIVE; VARIANT_NAME_MISSING, VARIANT_NAME_SHARED at `name`;
 * PARTY_UNKNOWN; TOO_MANY_VARIANTS beyond 20 of one organisation for one agreement; the first of `variantFaults`.
 * Source: docs/domain.md, "Workbench".
 */
export async function saveVariant(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  { name: typed, variant }: { name: string; variant: Variant },
  at = new Date(),
): Promise<Outcome<{ id: string }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    const name = typed.normalize("NFC").trim();
    if (name === "" || [...name].length > LONGEST_NAME) return refuse("VARIANT_NAME_MISSING", { field: "name" });
    const [fault] = variantFaults(variant);
    if (fault) {
      const { field, totalPpm = 0, remainderPpm = 0 } = fault;
      return refuse(fault.code, { field, params: { total: totalPpm, remainder: remainderPpm } });
    }
    const joined = new Set(partnership.members.filter((one) => one.joined).map(({ id }) => id));
    if (variant.parties.some(({ party }) => !joined.has(party))) return refuse("PARTY_UNKNOWN");

    const own = await tx.shareVariant.findMany({
      where: { agreementId: agreement.id, organisationId: member.organisationId },
      select: { id: true, name: true, sharedAt: true },
    });
    const former = own.find((one) => one.name === name);
    if (former?.sharedAt) return refuse("VARIANT_NAME_SHARED", { field: "name" });
    const kept = { content: writeContent(variant), savedById: actor.personId, savedAt: at };
    if (former) {
      await tx.shareVariant.update({ where: { id: former.id }, data: kept, select: { id: true } });
      return done({ id: former.id });
    }
    if (own.length >= MOST_SAVED) return refuse("TOO_MANY_VARIANTS", { params: { max: MOST_SAVED } });
    const owner = { agreementId: agreement.id, organisationId: member.organisationId };
    const { id } = await tx.shareVariant.create({ data: { ...owner, name, ...kept }, select: { id: true } });
    return done({ id });
  });
}
