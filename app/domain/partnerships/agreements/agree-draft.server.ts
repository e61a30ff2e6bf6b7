import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { contentOf, textOf } from "../internal/agreement-content.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { currentSchedules, partiesOf } from "../internal/schedules.server.ts";
import { handsOf, mayLead } from "../partnership.policy.ts";
import { agreementTransition, missingHouses } from "../partnership.ts";
import { missingFormFacts } from "../terms/form-facts.ts";

/**
 * The lead closes the negotiation: the text stands still, and every party owes its signature on it, within the days of
 * `partnership.signature.working-days`. Returns the text's SHA-256 and the due date.
 * Refuses: ABSENT; NOT_THE_LEAD; NOT_ALLOWED_FROM_STATE; SHARES_MISSING; TERMS_MISSING;
 * FORM_FACTS_MISSING at the first fact that the form needs; PARTY_WITHOUT_SHARES when somebody joined after
 * the shares were recorded; HOUSE_MISSING; ORGANISATION_NOT_VERIFIED.
 * Source: docs/domain.md, "Partnerships and agreements" (NEGOTIATION to AGREED_DRAFT).
 */
export async function agreeDraft(
  actor: Actor,
  code: string,
  productCode: string,
  at = new Date(),
): Promise<Outcome<{ textSha256: string; dueOn: string }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const lead = partnership.members.find(({ role }) => role === "LEAD");
    if (!lead || !mayLead(actor, partnership.members)) return refuse("NOT_THE_LEAD");
    const step = agreementTransition(agreement.state, "AGREED_DRAFT", handsOf(actor, partnership.members));
    if (!step.ok) return step;
    const schedules = await currentSchedules(tx, agreement.id);
    if (schedules.length === 0) return refuse("SHARES_MISSING");
    const named = partiesOf(schedules);
    const joined = partnership.members.filter((member) => member.joined);
    if (joined.some(({ id }) => !named.has(id))) return refuse("PARTY_WITHOUT_SHARES");
    if (missingHouses(joined).length > 0) return refuse("HOUSE_MISSING");
    if (joined.some(({ verified }) => !verified)) return refuse("ORGANISATION_NOT_VERIFIED");
    if (!agreement.terms) return refuse("TERMS_MISSING");
    const [missing] = missingFormFacts(partnership.form, agreement.terms.form);
    if (missing) return refuse("FORM_FACTS_MISSING", { field: missing });

    const text = textOf(partnership, contentOf(partnership, agreement, { schedules, parties: named }));
    const textSha256 = sha256(text);
    await tx.agreement.update({
      where: { id: agreement.id },
      data: { state: "AGREED_DRAFT", text, textSha256, agreedAt: at },
    });
    const other = joined.find((member) => member !== lead);
    let dueOn = "";
    for (const { organisationId } of joined)
      dueOn = await openObligation(
        tx,
        {
          // the agreement's own id, since each agreement of a partnership is signed apart
          subject: { type: "PARTNERSHIP", id: agreement.id, code },
          kind: "SIGNATURE",
          debtor: { organisationId, role: "PARTY_REP" },
          // the lead waits for the others, and the others for the lead
          creditor: {
            organisationId: (organisationId === lead.organisationId ? other : lead)?.organisationId ?? null,
            role: "PARTY_REP",
          },
          parameter: "partnership.signature.working-days",
        },
        at,
      );
    const payload = { state: "AGREED_DRAFT", productCode, version: agreement.version, textSha256 };
    await writeStep(tx, partnership, {
      kind: "agreement.agreed-draft",
      by: { actor, organisationId: lead.organisationId },
      payload,
      at,
    });
    return done({ textSha256, dueOn });
  });
}
