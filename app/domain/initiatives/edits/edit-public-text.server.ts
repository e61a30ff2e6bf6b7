import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lacksOf, type ProposalContent } from "../completeness.ts";
import { isProposer } from "../initiative.policy.ts";
import { readContent, readParts } from "../internal/content.server.ts";
import { freezeVersion } from "../internal/freeze-version.server.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { editableParts, mayEditPublic } from "./edit.policy.ts";
import type { EditInput } from "./edit.schema.ts";

export type EditRefusal = "NOT_FOUND" | "NOT_EDITABLE_NOW" | "STALE" | "NOTHING_CHANGED" | "TEXT_TOO_SHORT";

const FIELDS = ["title", "abstract", "problem", "publicBenefit", "solution", "novelty"] as const;

/**
 * Changes what everybody reads of one's own initiative: the new text is a new version, with the reason of the change;
 * the older one stays readable. Tells who supports and who follows it; their support stays with the version that they
 * supported. Refuses NOT_FOUND (also to everybody but the proposer), NOT_EDITABLE_NOW, STALE (`revision` is what the form
 * was made from), TEXT_TOO_SHORT, NOTHING_CHANGED. Source: docs/domain.md, "Public voice".
 */
export async function editPublicText(
  actor: Actor,
  code: string,
  input: EditInput,
  at = new Date(),
): Promise<Outcome<{ version: number }, EditRefusal>> {
  return inTransaction<{ version: number }, EditRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    const evaluations = await tx.evaluation.count({ where: { initiativeId: initiative.id } });
    if (!mayEditPublic(actor, { ...initiative, evaluations })) return refuse("NOT_EDITABLE_NOW");
    if (input.revision !== initiative.revision) return refuse("STALE");
    const before = await readContent(tx, initiative.id);
    const parts = editableParts(await readParts(tx, initiative.id), dayInVietnam(at));
    const typed = Object.fromEntries(parts.map((part) => [part, input[part]]));
    const after: ProposalContent = {
      ...before,
      title: texts(input, "title"),
      abstract: texts(input, "abstract"),
      ...typed,
    };
    const lack = lacksOf(after).find(({ field }) => field in input);
    if (lack) return refuse("TEXT_TOO_SHORT", { field: lack.field, params: { min: lack.params["min"] ?? 10 } });
    const changed = FIELDS.filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]));
    if (changed.length === 0) return refuse("NOTHING_CHANGED");
    const { title, abstract, problem, publicBenefit, solution, novelty } = after;
    await tx.initiative.update({
      where: { id: initiative.id },
      data: {
        ...{ title, abstract, problem, publicBenefit, solution, novelty },
        revision: { increment: 1 },
        updatedAt: at,
      },
      select: { id: true },
    });
    const version = await freezeVersion(tx, initiative, after, at, input.note);
    const told = { version: version.number, sha256: version.sha256, note: input.note, changed: [...changed] };
    await publish(tx, initiative, told, actor, at);
    return done({ version: version.number });
  });
}

type Told = { version: number; sha256: string; note: string; changed: string[] };

async function publish(tx: Tx, { id, code }: { id: string; code: string }, told: Told, actor: Actor, at: Date) {
  const subject = { type: "INITIATIVE", code } as const;
  const by = { organisationId: null, post: "PROPOSER" };
  await appendEntry(tx, { kind: "initiative.edited", subject, actor: by, payload: told }, at);
  await enqueue(tx, { topic: "search", payload: { type: "initiative", id } });
  const supporters = await tx.support.findMany({
    where: { initiativeId: id, withdrawnAt: null },
    select: { personId: true },
  });
  const to = supporters.map(({ personId }) => personId);
  await tell(
    tx,
    { event: "initiative.edited", subject, params: { version: told.version }, to, by: actor.personId },
    at,
  );
}

function texts(input: EditInput, name: "title" | "abstract"): ProposalContent["title"] {
  const all = { vi: input[`${name}_vi`], en: input[`${name}_en`], fr: input[`${name}_fr`] };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
}
