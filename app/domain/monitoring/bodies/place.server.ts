import type { Actor } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { frontPost } from "../internal/front-step.server.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";
import { mayLead, mayMonitor } from "../monitoring.policy.ts";

type PlaceRefusal = "NOT_FOUND" | "NOT_A_MONITOR" | "NOT_THE_MONITORING_LEAD" | "NO_BODY_OF_THE_FRONT" | "BODY_BELOW";

/**
 * A lead says below which body of the Front theirs stands, or with an empty code below none; it goes on the record. Refuses
 * NOT_FOUND; NOT_THE_MONITORING_LEAD; at `parentCode`, NO_BODY_OF_THE_FRONT and BODY_BELOW (it stands below theirs);
 * NOT_A_MONITOR, which leaves a security event. Source: docs/domain.md, "Bodies of the Front".
 */
export async function placeBody(
  actor: Actor,
  code: string,
  { parentCode }: { parentCode: string },
  at = new Date(),
): Promise<Outcome<null, PlaceRefusal>> {
  const outcome = mayMonitor(actor)
    ? await inTransaction<null, PlaceRefusal>((tx) => place(tx, actor, { code, parentCode, at }))
    : refuse("NOT_A_MONITOR");
  if (!outcome.ok) await noteRefusedTry(actor, { act: "body.place", code }, outcome.code);
  return outcome;
}

type Placed = { code: string; parentCode: string; at: Date };

async function place(tx: Tx, actor: Actor, { code, parentCode, at }: Placed): Promise<Outcome<null, PlaceRefusal>> {
  const own = await frontBody(tx, code);
  if (!own) return refuse("NOT_FOUND");
  if (!mayLead(actor, { ownerOrganisationId: own.id })) return refuse("NOT_THE_MONITORING_LEAD");
  const parent = parentCode === "" ? null : await frontBody(tx, parentCode);
  if (parentCode !== "" && !parent) return refuse("NO_BODY_OF_THE_FRONT", { field: "parentCode" });
  if (parent?.above.includes(own.id)) return refuse("BODY_BELOW", { field: "parentCode" });
  await tx.organisation.update({ where: { id: own.id }, data: { parentId: parent?.id ?? null } });
  const by = { organisationId: own.id, post: frontPost(actor, own.id) };
  const payload = { below: parent ? parentCode : null };
  await appendEntry(
    tx,
    { kind: "organisation.placed", subject: { type: "ORGANISATION", code }, actor: by, payload },
    at,
  );
  return done(null);
}

/** A body in which somebody leads monitoring, with itself and all that stand above it. */
async function frontBody(tx: Tx, code: string): Promise<{ id: string; above: string[] } | null> {
  const rows = await tx.$queryRaw<{ id: string; above: string[] }[]>`
    SELECT o.id::text, bodies_above(o.id)::text[] AS above FROM organisation o
    WHERE o.scheme || '-' || o.identifier = ${code} AND EXISTS (SELECT FROM role_grant g
      WHERE g.organisation_id = o.id AND g.role = 'MONITOR_LEAD' AND g.revoked_at IS NULL) FOR UPDATE OF o`;
  return rows[0] ?? null;
}
