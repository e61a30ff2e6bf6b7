import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { followByAuthors } from "#app/domain/notices/follows/follow.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type Author, lacksOfAuthors } from "../authors/author.ts";
import { lacksOf, type ProposalContent } from "../completeness.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import type { InitiativeRefusal } from "../initiative.ts";
import { isChanged } from "../intake/changes.ts";
import { frozenOf, readAttachments, readContent } from "../internal/content.server.ts";
import { freezeVersion } from "../internal/freeze-version.server.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { isStillAsked } from "../internal/locked-challenge.server.ts";
import { takeStep } from "../internal/take-step.server.ts";

import { lastAsked } from "./answer-items.server.ts";

export type SubmitRefusal =
  | InitiativeRefusal
  | "NOT_FOUND"
  | "ALREADY_SUBMITTED"
  | "STALE"
  | "INCOMPLETE"
  | "UNKNOWN_PRODUCT"
  | "COMPLETION_OVERDUE"
  | "CHALLENGE_CLOSED"
  | "ITEMS_UNANSWERED";

export type Receipt = { code: string; version: number; sha256: string };

/**
 * Submits a draft, or submits again what intake returned: freezes a version (canonical JSON with the hash of every
 * attachment, and its SHA-256) and starts, or lets go on, the clock of intake. Of any number of submissions of one
 * draft at the same moment, one is made and the others are ALREADY_SUBMITTED. Refuses besides: NOT_FOUND (also for
 * everybody but the proposer), STALE (`revision` is what the proposer checked), INCOMPLETE (`lacksOf` says what is
 * missing), UNKNOWN_PRODUCT (no longer in the catalogue in force), COMPLETION_OVERDUE, ITEMS_UNANSWERED (an item of the last
 * return has neither an answer nor another text at its field), CHALLENGE_CLOSED (the challenge that it was written for
 * takes no answers any more).
 * Source: docs/domain.md, "Initiatives".
 */
export async function submit(
  actor: Actor,
  code: string,
  input: { revision: number | null },
  at = new Date(),
): Promise<Outcome<Receipt, SubmitRefusal>> {
  const catalogue = await loadCatalogue();
  return inTransaction(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayEdit(actor, initiative)) return refuse("ALREADY_SUBMITTED");
    if (input.revision !== initiative.revision) return refuse("STALE");
    const content = await readContent(tx, initiative.id);
    const lacks = [...lacksOf(content), ...lacksOfAuthors(await readAuthors(tx, initiative.id))];
    if (lacks.length > 0) return refuse("INCOMPLETE", { params: { count: lacks.length } });
    const inForce = new Set(productsOn(catalogue, dayInVietnam(at)).map((it) => it.code));
    if (content.productCodes.some((product) => !inForce.has(product))) return refuse("UNKNOWN_PRODUCT");
    if (await isLate(tx, initiative, at)) return refuse("COMPLETION_OVERDUE");
    const isAnswer = initiative.state === "DRAFT";
    if (isAnswer && !(await isStillAsked(tx, initiative.id, dayInVietnam(at)))) return refuse("CHALLENGE_CLOSED");

    const open = await openItems(tx, initiative, content, at);
    if (open > 0) return refuse("ITEMS_UNANSWERED", { params: { count: open } });

    const version = await freezeVersion(tx, initiative, content, at);
    await followByAuthors(tx, code, at);
    const step = await takeStep(tx, initiative, {
      to: "SUBMITTED",
      hand: "PROPOSER",
      personId: actor.personId,
      organisationId: null,
      at,
      data: { submittedAt: initiative.submittedAt ?? at },
      payload: { version: version.number, sha256: version.sha256 },
    });
    return step.ok ? done({ code, version: version.number, sha256: version.sha256 }) : step;
  });
}

async function readAuthors(tx: Tx, initiativeId: string): Promise<Author[]> {
  const rows = await tx.initiativeAuthor.findMany({ where: { initiativeId } });
  return rows.map(({ declinedAt, ...author }) => ({ ...author, declined: declinedAt !== null }));
}

/** How many items of the last return are open still; one whose field was changed is marked as met by that. */
async function openItems(tx: Tx, initiative: LockedInitiative, content: ProposalContent, at: Date): Promise<number> {
  if (initiative.state !== "NEEDS_COMPLETION") return 0;
  const asked = (await lastAsked(tx, initiative)).filter(({ answer }) => answer === null);
  if (asked.length === 0) return 0;
  const { content: text } = await tx.initiativeVersion.findUniqueOrThrow({
    where: { initiativeId_number: { initiativeId: initiative.id, number: initiative.versionNumber } },
    select: { content: true },
  });
  const files = await readAttachments(tx, initiative.id);
  const now = { content, fileHashes: files.map(({ sha256 }) => sha256) };
  const edited = asked.filter(({ field }) => isChanged(field, frozenOf(text), now)).map(({ id }) => id);
  await tx.missingItem.updateMany({ where: { id: { in: edited } }, data: { answeredAt: at } });
  return asked.length - edited.length;
}

/** What intake returned can be completed until its due day is over; then it lapses. */
async function isLate(tx: Tx, initiative: LockedInitiative, at: Date): Promise<boolean> {
  if (initiative.state !== "NEEDS_COMPLETION") return false;
  const open = await tx.obligation.findFirst({
    where: { subjectId: initiative.id, kind: "COMPLETION", doneAt: null, voidedAt: null },
    select: { dueOn: true },
  });
  return open !== null && open.dueOn.toISOString().slice(0, 10) < dayInVietnam(at);
}
