import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { linkingPost, mayLink } from "../implementation/implementation.policy.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import type { linkSchema } from "./link.schema.ts";
import type { LinkKind } from "./link.ts";

type LinkRefusal = "NOT_FOUND" | "NOT_YOUR_CASE" | "UNKNOWN_ORIGIN" | "LINKED_TO_ITSELF" | "LINKED_ALREADY";

/**
 * Ties an initiative to a task (number and document), a public partnership or result, or a public initiative on which it
 * builds. Its proposer says what it builds on at any time; the rest comes with the acceptance, from the steering body, the
 * owner, a verifier, or the proposer. Refuses UNKNOWN_ORIGIN (no public record has this code), LINKED_TO_ITSELF (it would
 * build on itself, directly or by a chain) and LINKED_ALREADY, all at `code`; NOT_FOUND; NOT_YOUR_CASE.
 * Source: docs/domain.md, "After acceptance".
 */
export async function addLink(
  actor: Actor,
  code: string,
  input: z.output<typeof linkSchema>,
  at = new Date(),
): Promise<Outcome<{ linkId: string }, LinkRefusal>> {
  return inTransaction<{ linkId: string }, LinkRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || (initiative.state === "DRAFT" && initiative.proposerId !== actor.personId))
      return refuse("NOT_FOUND");
    if (!mayLink(actor, initiative, input.kind)) return refuse("NOT_YOUR_CASE");
    const refused = await refusalOf(tx, initiative, input);
    if (refused) return refuse(refused, { field: "code" });
    const post = linkingPost(actor, initiative);
    const { id } = await tx.initiativeLink.create({
      data: {
        ...input,
        initiativeId: initiative.id,
        addedById: actor.personId,
        organisationId: post.body,
        addedAt: at,
      },
      select: { id: true },
    });
    if (initiative.publicAt !== null) {
      const { kind, code: other, note } = input;
      const subject = { type: "INITIATIVE", code } as const;
      const who = { organisationId: post.body, post: post.role };
      await appendEntry(
        tx,
        { kind: "initiative.linked", subject, actor: who, payload: { link: kind, code: other, note } },
        at,
      );
      const params = { kind, code: other };
      const to = [initiative.proposerId];
      await tell(tx, { event: "initiative.linked", subject, params, to, by: actor.personId }, at);
    }
    return done({ linkId: id });
  });
}

async function refusalOf(
  tx: Tx,
  initiative: LockedInitiative,
  { kind, code }: { kind: LinkKind; code: string },
): Promise<LinkRefusal | null> {
  if (!(await isPublic(tx, kind, code))) return "UNKNOWN_ORIGIN";
  if (kind === "BUILDS_ON" && (await leadsBack(tx, code, initiative.code))) return "LINKED_TO_ITSELF";
  const where = { initiativeId: initiative.id, kind, code, endedAt: null };
  return (await tx.initiativeLink.count({ where })) > 0 ? "LINKED_ALREADY" : null;
}

async function isPublic(tx: Tx, kind: LinkKind, code: string): Promise<boolean> {
  if (kind === "TASK") return true;
  if (kind === "BUILDS_ON") return (await tx.initiative.count({ where: { code, publicAt: { not: null } } })) > 0;
  if (kind === "PARTNERSHIP") return (await tx.partnership.count({ where: { code, publishedAt: { not: null } } })) > 0;
  return (await tx.result.count({ where: { code, state: { in: ["PUBLISHED", "UNDER_REVIEW"] } } })) > 0;
}

/** Whether what `from` builds on, and that on, and so on, comes to `to`. */
async function leadsBack(tx: Tx, from: string, to: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE below (code) AS (
      SELECT ${from}::text
      UNION
      SELECT l.code FROM below b JOIN initiative i ON i.code = b.code
        JOIN initiative_link l ON l.initiative_id = i.id AND l.kind = 'BUILDS_ON' AND l.ended_at IS NULL
    ) SELECT EXISTS (SELECT 1 FROM below WHERE code = ${to}) AS found`;
  return rows[0]?.found ?? false;
}
