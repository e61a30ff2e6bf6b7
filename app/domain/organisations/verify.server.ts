import { type Actor, holds, organisationOf } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { publicFacts } from "#app/domain/organisations/create.server.ts";
import { mayVerify, verifiesOrganisations } from "#app/domain/organisations/organisation.policy.ts";
import { organisationCode } from "#app/domain/organisations/organisation.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

export type VerifyRefusal = "NOT_ALLOWED" | "ORGANISATION_UNKNOWN" | "OWN_ORGANISATION" | "ALREADY_VERIFIED";

/**
 * An officer confirms that an organisation is who it says. From then on house and identifier stand still.
 * Refuses: NOT_ALLOWED; ORGANISATION_UNKNOWN; OWN_ORGANISATION (created or represented by the officer);
 * ALREADY_VERIFIED.
 */
export async function verifyOrganisation(
  actor: Actor,
  id: string,
  at = new Date(),
): Promise<Outcome<{ code: string }, VerifyRefusal>> {
  if (!verifiesOrganisations(actor)) return refuse("NOT_ALLOWED");
  if (!isUuid(id)) return refuse("ORGANISATION_UNKNOWN");
  return inTransaction(async (tx) => {
    const organisation = await tx.organisation.findUnique({ where: { id } });
    if (!organisation) return refuse("ORGANISATION_UNKNOWN");
    if (!mayVerify(actor, organisation)) return refuse("OWN_ORGANISATION");
    const verified = await tx.organisation.updateMany({
      where: { id, verifiedAt: null },
      data: { verifiedAt: at, verifiedById: actor.personId },
    });
    if (verified.count === 0) return refuse("ALREADY_VERIFIED");
    await closeObligation(tx, id, "ORGANISATION_VERIFICATION", "VERIFIED", at);
    const post = holds(actor, "INTAKE") ? "INTAKE" : "RESULT_OFFICER";
    const code = organisationCode(organisation);
    await appendEntry(
      tx,
      {
        kind: "ORGANISATION_VERIFIED",
        subject: { type: "ORGANISATION", code },
        actor: { organisationId: organisationOf(actor, post), post },
        payload: publicFacts(organisation),
      },
      at,
    );
    return done({ code });
  });
}
