import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { ResultContent } from "../completeness.ts";
import { readContent } from "../internal/content.server.ts";
import { type LockedResult, lockResult } from "../internal/locked.server.ts";
import { officersBody } from "../internal/officers-body.server.ts";
import { bodiesNamed } from "../internal/profile-rows.server.ts";
import { filesToKeep, keepFiles } from "../internal/reports/kept-files.server.ts";
import { readProgress } from "../internal/reports/progress.server.ts";
import { reportColumns } from "../internal/reports/report-columns.ts";
import { brokenEvent, brokenFiling, type RightRefusal } from "../internal/reports/right-rules.ts";
import { type KnownRight, readRights } from "../internal/reports/rights.server.ts";
import { representsHost } from "../result.policy.ts";
import { moveStage } from "../stage.ts";
import { publicFacts } from "./public-facts.ts";
import { isDiscontinued } from "./report.policy.ts";
import type { ReportInput } from "./report.schema.ts";
import {
  doOverlap,
  lastDayOf,
  MOST_REPORT_FILES,
  type ResultProgress,
  type Said,
  stageAfter,
  stageOf,
} from "./report.ts";

/** The most reports on one result that wait for an answer. */
const MOST_WAITING = 20;

type RuleRefusal =
  | "IN_THE_FUTURE"
  | "LEVEL_ON_DAY"
  | "PERIOD_OVERLAPS"
  | "REASON_MISSING"
  | "TOO_MANY_WAITING"
  | "NO_SUCH_INTEREST"
  | "NO_SUCH_RIGHT"
  | "TOO_MANY_REPORT_FILES"
  | "FILES_GONE"
  | RightRefusal;
export type ReportRefusal =
  | RuleRefusal
  | "NOT_FOUND"
  | "NOT_A_REPRESENTATIVE"
  | "NOT_ALLOWED_FROM_STATE"
  | "RESULT_DISCONTINUED";

/**
 * The host of a published result reports a new readiness level, an act of exploitation, the revenue or the localisation of a
 * period, a right that was filed, or what an office did with one that is there, with its evidence. Until an officer of another body has verified it (RESULT_REPORT_CHECK) it is the host's word
 * alone and counts for nothing. With it the host says that the rest of the profile still holds. Returns the number of the
 * report and the officer's due date ('YYYY-MM-DD').
 *
 * Refuses NOT_FOUND; NOT_A_REPRESENTATIVE; NOT_ALLOWED_FROM_STATE (not published, or under review); RESULT_DISCONTINUED;
 * IN_THE_FUTURE (the day, or the end of the period); LEVEL_ON_DAY (a level is observed or reported for that day);
 * PERIOD_OVERLAPS (another report of the kind that was not returned); REASON_MISSING where the stage would fall;
 * NO_SUCH_INTEREST (no accepted interest in an offer of this result, or an act was reported from it); of rights
 * NO_SUCH_RIGHT, RIGHT_KNOWN, TOO_MANY_RIGHTS, EVENT_KNOWN, EVENT_BEFORE_FILED, EXPIRES_BEFORE_FILED, TOO_MANY_EVENTS;
 * TOO_MANY_WAITING (20); TOO_MANY_REPORT_FILES (5); FILES_GONE (held for a day, and now no more). Source: docs/domain.md, "The way to the market".
 */
export async function reportProgress(
  actor: Actor,
  code: string,
  input: ReportInput,
  at = new Date(),
): Promise<Outcome<{ number: number; dueOn: string }, ReportRefusal>> {
  return inTransaction<{ number: number; dueOn: string }, ReportRefusal>(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.publishedAt === null) return refuse("NOT_FOUND");
    if (!representsHost(actor, result)) return refuse("NOT_A_REPRESENTATIVE");
    if (result.state !== "PUBLISHED") return refuse("NOT_ALLOWED_FROM_STATE");
    const progress = await readProgress(tx, result.id);
    if (isDiscontinued(progress)) return refuse("RESULT_DISCONTINUED");
    const rights = input.said.kind.startsWith("RIGHT") ? await readRights(tx, result.id) : [];
    const said = await settle(tx, input.said, rights);
    if (said === null) return refuse("NO_SUCH_RIGHT", { field: "right" });
    const content = await readContent(tx, result.id);
    const broken = brokenRule({ content, progress, rights }, { ...input, said }, dayInVietnam(at));
    if (broken) return broken;
    if (input.interestId && !(await isAcceptedInterest(tx, result.id, input.interestId)))
      return refuse("NO_SUCH_INTEREST", { field: "interest" });
    const { evidence, reason, interestId, attached } = input;
    const holder = { resultId: result.id, personId: actor.personId };
    const files = await filesToKeep(tx, holder, attached);
    if (files === null) return refuse("FILES_GONE", { field: "files" });
    if (files.length > MOST_REPORT_FILES)
      return refuse("TOO_MANY_REPORT_FILES", { field: "files", params: { max: MOST_REPORT_FILES } });
    const number = progress.reports.length + 1;
    const isPublic = attached?.isPublic ?? false;
    const { id } = await tx.resultReport.create({
      data: {
        ...{ resultId: result.id, number, evidence, reason, interestId },
        ...{ reportedAt: at, reportedById: actor.personId, fileHashes: files.map(({ sha256 }) => sha256) },
        ...reportColumns(said),
      },
      select: { id: true },
    });
    await keepFiles(tx, { ...holder, reportId: id, at }, { files, isPublic });
    const dueOn = await openCheck(tx, result, id, at);
    await confirmRest(tx, result, at);
    const shown = files.map(({ sha256 }) => ({ sha256, isPublic }));
    await announce(tx, result, { number, said, evidence, reason, files: shown }, { personId: actor.personId, at });
    return done({ number, dueOn });
  });
}

/** What was typed, with what the portal knows: the bodies behind owners, the right behind an event; null where there is none. */
async function settle(tx: Tx, typed: ReportInput["said"], rights: readonly KnownRight[]): Promise<Said | null> {
  if (typed.kind === "RIGHT") return { ...typed, owners: typed.owners.map(await bodiesNamed(tx, typed.owners)) };
  if (typed.kind !== "RIGHT_EVENT") return typed;
  const right = rights.find(({ id }) => id === typed.rightId);
  return right ? { ...typed, right: right.kind, office: right.office, applicationNo: right.applicationNo } : null;
}

type Told = { said: Said; evidence: string; reason: string | null };
type Known = { content: ResultContent; progress: ResultProgress; rights: readonly KnownRight[] };

function brokenRule(
  { content, progress, rights }: Known,
  { said, evidence, reason }: Told,
  today: string,
): Refusal<RuleRefusal> | null {
  const standing = progress.reports.filter(({ verdict }) => verdict?.outcome !== "RETURNED");
  const waiting = standing.filter(({ verdict }) => verdict === null);
  if (waiting.length >= MOST_WAITING) return refuse("TOO_MANY_WAITING");
  if (lastDayOf(said) > today) return refuse("IN_THE_FUTURE", { field: "to" in said ? "last" : "onDate" });
  if (said.kind === "READINESS") {
    const isTaken = (one: { onDate?: string }) => one.onDate === said.onDate;
    const reported = standing.flatMap((one) => (one.said.kind === "READINESS" ? [one.said] : []));
    if ([...content.readiness, ...reported].some(isTaken)) return refuse("LEVEL_ON_DAY", { field: "onDate" });
  }
  if (said.kind === "RIGHT") return brokenFiling(said, { rights, waiting }, today);
  if (said.kind === "RIGHT_EVENT") {
    const right = rights.find(({ id }) => id === said.rightId);
    return right ? brokenEvent(said, right, waiting) : refuse("NO_SUCH_RIGHT", { field: "right" });
  }
  if ("to" in said) {
    const other = standing.find((one) => one.said.kind === said.kind && "to" in one.said && doOverlap(one.said, said));
    if (other && "to" in other.said)
      return refuse("PERIOD_OVERLAPS", {
        field: "first",
        params: { from: other.said.from, last: lastDayOf(other.said) },
      });
  }
  const [from, to] = [stageOf(content, progress), stageAfter(content, progress, said)];
  if (from === null || to === null || from === to) return null;
  const moved = moveStage(from, to, { evidence, reason: reason ?? "" });
  return !moved.ok && moved.code === "REASON_MISSING" ? refuse("REASON_MISSING", { field: "reason" }) : null;
}

async function isAcceptedInterest(tx: Tx, resultId: string, id: string): Promise<boolean> {
  const call = { kind: "RESULT_OFFER", originResultId: resultId } as const;
  const accepted = await tx.callInterest.count({ where: { id, state: "ACCEPTED", call } });
  const used = await tx.resultReport.count({
    where: { interestId: id, OR: [{ verdict: null }, { verdict: "VERIFIED" }] },
  });
  return accepted === 1 && used === 0;
}

async function openCheck(tx: Tx, result: LockedResult, reportId: string, at: Date): Promise<string> {
  const kind = "RESULT_REPORT_CHECK";
  return openObligation(
    tx,
    {
      subject: { type: "RESULT", id: reportId, code: result.code },
      kind,
      debtor: { organisationId: await officersBody(tx, result, kind), role: "RESULT_OFFICER" },
      creditor: { organisationId: result.hostOrganisationId, role: "PARTY_REP" },
      parameter: "result.report-check.working-days",
    },
    at,
  );
}

/** Whoever says what is new says that the rest still holds: the profile is up to date, and no word is owed for it. */
async function confirmRest(tx: Tx, { id, confirmedAt, publishedAt }: LockedResult, at: Date): Promise<void> {
  const last = confirmedAt ?? publishedAt;
  if (last !== null && at <= last) return;
  await tx.result.update({ where: { id }, data: { confirmedAt: at, updatedAt: at } });
  await closeObligation(tx, id, "RESULT_CONFIRMATION", "CONFIRMED", at);
}

type Announced = Told & { number: number; files: { sha256: string; isPublic: boolean }[] };

async function announce(
  tx: Tx,
  result: LockedResult,
  { number, said, evidence, reason, files }: Announced,
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  const subject = { type: "RESULT", code: result.code } as const;
  const payload = {
    ...{ report: number, ...publicFacts(said), evidence, reason, files },
    contentSha256: sha256(canonicalJson({ said, evidence, reason, files })),
  };
  const actor = { organisationId: result.hostOrganisationId, post: "HOST" };
  await appendEntry(tx, { kind: "result.reported", subject, actor, payload }, at);
  await enqueue(tx, { topic: "search", payload: { type: "result", id: result.id } });
  await tell(tx, { event: "result.reported", subject, by: personId }, at);
}
