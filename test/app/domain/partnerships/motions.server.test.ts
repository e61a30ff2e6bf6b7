import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { proposeAmendment } from "#app/domain/partnerships/amendments/propose.server.ts";
import { putAmendmentSignature } from "#app/domain/partnerships/internal/signing/put-amendment-signature.server.ts";
import { MOTION_KINDS, motionsIn, outcomeOf } from "#app/domain/partnerships/motions/motion.ts";
import { type MoveInput, move } from "#app/domain/partnerships/motions/move.server.ts";
import { findStanding } from "#app/domain/partnerships/motions/queries.server.ts";
import { resumeDue } from "#app/domain/partnerships/motions/resume-due.server.ts";
import { vote } from "#app/domain/partnerships/motions/vote.server.ts";
import { withdrawMotion } from "#app/domain/partnerships/motions/withdraw.server.ts";
import { PARTNERSHIP_STATES } from "#app/domain/partnerships/partnership.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, approve, body, column, must, signBy, terms, wholePeriods } from "./people.ts";

withTestDatabase();

const PASSWORD = "ba con kiến bò ngang";
const REASON = "Xưởng bị ngập, chưa thể lắp thiết bị trước mùa khô.";
const SOON = addDays(dayInVietnam(new Date()), 30);

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

async function running() {
  const facts = await agreed();
  await signBy(facts);
  await activateDue(new Date("2027-01-01T03:00:00Z"));
  await db().person.updateMany({ data: { passwordHash } });
  const actorAt = (place: number): Actor => {
    const found = facts.bodies[place];
    if (!found) throw new Error("nobody there");
    return found.actor;
  };
  return { ...facts, actorAt };
}

async function authority(): Promise<Actor> {
  const { actor, organisationId, name } = await body("STATE", "Ban chỉ đạo");
  await db().roleGrant.create({ data: { personId: actor.personId, role: "STEERING", organisationId } });
  await db().person.updateMany({ data: { passwordHash } });
  return { ...actor, roles: [...actor.roles, { role: "STEERING", organisationId, organisationNames: { vi: name } }] };
}

function suspend(more: Partial<MoveInput> = {}): MoveInput {
  return { kind: "SUSPEND", reason: REASON, untilOn: SOON, password: PASSWORD, ...more };
}

async function stateOf(code: string): Promise<string | undefined> {
  return (await findStanding(code))?.state;
}

describe("members vote", () => {
  test("two of three suspend, and then two of three let it go on", async () => {
    const { code, actorAt } = await running();
    expect(must(await move(actorAt(1), code, suspend()))).toEqual({ number: 1, state: "OPEN" });
    expect(await stateOf(code)).toBe("ACTIVE");
    const yes = { number: 1, inFavour: true, password: PASSWORD };
    expect(must(await vote(actorAt(2), code, yes))).toEqual({ state: "CARRIED" });
    expect(await stateOf(code)).toBe("SUSPENDED");
    must(await move(actorAt(0), code, suspend({ kind: "RESUME", untilOn: null })));
    must(await vote(actorAt(1), code, { ...yes, number: 2 }));
    expect(await stateOf(code)).toBe("ACTIVE");
    const { rows } = await pool().query(
      "SELECT kind FROM record_entry WHERE subject_code = $1 AND kind LIKE 'partnership.%' ORDER BY id DESC LIMIT 4",
      [code],
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "partnership.resumed",
      "partnership.motion",
      "partnership.suspended",
      "partnership.motion",
    ]);
  });

  test("only all of them terminate, and one against it is enough", async () => {
    const { code, actorAt } = await running();
    const end = suspend({ kind: "TERMINATE", untilOn: null });
    must(await move(actorAt(0), code, end));
    expect(must(await vote(actorAt(1), code, { number: 1, inFavour: false, password: PASSWORD }))).toEqual({
      state: "REJECTED",
    });
    must(await move(actorAt(0), code, end));
    must(await vote(actorAt(1), code, { number: 2, inFavour: true, password: PASSWORD }));
    expect(await stateOf(code)).toBe("ACTIVE");
    must(await vote(actorAt(2), code, { number: 2, inFavour: true, password: PASSWORD }));
    expect(await stateOf(code)).toBe("TERMINATED");
    expect(await move(actorAt(0), code, suspend())).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("once each, on the one that is open, with their password, and take back what is theirs", async () => {
    const { code, actorAt } = await running();
    must(await move(actorAt(0), code, suspend()));
    const yes = { number: 1, inFavour: true, password: PASSWORD };
    expect(await vote(actorAt(0), code, yes)).toMatchObject({ code: "ALREADY_VOTED" });
    expect(await vote(actorAt(1), code, { ...yes, password: "sai" })).toMatchObject({ code: "PASSWORD_WRONG" });
    expect(await vote(actorAt(1), code, { ...yes, number: 7 })).toMatchObject({ code: "NO_OPEN_MOTION" });
    expect(await move(actorAt(1), code, suspend())).toMatchObject({ code: "MOTION_OPEN" });
    expect(await withdrawMotion(actorAt(1), code, 1)).toMatchObject({ code: "NOT_THE_MOVER" });
    must(await withdrawMotion(actorAt(0), code, 1));
    expect((await findStanding(code))?.motions[0]?.state).toBe("WITHDRAWN");
    const { actor: stranger } = await body("SCHOOL");
    await db().person.updateMany({ data: { passwordHash } });
    expect(await move(stranger, code, suspend())).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
  });

  test("a suspension says until when, within a year", async () => {
    const { code, actorAt } = await running();
    const at = (untilOn: string | null) => move(actorAt(0), code, suspend({ untilOn }));
    expect(await at(null)).toMatchObject({ code: "SUSPENSION_NEEDS_END", field: "untilOn" });
    for (const untilOn of ["2020-01-01", addDays(SOON, 400)])
      expect(await at(untilOn)).toMatchObject({ code: "SUSPENSION_OUT_OF_RANGE", field: "untilOn" });
    expect((await findStanding(code))?.motions).toEqual([]);
  });

  test("two votes that decide at the same time move it once", async () => {
    const { code, actorAt } = await running();
    must(await move(actorAt(0), code, suspend({ kind: "TERMINATE", untilOn: null })));
    const yes = { number: 1, inFavour: true, password: PASSWORD };
    const ends = await Promise.all([vote(actorAt(1), code, yes), vote(actorAt(2), code, yes)]);
    expect(ends.map((end) => end.ok && end.value.state).toSorted()).toEqual(["CARRIED", "OPEN"]);
    expect(await stateOf(code)).toBe("TERMINATED");
  });
});

describe("a State authority", () => {
  test("suspends at once what it has no part in, and terminates nothing", async () => {
    const { code } = await running();
    const officer = await authority();
    expect(await move(officer, code, suspend({ kind: "TERMINATE", untilOn: null }))).toMatchObject({
      code: "ONLY_MEMBERS_TERMINATE",
    });
    expect(must(await move(officer, code, suspend()))).toEqual({ number: 1, state: "CARRIED" });
    expect(await stateOf(code)).toBe("SUSPENDED");
  });

  test("orders nothing where its officer has a post in one of the parties", async () => {
    const { code, bodies } = await running();
    const officer = await authority();
    const inside = { ...officer, affiliations: bodies.flatMap(({ actor }) => actor.affiliations) };
    expect(await move(inside, code, suspend())).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
  });
});

describe("while it stands still", () => {
  test("no amendment is proposed, and the clock lets it go on after the last day", async () => {
    const facts = await running();
    const { code, actorAt } = facts;
    must(await move(await authority(), code, suspend()));
    const input = { effectiveFrom: "2028-01-01", rationale: REASON, periods: [] };
    expect(await proposeAmendment(actorAt(0), facts, input)).toMatchObject({ code: "STANDS_STILL" });
    expect(await resumeDue()).toBe(0);
    await withoutGuards(["partnership_motion"], async (client) => {
      await client.query(
        `UPDATE partnership_motion SET until_on = '2026-01-31'
         WHERE partnership_id = (SELECT id FROM partnership WHERE code = $1)`,
        [code],
      );
    });
    expect(await resumeDue()).toBe(1);
    expect(await stateOf(code)).toBe("ACTIVE");
  });
});

describe("what a carried motion does to the rest", () => {
  test("an amendment that waited for its last signature is not signed while it stands still", async () => {
    const facts = await running();
    const { code, actorAt, memberIds } = facts;
    const shares = {
      CAPITAL: column(memberIds, [300_000, 350_000, 350_000]),
      RISK: column(memberIds, [333_334, 333_333, 333_333]),
      PROFIT: column(memberIds, [512_345, 187_655, 300_000]),
    };
    const input = { effectiveFrom: "2028-01-01", rationale: REASON, periods: [{ from: "2028-01-01", shares }] };
    const { textSha256 } = must(await proposeAmendment(actorAt(0), facts, input));
    const sign = (place: number) =>
      putAmendmentSignature(actorAt(place), facts, { memberId: memberIds[place] ?? "", textSha256 });
    must(await sign(0));
    must(await sign(1));
    must(await move(await authority(), code, suspend()));
    expect(await sign(2)).toMatchObject({ code: "STANDS_STILL" });
    must(await move(await authority(), code, suspend({ kind: "RESUME", untilOn: null })));
    expect(must(await sign(2)).signed).toBe(true);
  });

  test("the first day of a further agreement does not end a suspension", async () => {
    const facts = await running();
    const { code, actorAt, memberIds } = facts;
    const productCode = "21-S07";
    const opened = { productCode, validFrom: "2027-01-01", validTo: "2029-01-01" };
    must(await openAgreement(actorAt(0), code, { ...opened, hasStateMoney: false, profitConfidential: false }));
    must(await recordShares(actorAt(0), code, productCode, wholePeriods(memberIds)));
    must(await recordTerms(actorAt(0), { code, productCode }, terms(facts)));
    const { textSha256 } = must(await agreeDraft(actorAt(0), code, productCode));
    await approve({ ...facts, productCode, textSha256 });
    await signBy({ ...facts, productCode, textSha256 });
    must(await move(await authority(), code, suspend()));
    expect(await activateDue(new Date("2027-01-01T03:00:00Z"))).toBe(1);
    expect(await stateOf(code)).toBe("SUSPENDED");
    const agreements = await db().agreement.findMany({ where: { partnership: { code } }, select: { state: true } });
    expect(agreements.map(({ state }) => state)).toEqual(["ACTIVE", "ACTIVE"]);
  });

  test("nobody owes a milestone in what was terminated", async () => {
    const { code, actorAt, memberIds } = await running();
    const words = { title: "Bộ pin chạy thử", measure: "Biên bản chạy thử 72 giờ có chữ ký của đơn vị đo" };
    const plan = { ...words, memberId: memberIds[1] ?? "", weight: 40, dueOn: "2027-06-30" };
    must(await planMilestone(actorAt(0), code, plan));
    const open = () => db().obligation.count({ where: { subjectCode: code, doneAt: null, voidedAt: null } });
    expect(await open()).toBe(1);
    must(await move(actorAt(0), code, suspend({ kind: "TERMINATE", untilOn: null })));
    for (const place of [1, 2])
      must(await vote(actorAt(place), code, { number: 1, inFavour: true, password: PASSWORD }));
    expect(await open()).toBe(0);
  });
});

describe("whoever writes as the application", () => {
  test("moves no partnership without a motion that was carried, and carries none without the votes", async () => {
    const { code, actorAt } = await running();
    const to = (state: string) =>
      pool().query(`UPDATE partnership SET state = $2::"PartnershipState" WHERE code = $1`, [code, state]);
    await expect(to("SUSPENDED")).rejects.toThrow("NO_MOTION");
    await expect(to("TERMINATED")).rejects.toThrow("NO_MOTION");
    must(await move(actorAt(0), code, suspend()));
    const carried = pool().query(
      "UPDATE partnership_motion SET state = 'CARRIED', ended_at = now() WHERE state = 'OPEN'",
    );
    await expect(carried).rejects.toThrow("MOTION_VOTES");
    const changed = pool().query("UPDATE partnership_motion SET reason = 'Khác'");
    await expect(changed).rejects.toThrow("permission denied");
    await expect(pool().query("DELETE FROM motion_vote")).rejects.toThrow("permission denied");
  });
});

test("every count decides or stays open, and what is rejected could not be carried any more", () => {
  for (const kind of MOTION_KINDS)
    for (let members = 1; members <= 12; members += 1)
      for (let yes = 0; yes <= members; yes += 1)
        for (let no = 0; yes + no <= members; no += 1) {
          const outcome = outcomeOf(kind, { members, yes, no });
          const best = outcomeOf(kind, { members, yes: members - no, no });
          expect(outcome === "REJECTED", `${kind} ${members} ${yes} ${no}`).toBe(best !== "CARRIED");
          if (yes + no === members) expect(outcome).not.toBe("OPEN");
        }
});

test("only what runs or stands still can be moved", () => {
  const moved = PARTNERSHIP_STATES.filter((state) => motionsIn(state).length > 0);
  expect(moved).toEqual(["ACTIVE", "SUSPENDED"]);
  expect(motionsIn("ACTIVE")).toEqual(["SUSPEND", "TERMINATE"]);
  expect(motionsIn("SUSPENDED")).toEqual(["RESUME", "TERMINATE"]);
});
