import type { Role } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import type { Tx } from "#prisma/client.server.ts";

export type NewGrant = {
  personId: string;
  role: Role;
  organisation: { id: string; code: string } | null;
  /** null: whoever runs the portal, at the command line */
  grantedById: string | null;
  /** the post in which the role is given, for the public record */
  post: Role | "OPERATOR";
};

/**
 * Gives a role in the caller's transaction, makes its holder one of the organisation's people, and writes the public
 * record: which role in which organisation, never whose. Returns the id of the grant.
 */
export async function writeGrant(tx: Tx, grant: NewGrant, at = new Date()): Promise<string> {
  const { personId, role, organisation, grantedById, post } = grant;
  const { id } = await tx.roleGrant.create({
    data: { personId, role, organisationId: organisation?.id ?? null, grantedById, grantedAt: at },
    select: { id: true },
  });
  if (organisation) await join(tx, personId, organisation.id, null);
  await appendEntry(
    tx,
    {
      kind: "ROLE_GRANTED",
      subject: { type: "PERSON_ROLE", code: id },
      actor: { organisationId: null, post },
      payload: { role, organisation: organisation?.code ?? null },
    },
    at,
  );
  return id;
}

/** Makes somebody one of an organisation's people; somebody who is one already keeps their post. */
export async function join(tx: Tx, personId: string, organisationId: string, post: string | null): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO affiliation (person_id, organisation_id, post) VALUES (${personId}::uuid, ${organisationId}::uuid, ${post})
    ON CONFLICT (person_id, organisation_id) WHERE to_on IS NULL DO UPDATE SET post = coalesce(affiliation.post, excluded.post)`;
}
