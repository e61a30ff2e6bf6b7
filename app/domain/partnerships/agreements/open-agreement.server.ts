import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { handsOf, mayLead } from "../partnership.policy.ts";
import { agreementTransition, type PartnershipState } from "../partnership.ts";
import type { OpenAgreementInput } from "./agreement.schema.ts";

/** A further product starts its own agreement without moving the partnership. */
const OPEN_TO_AGREEMENTS: readonly PartnershipState[] = ["NEGOTIATION", "SIGNED", "ACTIVE"];

/**
 * The lead starts the negotiation of one product of the catalogue in force that day.
 * Refuses: ABSENT; NOT_THE_LEAD; NOT_ALLOWED_FROM_STATE; PRODUCT_NOT_IN_FORCE; PRODUCT_TAKEN; OUTSIDE_THE_PARTNERSHIP;
 * CONFIDENTIAL_WITH_STATE_MONEY. Source: docs/domain.md, "Partnerships and agreements".
 */
export async function openAgreement(
  actor: Actor,
  code: string,
  input: OpenAgreementInput,
  at = new Date(),
): Promise<Outcome<{ productCode: string }>> {
  const products = productsOn(await loadCatalogue(), dayInVietnam(at));
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership) return refuse("ABSENT");
    const lead = partnership.members.find(({ role }) => role === "LEAD");
    if (!lead || !mayLead(actor, partnership.members)) return refuse("NOT_THE_LEAD");
    if (!OPEN_TO_AGREEMENTS.includes(partnership.state)) return refuse("NOT_ALLOWED_FROM_STATE");
    const step = agreementTransition(null, "NEGOTIATION", handsOf(actor, partnership.members));
    if (!step.ok) return step;
    const { productCode, validFrom, validTo, hasStateMoney, profitConfidential } = input;
    if (!products.some((product) => product.code === productCode))
      return refuse("PRODUCT_NOT_IN_FORCE", { field: "productCode" });
    if (await lockedAgreement(tx, partnership, productCode)) return refuse("PRODUCT_TAKEN", { field: "productCode" });
    if (validFrom < partnership.from) return refuse("OUTSIDE_THE_PARTNERSHIP", { field: "validFrom" });
    if (partnership.to !== null && (validTo === null || validTo > partnership.to))
      return refuse("OUTSIDE_THE_PARTNERSHIP", { field: "lastOn" });
    if (hasStateMoney && profitConfidential)
      return refuse("CONFIDENTIAL_WITH_STATE_MONEY", { field: "profitConfidential" });

    await tx.agreement.create({
      data: {
        partnershipId: partnership.id,
        productCode,
        validFrom: new Date(`${validFrom}T00:00:00Z`),
        validTo: validTo ? new Date(`${validTo}T00:00:00Z`) : null,
        hasStateMoney,
        profitConfidential,
        createdAt: at,
      },
    });
    await writeStep(tx, partnership, {
      kind: "agreement.negotiation",
      by: { actor, organisationId: lead.organisationId },
      payload: partnership.published ? { state: "NEGOTIATION", productCode } : { state: "NEGOTIATION" },
      at,
    });
    return done({ productCode });
  });
}
