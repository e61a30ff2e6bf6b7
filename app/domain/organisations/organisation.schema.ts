import { z } from "zod";
import { emailAddress } from "#app/domain/accounts/account.schema.ts";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { fitsScheme, plainIdentifier, SCHEMES } from "#app/domain/organisations/organisation.ts";
import { line, oneOf, say, ticked } from "#app/platform/typed.ts";

function maybeName() {
  return line({ max: 200 }).transform((text) => (text === "" ? null : text));
}

/** A new organisation, and the post in which its creator speaks for it. */
export const organisationSchema = z
  .object({
    nameVi: line({ min: 3, max: 200 }),
    nameEn: maybeName(),
    nameFr: maybeName(),
    house: oneOf(HOUSES),
    scheme: oneOf(SCHEMES),
    identifier: line({ max: 40 }).transform(plainIdentifier),
    provinceCode: line({ min: 1, max: 2 }),
    isPublicBody: ticked(),
    post: line({ min: 2, max: 100 }),
  })
  // Told together with whatever else is wrong, hence `when`: each form comes back once with all that is left to do.
  .refine((organisation) => identifierError(organisation) === null, {
    path: ["identifier"],
    when: () => true,
    error: ({ input }) => identifierError(input) ?? undefined,
  });

function identifierError(typed: unknown): string | null {
  const { data } = z.object({ scheme: z.enum(SCHEMES), identifier: z.string() }).safeParse(typed);
  if (!data || data.scheme === "VN-PORTAL" || fitsScheme(data.scheme, data.identifier)) return null;
  return data.identifier === "" ? say("errors:required") : say(`errors:identifier.${data.scheme}`);
}

export type OrganisationForm = z.output<typeof organisationSchema>;

export const invitationSchema = z.object({ email: emailAddress(), asRepresentative: ticked() });

export const acceptSchema = z.object({ invitationId: line({ max: 36 }), post: line({ min: 2, max: 100 }) });
