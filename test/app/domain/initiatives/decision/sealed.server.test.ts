import { beforeAll, expect, test } from "vitest";
import { decideAs, evaluateAs, must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { correctDecision } from "#app/domain/initiatives/decision/correct.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { publishDecisions } from "#app/domain/initiatives/decision/publish.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

const HOUR_MS = 3_600_000;
const REASON = "Giải pháp giải được một khó khăn có thật và kiểm chứng được bằng số liệu kèm theo.";
const ACCEPT = { kind: "ACCEPTED", reason: REASON, language: "vi", legalRef: "" } as const;
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

async function evaluated() {
  const code = await submitInitiative(cast.proposer);
  await screenAs(cast, code);
  await evaluateAs(cast, code);
  return code;
}

async function seenBy(reader: typeof cast.proposer | null, code: string) {
  const page = await findInitiative(reader, code);
  return JSON.stringify(page, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
}

test("a sealed decision is known to those who decide alone, until its moment; then the clock publishes it once", async () => {
  const code = await evaluated();
  const before = await seenBy(null, code);
  const publishAt = new Date(Date.now() + 24 * HOUR_MS);
  must(await decide(cast.intakeHead, code, { ...ACCEPT, publishAt }));
  expect(await seenBy(null, code)).toBe(before);
  for (const reader of [cast.proposer, cast.chair, cast.intake])
    expect(await seenBy(reader, code)).not.toContain(REASON);
  expect((await findCase(cast.chair, code))?.sealedUntil).toBeNull();
  expect((await findCase(cast.intakeHead, code))?.sealedUntil).toBe(publishAt.toISOString());
  const entries = await db().recordEntry.findMany({
    where: { OR: [{ subjectCode: code }, { kind: "initiative.sealed" }] },
  });
  expect(entries.filter((one) => one.kind === "initiative.sealed")).toHaveLength(1);
  for (const { kind, payload, subjectCode } of entries)
    if (kind === "initiative.sealed")
      expect(`${payload} ${subjectCode}`).not.toMatch(new RegExp(`${code}|ACCEPTED|${REASON}`));
  expect(await decide(cast.intakeHead, code, ACCEPT)).toMatchObject({ code: "ALREADY_DECIDED" });
  expect(await publishDecisions()).toBe(0);
  const later = new Date(publishAt.getTime() + 1_000);
  const rounds = await Promise.all([publishDecisions(later), publishDecisions(later)]);
  expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await publishDecisions(later)).toBe(0);
  expect(await findInitiative(null, code)).toMatchObject({ state: "ACCEPTED", decisions: [{ reason: REASON }] });
  const told = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code, kind: "initiative.accepted" } });
  const seal = entries.find((one) => one.kind === "initiative.sealed");
  expect(seal?.payload).toContain(
    JSON.parse(told.payload).payload?.sealedSha256 ?? JSON.parse(told.payload).sealedSha256,
  );
});

test("a moment that has passed, and a return with one, are refused; nothing is written", async () => {
  const code = await evaluated();
  const past = new Date(Date.now() - HOUR_MS);
  expect(await decide(cast.intakeHead, code, { ...ACCEPT, publishAt: past })).toMatchObject({
    code: "PUBLISH_IN_PAST",
  });
  const publishAt = new Date(Date.now() + HOUR_MS);
  expect(await decide(cast.intakeHead, code, { ...ACCEPT, kind: "RETURNED", publishAt })).toMatchObject({
    code: "RETURN_IS_TOLD_AT_ONCE",
  });
  expect(await db().decision.count({ where: { initiative: { code } } })).toBe(0);
});

test("a decision is corrected by a new one alone; both are read, and whoever comes second is told to look again", async () => {
  const code = await evaluated();
  expect(await correctDecision(cast.intakeHead, code, { ...ACCEPT, number: 1 })).toMatchObject({
    code: "NOTHING_TO_CORRECT",
  });
  await decideAs(cast, code, { reason: REASON });
  const corrected = {
    reason: `${REASON} Căn cứ được ghi lại cho đúng.`,
    language: "vi",
    legalRef: "Quyết định 12",
  } as const;
  const other = await anActor("Trưởng bộ phận thứ hai", ["INTAKE_HEAD"], cast.intakeBody);
  expect(await correctDecision(cast.steering, code, { ...corrected, number: 1 })).toMatchObject({
    code: "NOT_YOUR_CASE",
  });
  const both = await Promise.all([
    correctDecision(cast.intakeHead, code, { ...corrected, number: 1 }),
    correctDecision(other, code, { ...corrected, number: 1 }),
  ]);
  expect(both.map((one) => (one.ok ? "done" : one.code)).sort()).toEqual(["DECIDED_MEANWHILE", "done"]);
  const page = await findInitiative(null, code);
  expect(page?.decisions.map(({ number, isCorrected, reason }) => [number, isCorrected, reason])).toEqual([
    [1, true, REASON],
    [2, false, corrected.reason],
  ]);
  const [first] = await db().decision.findMany({ where: { initiative: { code }, number: 1 } });
  await expect(
    db().decision.update({ where: { id: first?.id ?? "" }, data: { reason: "Lý do khác hẳn, dài hơn hai mươi." } }),
  ).rejects.toThrow();
});

test("two deciders at once: one decides and the other is told to look again", async () => {
  const other = await anActor("Trưởng bộ phận song song", ["INTAKE_HEAD"], cast.intakeBody);
  const codes: string[] = [];
  for (let run = 0; run < 3; run += 1) codes.push(await evaluated());
  for (const code of codes) {
    const outcomes = await Promise.all([
      decide(cast.intakeHead, code, ACCEPT),
      decide(other, code, { ...ACCEPT, kind: "REJECTED" }),
    ]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.code === "NOT_ALLOWED_FROM_STATE")).toHaveLength(1);
  }
  expect(await db().decision.count({ where: { initiative: { code: { in: codes } } } })).toBe(codes.length);
});
