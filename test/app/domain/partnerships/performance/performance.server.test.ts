import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerCompletion, proposeCompletion } from "#app/domain/partnerships/performance/completion.server.ts";
import { cureFailure, recordFailure, verifyFailure } from "#app/domain/partnerships/performance/failures.server.ts";
import { addMetric, recordReading, verifyReading } from "#app/domain/partnerships/performance/metrics.server.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { findPerformance } from "#app/domain/partnerships/performance/queries.server.ts";
import {
  judgeMilestone,
  reportMilestone,
  waiveMilestone,
} from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, body, must, signBy } from "../people.ts";

withTestDatabase();

const NOTE = "Đã thử nghiệm đủ 72 giờ và lập biên bản.";
const STATEMENT = "Các bên đã làm xong mọi việc nêu trong thỏa thuận và đã bàn giao kết quả cho đơn vị chủ trì.";

async function verifier(organisation?: { organisationId: string; name: string }) {
  const { organisationId, name, actor } = await body("STATE", "Viện Kiểm chứng");
  const of = organisation ?? { organisationId, name };
  await db().roleGrant.create({
    data: { personId: actor.personId, role: "VERIFIER", organisationId: of.organisationId },
  });
  const held: Actor = {
    ...actor,
    roles: [{ role: "VERIFIER", organisationId: of.organisationId, organisationNames: { vi: of.name } }],
  };
  return { ...of, actor: held };
}

/** Signed by three; active, so that it can be completed. */
async function working() {
  const facts = await agreed();
  await signBy(facts);
  await db().agreement.updateMany({ where: { partnership: { code: facts.code } }, data: { state: "ACTIVE" } });
  await db().partnership.update({ where: { code: facts.code }, data: { state: "ACTIVE" } });
  const [lead, other, third] = facts.bodies;
  if (!lead || !other || !third) throw new Error();
  return { ...facts, lead, other, third, verifier: await verifier() };
}
type Facts = Awaited<ReturnType<typeof working>>;

function plan({ code, lead, memberIds }: Facts, more: { weight?: number; place?: number; dueOn?: string } = {}) {
  const { weight = 40, place = 1, dueOn = "2027-06-30" } = more;
  const words = { title: "Bộ pin chạy thử", measure: "Biên bản chạy thử 72 giờ có chữ ký của đơn vị đo" };
  return planMilestone(lead.actor, code, { ...words, memberId: memberIds[place] ?? "", weight, dueOn });
}

function report({ code, other }: Facts, milestone = 1, who = other) {
  return reportMilestone(who.actor, code, { milestone, note: NOTE, evidenceSha256: "b".repeat(64) });
}

function judge(facts: Facts, judgement: "MET" | "RETURNED", who: Actor = facts.verifier.actor) {
  return judgeMilestone(who, facts.code, { milestone: 1, judgement, note: NOTE });
}

function clocks(code: string) {
  return db().obligation.findMany({
    where: { subjectCode: code, doneAt: null, voidedAt: null, kind: { not: "SIGNATURE" } },
    select: { kind: true, debtorOrganisationId: true },
  });
}

async function recorded(code: string) {
  const entries = await db().recordEntry.findMany({ where: { subjectCode: code }, orderBy: { id: "asc" } });
  return entries.map(({ kind }) => kind).filter((kind) => /milestone|metric|failure|complet/.test(kind));
}

describe("a milestone", () => {
  test("is planned by the lead for a party, which owes it, within the whole of all weights", async () => {
    const facts = await working();
    const { other, code, memberIds } = facts;
    const input = { title: "Mốc một", measure: "Biên bản nghiệm thu", memberId: memberIds[1] ?? "", weight: 1 };
    expect(await planMilestone(other.actor, code, { ...input, dueOn: "2027-06-30" })).toMatchObject({
      code: "NOT_THE_LEAD",
    });
    expect(await plan(facts, { dueOn: "2020-01-01" })).toMatchObject({ code: "DUE_IN_THE_PAST", field: "dueOn" });
    expect(await plan(facts, { dueOn: "2029-01-01" })).toMatchObject({ code: "AFTER_THE_PARTNERSHIP", field: "dueOn" });
    must(await plan(facts));
    expect(await plan(facts, { weight: 61 })).toMatchObject({ code: "WEIGHTS_ABOVE_WHOLE", params: { left: 60 } });
    expect(await clocks(code)).toEqual([{ kind: "MILESTONE", debtorOrganisationId: other.organisationId }]);
  });

  test("is reported by its party and judged by somebody who is no party", async () => {
    const facts = await working();
    const { other, third, lead, code } = facts;
    must(await plan(facts));
    expect(await judge(facts, "MET")).toMatchObject({ code: "NOT_REPORTED" });
    expect(await report(facts, 1, third)).toMatchObject({ code: "NOT_YOUR_MILESTONE" });
    must(await report(facts));
    expect(await report(facts)).toMatchObject({ code: "MILESTONE_REPORTED" });
    expect(await judge(facts, "MET", lead.actor)).toMatchObject({ code: "NOT_A_VERIFIER" });
    const inside = await verifier(other);
    expect(await judge(facts, "MET", inside.actor)).toMatchObject({ code: "NOT_A_VERIFIER" });
    const both = { ...facts.verifier.actor, roles: [...facts.verifier.actor.roles, ...third.actor.roles] };
    expect(await judge(facts, "MET", both)).toMatchObject({ code: "NOT_A_VERIFIER" });
    must(await judge(facts, "RETURNED"));
    expect(await clocks(code)).toMatchObject([{ kind: "MILESTONE", debtorOrganisationId: other.organisationId }]);
    must(await report(facts));
    must(await judge(facts, "MET"));
    expect(await clocks(code)).toEqual([]);
    expect(await waiveMilestone(lead.actor, code, { milestone: 1, note: NOTE })).toMatchObject({
      code: "ALREADY_SETTLED",
    });
    const steps = ["reported", "returned", "reported", "met"].map((step) => `milestone.${step}`);
    expect(await recorded(code)).toEqual(["milestone.planned", ...steps]);
    const read = (await findPerformance(code)).milestones[0];
    expect(read?.steps.map(({ kind }) => kind)).toEqual(["REPORTED", "RETURNED", "REPORTED", "MET"]);
  });
});

describe("metrics and failures", () => {
  test("a reading comes from the party that measures and is checked once by somebody who is no party", async () => {
    const facts = await working();
    const { code, lead, other, third, memberIds } = facts;
    const metric = { memberId: memberIds[1] ?? "", name: "Hiệu suất", unit: "%", target: "92.5" } as const;
    must(await addMetric(lead.actor, code, { ...metric, direction: "AT_LEAST" }));
    const reading = { metric: 1, onDay: "2026-03-01", value: "91.25", reference: "Phiếu đo 3", evidenceSha256: null };
    expect(await recordReading(third.actor, code, reading)).toMatchObject({ code: "NOT_YOUR_METRIC" });
    must(await recordReading(other.actor, code, reading));
    const check = { reading: { metric: 1, number: 1 } };
    expect(await verifyReading(other.actor, code, check)).toMatchObject({ code: "NOT_A_VERIFIER" });
    must(await verifyReading(facts.verifier.actor, code, check));
    expect(await verifyReading(facts.verifier.actor, code, check)).toMatchObject({ code: "ALREADY_CHECKED" });
    const [found] = (await findPerformance(code)).metrics;
    expect(found).toMatchObject({ target: "92.5", readings: [{ value: "91.25" }] });
    expect(await clocks(code)).toEqual([]);
  });

  test("a failure counts once it is verified; then its party owes the cure", async () => {
    const facts = await working();
    const { code, other, third, memberIds } = facts;
    const failure = {
      ...{ memberId: memberIds[1] ?? "", onDay: "2026-03-01", cureOn: "2027-01-04", evidenceSha256: null },
      ...{ description: "Giao mẫu chậm ba tuần", consequence: "Phạt 0,05 % mỗi ngày" },
    };
    must(await recordFailure(third.actor, code, failure));
    const cure = { failure: 1, reference: "Biên bản 9" };
    expect(await cureFailure(facts.verifier.actor, code, cure)).toMatchObject({ code: "NOT_VERIFIED" });
    expect(await verifyFailure(third.actor, code, { failure: 1 })).toMatchObject({ code: "NOT_A_VERIFIER" });
    must(await verifyFailure(facts.verifier.actor, code, { failure: 1 }));
    expect(await clocks(code)).toEqual([{ kind: "FAILURE_CURE", debtorOrganisationId: other.organisationId }]);
    must(await cureFailure(facts.verifier.actor, code, cure));
    expect(await clocks(code)).toEqual([]);
    expect(await recorded(code)).toEqual(["failure.recorded", "failure.verified", "failure.cured"]);
  });
});

describe("a partnership is completed", () => {
  const statement = { statement: STATEMENT, evidenceSha256: null };

  test("by somebody who is no party, once every milestone is met or waived, and is told what is missing", async () => {
    const facts = await working();
    const { code, lead } = facts;
    expect(await proposeCompletion(lead.actor, code, statement)).toMatchObject({ code: "NO_MILESTONES" });
    must(await plan(facts));
    must(await plan(facts, { place: 2 }));
    expect(await proposeCompletion(lead.actor, code, statement)).toMatchObject({
      code: "MILESTONES_MISSING",
      params: { numbers: "1, 2" },
    });
    must(await waiveMilestone(lead.actor, code, { milestone: 2, note: "Các bên bỏ việc này theo biên bản họp 5." }));
    must(await report(facts));
    must(await judge(facts, "MET"));
    must(await proposeCompletion(lead.actor, code, statement));
    expect(await proposeCompletion(lead.actor, code, statement)).toMatchObject({ code: "COMPLETION_OPEN" });
    const accepted = { answer: "ACCEPTED", note: NOTE } as const;
    expect(await answerCompletion(lead.actor, code, accepted)).toMatchObject({ code: "NOT_A_VERIFIER" });
    must(await answerCompletion(facts.verifier.actor, code, accepted));
    expect(await db().partnership.findUniqueOrThrow({ where: { code } })).toMatchObject({ state: "COMPLETED" });
    expect(await recorded(code)).toContain("partnership.completed");
    expect(await plan(facts)).toMatchObject({ code: "NOT_RUNNING" });
    expect(await clocks(code)).toEqual([]);
  });

  test("never when a milestone was planned after the lead proposed it", async () => {
    const facts = await working();
    must(await plan(facts));
    must(await waiveMilestone(facts.lead.actor, facts.code, { milestone: 1, note: NOTE }));
    must(await proposeCompletion(facts.lead.actor, facts.code, statement));
    must(await plan(facts, { place: 2 }));
    const answer = await answerCompletion(facts.verifier.actor, facts.code, { answer: "ACCEPTED", note: NOTE });
    expect(answer).toMatchObject({ code: "MILESTONES_MISSING" });
  });
});

describe("whoever writes as the application's role", () => {
  test("cannot let a party judge, settle twice, rewrite, or complete what is not done", async () => {
    const facts = await working();
    must(await plan(facts));
    const { id, partnershipId } = await db().milestone.findFirstOrThrow({
      where: { partnership: { code: facts.code } },
    });
    const step = (place: number, kind: string, who: { organisationId: string; actor: Actor }) =>
      pool().query(
        `INSERT INTO milestone_step (milestone_id, place, kind, organisation_id, person_id, post, note)
         VALUES ($1, $2, $3::"MilestoneStepKind", $4, $5, 'Giám đốc', 'Đã xong')`,
        [id, place, kind, who.organisationId, who.actor.personId],
      );
    await expect(step(1, "MET", facts.verifier)).rejects.toThrow("MILESTONE_NOT_REPORTED");
    await expect(step(1, "REPORTED", facts.third)).rejects.toThrow("MILESTONE_OF_ANOTHER");
    await expect(step(1, "WAIVED", facts.third)).rejects.toThrow("NOT_A_SPEAKER");
    await step(1, "REPORTED", facts.other);
    await expect(step(2, "MET", facts.lead)).rejects.toThrow("NOT_A_VERIFIER");
    await expect(step(2, "MET", await verifier(facts.third))).rejects.toThrow("VERIFIER_IS_A_PARTY");
    const complete = () =>
      pool().query("UPDATE partnership SET state = 'COMPLETED', revision = revision + 1 WHERE id = $1", [
        partnershipId,
      ]);
    await expect(complete()).rejects.toThrow("MILESTONES_MISSING");
    await step(2, "MET", facts.verifier);
    await expect(step(3, "RETURNED", facts.verifier)).rejects.toThrow("FROZEN milestone");
    await expect(complete()).rejects.toThrow("STATEMENT_MISSING");
    for (const statement of [
      "UPDATE milestone SET due_on = '2030-01-01'",
      "UPDATE milestone_step SET note = 'khác'",
      "DELETE FROM milestone_step",
      "UPDATE metric_reading SET value = 5",
      "UPDATE partnership_completion SET statement = 'khác'",
    ])
      await expect(pool().query(statement)).rejects.toThrow("permission denied");
  });
});
