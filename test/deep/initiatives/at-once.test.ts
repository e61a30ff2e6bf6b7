import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateAs, scoresOf, screenAs, steerAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { support } from "#app/domain/initiatives/voice/support.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { closeDatabase, db, openDatabase, pool } from "#prisma/client.server.ts";
import { freshDatabase, type TestDatabase } from "#test/setup/database.ts";
import { namedFor, scoresSeenOf } from "#test/support/council-eyes.ts";
import { aCast, anActor, evaluatorsOf } from "#test/support/initiative-cast.ts";

// Every invariant in every one of a hundred runs, on sixty connections.
const RUNS = 100;
const CROWD = 100;
const COUNCIL = 50;
const CONNECTIONS = 60;
const HOUR_MS = 3_600_000;
const REASON = "Giải pháp giải được một khó khăn có thật và kiểm chứng được bằng số liệu kèm theo.";
const GIVEN = 83;

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: "https://ba-nha.example" }));
  database = await freshDatabase();
  openDatabase(database.appUrl, { max: CONNECTIONS });
  cast = await aCast();
});

afterAll(async () => {
  await expectNoDeadlock();
  await closeDatabase();
  await database.drop();
});

/** A command tries again after a deadlock, so the outcomes alone do not tell; PostgreSQL counts each. */
async function expectNoDeadlock(): Promise<void> {
  const { rows } = await pool().query<{ deadlocks: bigint }>(
    "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
  );
  expect(rows).toEqual([{ deadlocks: 0n }]);
}

/** Each outcome by what it is: "done" or the refusal, sorted. */
function told(outcomes: readonly Outcome<unknown>[]): string[] {
  return outcomes.map((one) => (one.ok ? "done" : one.code)).sort();
}

async function entriesOf(code: string, kind: string): Promise<Record<string, unknown>[]> {
  const entries = await db().recordEntry.findMany({ where: { subjectCode: code, kind }, orderBy: { id: "asc" } });
  return entries.map(({ payload }) => JSON.parse(payload));
}

async function messagesOn(id: string): Promise<number> {
  const { rows } = await pool().query<{ count: bigint }>(
    "SELECT count(*) AS count FROM outbox WHERE topic = 'search' AND payload->>'id' = $1",
    [id],
  );
  return Number(rows[0]?.count);
}

/** Whatever is seen of the scores of a file until `work` has ended, and once more then. */
async function watched(code: string, work: Promise<unknown>): Promise<string> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  const seen: string[] = [];
  while (!isOver) seen.push(await scoresSeenOf(cast, code));
  return `${seen.join()} ${await scoresSeenOf(cast, code)}`;
}

test("fifty evaluators score at the same moment: each counts once, nothing is seen before, two chairs close once", {
  timeout: 400_000,
}, async () => {
  const fifty = await evaluatorsOf(cast.council, COUNCIL);
  const chairs = [cast.chair, await anActor("Chủ tịch thứ hai", ["CHAIR"], cast.council)];
  const points = scoresOf().map((one) => ({ ...one, value: GIVEN }));
  for (let run = 0; run < RUNS; run += 1) {
    const code = await namedFor(cast, fifty);
    // Declared by all at a stroke: fifty commands more in each run would prove nothing here.
    const declared = { conflictDeclaredAt: new Date() };
    await db().evaluationSeat.updateMany({ where: { evaluation: { initiative: { code } } }, data: declared });
    const scoring = Promise.all(fifty.map((one) => score(one, code, points)));
    const [outcomes, seen] = await Promise.all([scoring, watched(code, scoring)]);
    expect(told(outcomes)).toEqual(Array.from(fifty, () => "done"));
    expect(seen).not.toContain(String(GIVEN));
    const stored = await db().score.groupBy({
      by: ["seatId", "criterion"],
      where: { seat: { evaluation: { initiative: { code } } } },
      _count: true,
    });
    expect(stored.map((one) => one._count)).toEqual(Array.from({ length: COUNCIL * points.length }, () => 1));
    const noted = await entriesOf(code, "initiative.scored");
    expect(noted.map(({ scored, of }) => [scored, of])).toEqual(
      Array.from({ length: COUNCIL }, (_, place) => [place + 1, COUNCIL]),
    );
    const closings = await Promise.all(chairs.map((chair) => closeEvaluation(chair, code)));
    expect(told(closings)).toEqual(["NOT_ALLOWED_FROM_STATE", "done"]);
    expect(await entriesOf(code, "initiative.evaluated")).toMatchObject([{ scored: COUNCIL, of: COUNCIL }]);
    const open = (await findCase(cast.intakeHead, code))?.scores;
    expect(open?.map(({ values }) => values.length)).toEqual(points.map(() => COUNCIL));
  }
});

/** Who decides at the same moment, what each decides, and what the later one may be told. */
function meeting(run: number, deciders: readonly [Actor, Actor]) {
  const [first, second] = deciders;
  const accept = { kind: "ACCEPTED", reason: REASON, language: "vi", legalRef: "" } as const;
  const publishAt = new Date(Date.now() + HOUR_MS);
  const inputs = [
    [accept, { ...accept, kind: "REJECTED" }],
    [accept, { ...accept, kind: "RETURNED" }],
    [
      { ...accept, publishAt },
      { ...accept, kind: "REJECTED", publishAt },
    ],
    [
      { ...accept, publishAt },
      { ...accept, kind: "REJECTED" },
    ],
  ] as const;
  const [one, other] = inputs[run % inputs.length] ?? inputs[0];
  return [
    { decider: first, input: one },
    { decider: second, input: other },
  ] as const;
}

test("two deciders at the same moment: one decision, one entry, one message, and the other is told", {
  timeout: 300_000,
}, async () => {
  const heads = [cast.intakeHead, await anActor("Trưởng bộ phận thứ hai", ["INTAKE_HEAD"], cast.intakeBody)] as const;
  const boards = [cast.steering, await anActor("Ủy viên thứ hai", ["STEERING"], cast.steeringBody)] as const;
  for (let run = 0; run < RUNS; run += 1) {
    const track = run % 2 === 0 ? "ORDINARY" : "BREAKTHROUGH";
    const code = await submitInitiative(cast.proposer, { track });
    await screenAs(cast, code, { track });
    await evaluateAs(cast, code, { track });
    if (track === "BREAKTHROUGH") await steerAs(cast, code);
    const { id, state } = await db().initiative.findUniqueOrThrow({ where: { code } });
    const [entries, messages] = [await db().recordEntry.count(), await messagesOn(id)];
    const both = meeting(run >> 1, track === "ORDINARY" ? heads : boards);
    const outcomes = await Promise.all(both.map(({ decider, input }) => decide(decider, code, input)));
    const won = both[outcomes.findIndex((one) => one.ok)];
    const isSealed = won !== undefined && "publishAt" in won.input;
    expect(told(outcomes)).toEqual(isSealed ? ["ALREADY_DECIDED", "done"] : ["NOT_ALLOWED_FROM_STATE", "done"]);
    const kind = won?.input.kind;
    expect(await db().decision.findMany({ where: { initiativeId: id } })).toMatchObject([
      { number: 1, kind, decidedById: won?.decider.personId },
    ]);
    expect(await db().initiative.findUniqueOrThrow({ where: { code } })).toMatchObject({
      state: isSealed ? state : kind,
    });
    expect((await db().recordEntry.count()) - entries).toBe(1);
    expect((await messagesOn(id)) - messages).toBe(isSealed ? 0 : 1);
    if (isSealed) continue;
    expect(await entriesOf(code, `initiative.${kind?.toLowerCase()}`)).toHaveLength(1);
  }
});

test("a hundred presses of one person are one support, and those of a hundred people a hundred", {
  timeout: 400_000,
}, async () => {
  const names = Array.from({ length: CROWD }, (_, place) => `Thành viên ${place + 1}`);
  const people = await Promise.all(names.map((name) => anActor(name)));
  const eager = await anActor("Người bấm một trăm lần");
  for (let run = 0; run < RUNS; run += 1) {
    const code = await submitInitiative(cast.proposer, { opensEarly: true });
    await screenAs(cast, code);
    const supports = async () =>
      (await findVoice(null, code, { stance: null, after: null, limit: 1 }))?.supports ?? null;
    const presses = await Promise.all(names.map(() => support(eager, code)));
    expect(told(presses)).toEqual(names.map(() => "done"));
    expect(await supports()).toBe(1);
    const crowd = await Promise.all(people.map((person) => support(person, code)));
    expect(told(crowd)).toEqual(names.map(() => "done"));
    expect(await supports()).toBe(CROWD + 1);
    const kept = await db().support.groupBy({ by: ["personId"], where: { initiative: { code } }, _count: true });
    expect(kept.map((one) => one._count)).toEqual([eager, ...people].map(() => 1));
    // The proposer follows it from the beginning.
    expect(await db().follow.count({ where: { subjectCode: code } })).toBe(CROWD + 2);
  }
});
