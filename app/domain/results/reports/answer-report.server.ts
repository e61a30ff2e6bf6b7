import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedResult, lockResult } from "../internal/locked.server.ts";
import { keepFact } from "../internal/reports/keep-fact.server.ts";
import { readProgress } from "../internal/reports/progress.server.ts";
import { readStages, tellStages } from "../internal/reports/tell-stage.server.ts";
import { PUBLIC_STATES, verifyingBody } from "../result.policy.ts";
import { RESULT_STAGES, type ResultStage } from "../stage.ts";
import { type OfficerRefusal, officerRefusal } from "../verification/officer.ts";
import type { VerdictInput } from "./report.schema.ts";
import { lastDayOf, type Report } from "./report.ts";

export type AnswerReportRefusal = OfficerRefusal | "NOT_FOUND" | "REPORT_ANSWERED";

/**
 * An officer of another body than the host answers a report on a public result, once, with a public note: VERIFIED, and it
 * counts from now on (a level, an act, a right and what an office did with one become facts of the profile, and the stage
 * follows); or RETURNED, and it stays in sight as what the host said. Refuses NOT_FOUND, the officers that `verify` refuses, REPORT_ANSWERED. Source:
 * docs/domain.md, "The way to the market".
 */
export async function answerReport(
  actor: Actor,
  code: string,
  input: VerdictInput & { number: number },
  at = new Date(),
): Promise<Outcome<null, AnswerReportRefusal>> {
  const { number, verdict, note } = input;
  return inTransaction<null, AnswerReportRefusal>(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || !PUBLIC_STATES.includes(result.state)) return refuse("NOT_FOUND");
    const body = verifyingBody(actor, result);
    if (body === null) return officerRefusal(actor, result);
    const report = (await readProgress(tx, result.id)).reports.find((one) => one.number === number);
    if (!report) return refuse("NOT_FOUND");
    if (report.verdict) return refuse("REPORT_ANSWERED");
    const { id, reportedById } = await tx.resultReport.update({
      where: { resultId_number: { resultId: result.id, number } },
      data: { verdict, note, answeredAt: at, answeredById: actor.personId, answeredByBody: body },
      select: { id: true, reportedById: true },
    });
    await closeObligation(tx, id, "RESULT_REPORT_CHECK", verdict, at);
    const subject = { type: "RESULT", code } as const;
    const kind = verdict === "VERIFIED" ? "result.report-verified" : "result.report-returned";
    const post = { organisationId: body, post: "RESULT_OFFICER" };
    await appendEntry(tx, { kind, subject, actor: post, payload: { report: number, of: report.said.kind, note } }, at);
    if (verdict === "VERIFIED") {
      await keepFact(tx, result.id, { ...report, id }, { personId: actor.personId, at });
      await followStage(tx, result, { ...report, id, note }, { role: "RESULT_OFFICER", organisationId: body, at });
    }
    await enqueue(tx, { topic: "search", payload: { type: "result", id: result.id } });
    const news = { event: "result.report-answered", subject, params: { verdict }, to: [reportedById] } as const;
    await tell(tx, { ...news, by: actor.personId }, at);
    return done(null);
  });
}

async function followStage(
  tx: Tx,
  result: LockedResult,
  { id, said, evidence, reason, note }: Report & { id: string; note: string },
  hand: { role: string; organisationId: string; at: Date },
): Promise<void> {
  const { told: from, now: to } = await readStages(tx, result.id);
  if (to === null || from === to) return;
  const step = { from, to, onDate: lastDayOf(said), evidence, reason: isBackward(from, to) ? (reason ?? note) : null };
  await tellStages(tx, result, [step], hand, id);
}

function isBackward(from: ResultStage | null, to: ResultStage): boolean {
  return from !== null && RESULT_STAGES.indexOf(to) < RESULT_STAGES.indexOf(from);
}
