import { beforeAll, beforeEach, expect, test } from "vitest";
import { must, scoresOf, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeEvaluation } from "#app/domain/initiatives/council/close-evaluation.server.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { declareTie } from "#app/domain/initiatives/council/interests/declare-tie.server.ts";
import { endTie } from "#app/domain/initiatives/council/interests/end-tie.server.ts";
import { findInterests } from "#app/domain/initiatives/council/interests/queries.server.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { listPool } from "#app/domain/initiatives/council/pool/queries.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { aLateAuthor } from "#test/support/late-author.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;
let proposer: Actor;
let code: string;

beforeAll(async () => {
  cast = await aCast();
});
beforeEach(async () => {
  proposer = await anActor("Tác giả");
  code = await submitInitiative(proposer);
  await screenAs(cast, code);
});

function evaluatorIds(...people: Actor[]) {
  return [...people, ...cast.evaluators].slice(0, 3).map(({ personId }) => personId);
}

async function pool(ask: Partial<Parameters<typeof listPool>[0]> = {}) {
  return listPool({
    ...{ code, fordCode: "2.7", productCodes: [], chairId: cast.chair.personId, seatedIds: [], name: "" },
    ...{ matchingOnly: false, after: null, picked: [] },
    ...ask,
  });
}

async function groundsOf(person: Actor) {
  const { items } = await pool({ name: person.name ?? "" });
  return items.find(({ id }) => id === person.personId)?.conflicts;
}

test("a council opens with the seats that the track asks for, and not with one less", async () => {
  const two = evaluatorIds().slice(0, 2);
  expect(await openEvaluation(cast.chair, code, { evaluatorIds: two })).toMatchObject({
    code: "TOO_FEW_SEATS",
    field: "evaluatorIds",
    params: { count: 3 },
  });
  must(await openEvaluation(cast.chair, code, { evaluatorIds: evaluatorIds() }));
});

test("each tie that the data tell is shown with its ground, and refused with it", async () => {
  const school = await anOrganisation("SCHOOL", "Trường Đại học Cửa Sông");
  const firm = await anOrganisation("ENTERPRISE", "Công ty Cửa Sông");
  await db().affiliation.create({ data: { personId: proposer.personId, organisationId: school } });
  const colleague = await anActor("Đồng nghiệp cũ", ["EVALUATOR"]);
  const left = new Date(Date.now() - 400 * 86_400_000);
  await db().affiliation.create({
    data: { personId: colleague.personId, organisationId: school, fromOn: new Date("2015-01-01"), toOn: left },
  });
  const partner = await anActor("Người của đối tác", ["EVALUATOR"], firm);
  const joint = { validFrom: new Date("2026-01-01"), joinedAt: new Date() };
  await db().partnership.create({
    data: {
      ...{ code: "DA-2026-9901", form: "CONTRACT_CONSORTIUM", title: {}, description: {} },
      ...{ createdById: proposer.personId, validFrom: new Date("2026-01-01") },
      members: {
        create: [
          { ...joint, organisationId: school, role: "LEAD", position: 1 },
          { ...joint, organisationId: firm, role: "PARTNER", position: 2 },
        ],
      },
    },
  });
  const coauthor = await anActor("Đồng tác giả", ["EVALUATOR"]);
  const earlier = await db().initiative.findUniqueOrThrow({ where: { code: await submitInitiative(coauthor) } });
  await aLateAuthor(earlier.id, proposer.personId, 400_000);
  const investor = await anActor("Người góp vốn", ["EVALUATOR"]);
  const tie = { fromOn: null, note: "" };
  must(await declareTie(investor, { ...tie, relation: "FINANCIAL", other: "", organisationId: school }));
  const supervisor = await anActor("Người hướng dẫn", ["EVALUATOR"]);
  must(await declareTie(proposer, { ...tie, relation: "SUPERVISOR", other: supervisor.email, organisationId: null }));
  const cousin = await anActor("Người thân", ["EVALUATOR"]);
  must(await declareTie(cousin, { ...tie, relation: "FAMILY", other: proposer.email, organisationId: null }));

  const told: [Actor, string, string][] = [
    [colleague, "EMPLOYER", "SAME_ORGANISATION"],
    [partner, "PARTNER", "CONFLICT_PARTNER"],
    [coauthor, "COAUTHOR", "CONFLICT_COAUTHOR"],
    [investor, "FINANCIAL", "CONFLICT_FINANCIAL"],
    [supervisor, "SUPERVISOR", "CONFLICT_SUPERVISOR"],
    [cousin, "FAMILY", "CONFLICT_FAMILY"],
  ];
  for (const [person, ground, refusal] of told) {
    expect([person.name, await groundsOf(person)]).toEqual([person.name, [ground]]);
    const refused = await openEvaluation(cast.chair, code, { evaluatorIds: evaluatorIds(person) });
    expect(refused).toMatchObject({ ok: false, code: refusal, params: { name: person.name } });
  }
  expect(await db().evaluation.count({ where: { initiative: { code } } })).toBe(0);
});

test("the database refuses a seat to an author, a colleague and the chair, past the commands", async () => {
  const school = await anOrganisation("SCHOOL", "Trường Đại học Sông Cái");
  await db().affiliation.create({ data: { personId: proposer.personId, organisationId: school } });
  const colleague = await anActor("Đồng nghiệp", ["EVALUATOR"], school);
  const author = await anActor("Đồng tác giả của hồ sơ", ["EVALUATOR"]);
  const { id: initiativeId } = await db().initiative.findUniqueOrThrow({ where: { code } });
  await aLateAuthor(initiativeId, author.personId);
  must(await openEvaluation(cast.chair, code, { evaluatorIds: evaluatorIds() }));
  const { id: evaluationId } = await db().evaluation.findFirstOrThrow({ where: { initiativeId } });
  const seat = (person: Actor) => db().evaluationSeat.create({ data: { evaluationId, personId: person.personId } });
  await expect(seat(colleague)).rejects.toThrow(/SAME_ORGANISATION/);
  await expect(seat(author)).rejects.toThrow(/NOT_INDEPENDENT/);
  await expect(seat(cast.chair)).rejects.toThrow(/NOT_INDEPENDENT/);
  await expect(
    db().evaluation.create({ data: { initiativeId, round: 9, chairId: author.personId, closedAt: new Date() } }),
  ).rejects.toThrow(/NOT_INDEPENDENT/);
});

test("who steps aside says why to the chair; the record tells how many on which ground, never who", async () => {
  const [first, second, third] = cast.evaluators;
  if (!first || !second || !third) throw new Error("three evaluators");
  must(await openEvaluation(cast.chair, code, { evaluatorIds: evaluatorIds() }));
  must(await declareNoConflict(first, code));
  must(await score(first, code, scoresOf()));
  const reason = "Tôi nhận ra số liệu trong hồ sơ là của nhóm tôi.";
  must(await recuse(first, code, { ground: "COAUTHOR", reason }));
  expect(await recuse(first, code, { ground: "OTHER", reason: "" })).toMatchObject({ code: "RECUSED" });
  const left = await db().evaluationSeat.findFirstOrThrow({
    where: { personId: first.personId, evaluation: { initiative: { code } } },
    include: { scores: true },
  });
  expect(left).toMatchObject({ recusalGround: "COAUTHOR", recusalReason: reason });
  expect(left.scores).toHaveLength(4);

  const other = await anActor("Người thay", ["EVALUATOR"], cast.council);
  const input = { evaluatorIds: [other.personId], replacesSeatId: left.id };
  const filled = await db().evaluationSeat.findFirstOrThrow({
    where: { personId: second.personId, evaluation: { initiative: { code } } },
  });
  expect(await nameEvaluators(cast.chair, code, { ...input, replacesSeatId: filled.id })).toMatchObject({
    code: "NO_SEAT_TO_FILL",
  });
  const two = { ...input, evaluatorIds: [other.personId, cast.evaluators[4]?.personId ?? ""] };
  expect(await nameEvaluators(cast.chair, code, two)).toMatchObject({ code: "ONE_FOR_ONE" });
  must(await nameEvaluators(cast.chair, code, input));
  const again = await anActor("Người thay thứ hai", ["EVALUATOR"], cast.council);
  expect(await nameEvaluators(cast.chair, code, { ...input, evaluatorIds: [again.personId] })).toMatchObject({
    code: "NO_SEAT_TO_FILL",
  });
  for (const member of [second, third, other]) {
    must(await declareNoConflict(member, code));
    must(await score(member, code, scoresOf({ points: [90, 90, 90, 90] })));
  }
  must(await closeEvaluation(cast.chair, code));
  const entries = await db().recordEntry.findMany({ where: { subjectCode: code }, orderBy: { id: "asc" } });
  expect(JSON.parse(entries.at(-1)?.payload ?? "")).toMatchObject({ scored: 3, of: 3, recused: { COAUTHOR: 1 } });
  const told = entries.map(({ payload }) => payload).join();
  for (const secret of [reason, first.personId, other.personId]) expect(told).not.toContain(secret);
  const page = await findInitiative(cast.intakeHead, code);
  expect(page?.scores.map(({ values }) => values.length)).toEqual([3, 3, 3, 3]);
});

test("the pool stands in the order of match, then of load, and is searched and paged", async () => {
  const expert = await anActor("Chuyên gia thủy lợi", ["EVALUATOR"], cast.council);
  const near = await anActor("Chuyên gia gần ngành", ["EVALUATOR"], cast.council);
  await db().person.update({ where: { id: expert.personId }, data: { fordCodes: ["2.7"] } });
  await db().person.update({ where: { id: near.personId }, data: { fordCodes: ["2.2"] } });
  const { items } = await pool();
  expect(items.slice(0, 2).map(({ id, match }) => [id, match.field])).toEqual([
    [expert.personId, "SAME"],
    [near.personId, "BROAD"],
  ]);
  const loads = items.slice(2).map(({ openSeats }) => openSeats);
  expect(loads).toEqual([...loads].sort((a, b) => a - b));
  expect((await pool({ matchingOnly: true })).items.map(({ id }) => id)).toEqual([expert.personId, near.personId]);
  expect((await pool({ name: "thuy loi" })).items.map(({ id }) => id)).toEqual([expert.personId]);
  expect((await pool({ name: "%" })).items).toEqual([]);
  const picked = await pool({ picked: [near.personId], name: "thuy loi" });
  expect(picked.picked.map(({ id }) => id)).toEqual([near.personId]);
});

test("ten thousand evaluators are paged without a gap or a double", { timeout: 60_000 }, async () => {
  await db().$executeRaw`
    INSERT INTO person (email, name, ford_codes) SELECT 'chuyen-gia-' || n || '@dong.test', 'Chuyên gia đông ' || n,
      CASE WHEN n % 7 = 0 THEN ARRAY['2.7'] ELSE ARRAY['5.2'] END FROM generate_series(1, 10000) AS n`;
  await db().$executeRaw`
    INSERT INTO role_grant (person_id, role, organisation_id)
    SELECT id, 'EVALUATOR', ${cast.council}::uuid FROM person WHERE email LIKE '%@dong.test'`;
  const seen = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page < 5; page += 1) {
    const found: Awaited<ReturnType<typeof pool>> = await pool({ after, name: "dong" });
    expect(found.items).toHaveLength(40);
    for (const { id } of found.items) seen.add(id);
    after = found.next;
  }
  expect(seen.size).toBe(200);
});

test("a declared tie is its owner's alone: declared once, ended by them, refused where it makes no sense", async () => {
  const me = await anActor("Người khai");
  const friend = await anActor("Người quen");
  const tie = { relation: "FAMILY", other: friend.email, organisationId: null, fromOn: null, note: "" } as const;
  must(await declareTie(me, tie));
  expect(await declareTie(me, tie)).toMatchObject({ code: "TIE_KNOWN" });
  expect(await declareTie(me, { ...tie, other: me.email })).toMatchObject({ code: "TIE_TO_ONESELF" });
  expect(await declareTie(me, { ...tie, other: "khong-co@vi-du.test" })).toMatchObject({ code: "UNKNOWN_PERSON" });
  expect(await declareTie(me, { ...tie, fromOn: "2199-01-01" })).toMatchObject({ code: "TIE_IN_FUTURE" });
  const nowhere = { ...tie, relation: "FINANCIAL", other: "", organisationId: me.personId } as const;
  expect(await declareTie(me, nowhere)).toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
  const { ties } = await findInterests(me);
  expect((await findInterests(friend)).ties).toEqual([]);
  const [own] = ties;
  expect(await endTie(friend, { tieId: own?.id ?? "" })).toMatchObject({ code: "ABSENT" });
  must(await endTie(me, { tieId: own?.id ?? "" }));
  expect(await endTie(me, { tieId: own?.id ?? "" })).toMatchObject({ code: "ABSENT" });
  expect((await findInterests(me)).ties[0]?.toOn).not.toBeNull();
});
