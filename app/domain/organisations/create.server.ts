import type { Actor } from "#app/domain/accounts/actor.ts";
import { bodyOfRole } from "#app/domain/accounts/roles/queries.server.ts";
import { join, writeGrant } from "#app/domain/accounts/roles/write.server.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { mayCreate } from "#app/domain/organisations/organisation.policy.ts";
import type { OrganisationForm } from "#app/domain/organisations/organisation.schema.ts";
import { organisationCode } from "#app/domain/organisations/organisation.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

export type CreateRefusal = "NOT_ALLOWED" | "PROVINCE_UNKNOWN" | "IDENTIFIER_TAKEN";

/**
 * Registers an organisation, of which the creator is the representative at once, and opens the clock of its
 * verification. Rights in partnerships need it verified. A body without an identifier gets one of the portal's.
 * Refuses: NOT_ALLOWED; PROVINCE_UNKNOWN (at `provinceCode`); IDENTIFIER_TAKEN (at `identifier`).
 */
export async function createOrganisation(
  actor: Actor,
  form: OrganisationForm,
  at = new Date(),
): Promise<Outcome<{ id: string; code: string; dueOn: string }, CreateRefusal>> {
  if (!mayCreate(actor)) return refuse("NOT_ALLOWED");
  const { post, ...fields } = form;
  return inTransaction(async (tx) => {
    const province = await tx.province.findUnique({ where: { code: fields.provinceCode }, select: { code: true } });
    if (!province) return refuse("PROVINCE_UNKNOWN", { field: "provinceCode" });
    const identifier =
      fields.scheme === "VN-PORTAL" ? await nextCode(tx, "TC", at.getUTCFullYear()) : fields.identifier;
    const created = await tx.organisation.createManyAndReturn({
      data: { ...fields, identifier, createdById: actor.personId, createdAt: at },
      skipDuplicates: true,
      select: { id: true },
    });
    const [organisation] = created;
    if (!organisation) return refuse("IDENTIFIER_TAKEN", { field: "identifier" });
    const { id } = organisation;
    const code = organisationCode({ scheme: fields.scheme, identifier });
    await join(tx, actor.personId, id, post);
    const grant = {
      personId: actor.personId,
      role: "PARTY_REP",
      grantedById: actor.personId,
      post: "PARTY_REP",
    } as const;
    await writeGrant(tx, { ...grant, organisation: { id, code } }, at);
    await appendEntry(
      tx,
      {
        kind: "ORGANISATION_CREATED",
        subject: { type: "ORGANISATION", code },
        actor: { organisationId: id, post: "PARTY_REP" },
        // Names are what anybody typed: the public reads them once somebody has verified them.
        payload: publicFacts({ ...fields, identifier, nameVi: null, nameEn: null, nameFr: null }),
      },
      at,
    );
    const dueOn = await openObligation(
      tx,
      {
        subject: { type: "ORGANISATION", id, code },
        kind: "ORGANISATION_VERIFICATION",
        debtor: { organisationId: await bodyOfRole(tx, "INTAKE"), role: "INTAKE" },
        creditor: { role: "PARTY_REP", personId: actor.personId },
        parameter: "organisation.verification.working-days",
      },
      at,
    );
    return done({ id, code, dueOn });
  });
}

/** What the public record says of an organisation; names are null until they are verified. */
export function publicFacts(organisation: {
  nameVi: string | null;
  nameEn: string | null;
  nameFr: string | null;
  house: string;
  scheme: string;
  identifier: string;
  provinceCode: string;
  isPublicBody: boolean;
}) {
  const { nameVi, nameEn, nameFr, house, scheme, identifier, provinceCode, isPublicBody } = organisation;
  return { nameVi, nameEn, nameFr, house, scheme, identifier, provinceCode, isPublicBody };
}
