import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { answerRelease } from "#app/domain/partnerships/capital/answer-release.server.ts";
import { askRelease } from "#app/domain/partnerships/capital/ask-release.server.ts";
import { commitSchema, contributeSchema } from "#app/domain/partnerships/capital/capital.schema.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { closePartnership, seeAccount } from "#app/domain/partnerships/closing/close.server.ts";
import { drawUp } from "#app/domain/partnerships/closing/draw-up.server.ts";
import { findClosing } from "#app/domain/partnerships/closing/queries.server.ts";
import { lapses, stillOpen } from "#app/domain/partnerships/closing/reconciliation.ts";
import { allocateFunding } from "#app/domain/partnerships/funding/allocate.server.ts";
import { allocateSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { move } from "#app/domain/partnerships/motions/move.server.ts";
import { vote } from "#app/domain/partnerships/motions/vote.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, body, must, signBy } from "../people.ts";

withTestDatabase();

const PASSWORD = "ba con kiến bò ngang";
const REASON = "Xưởng bị ngập nên các bên cùng chấm dứt; phần vốn còn lại không góp nữa.";

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

async function holder(role: Role): Promise<Actor> {
  const { actor, organisationId, name } = await body("STATE", `Cơ quan ${role}`);
  // an auditor audits in the name of no body
  const held = role === "AUDITOR" ? null : organisationId;
  await db().roleGrant.create({ data: { personId: actor.personId, role, organisationId: held } });
  await db().person.updateMany({ data: { passwordHash } });
  return { ...actor, roles: [{ role, organisationId: held, organisationNames: held === null ? null : { vi: name } }] };
}

/** Terminated by all three, with 100 billion promised by the second party and 30 paid in, 5 of them not confirmed. */
async function terminated() {
  const facts = await agreed();
  await signBy(facts);
  await activateDue(new Date("2027-01-01T03:00:00Z"));
  const [fund, auditor] = [await holder("FUND"), await holder("AUDITOR")];
  const actorAt = (place: number): Actor => {
    const found = facts.bodies[place];
    if (!found) throw new Error("nobody there");
    return found.actor;
  };
  const typed = { memberId: facts.memberIds[1], kind: "CASH", description: "Tiền mặt", dueOn: "2027-03-31" };
  const { number } = must(
    await commitCapital(actorAt(1), facts, commitSchema.parse({ ...typed, committedVnd: "100 tỷ" })),
  );
  const pay = async (amountVnd: string) => {
    const paid = { commitment: String(number), amountVnd, onDay: dayInVietnam(new Date()), reference: "UNC 1/2026" };
    return must(await contribute(actorAt(1), facts, contributeSchema.parse(paid))).number;
  };
  must(await confirmCapital(actorAt(0), facts, await pay("25 tỷ")));
  const waiting = await pay("5 tỷ");
  must(await move(actorAt(0), facts.code, { kind: "TERMINATE", reason: REASON, untilOn: null, password: PASSWORD }));
  for (const place of [1, 2])
    must(await vote(actorAt(place), facts.code, { number: 1, inFavour: true, password: PASSWORD }));
  return { ...facts, actorAt, fund, auditor, waiting };
}

async function accountOf(code: string) {
  const found = await findClosing(code);
  if (!found) throw new Error("no account");
  return found;
}

function account(lapseReason = REASON) {
  return { profitTailUntil: "2030-12-31", lapseReason };
}

describe("a partnership that ended", () => {
  test("is not closed while something waits, and the account says what and how many", async () => {
    const facts = await terminated();
    const { state, account: found } = await accountOf(facts.code);
    expect(stillOpen(state, found)).toEqual([
      { kind: "CAPITAL_PENDING", productCode: facts.productCode, count: 1, amountVnd: null },
    ]);
    expect(await drawUp(facts.fund, facts.code, account())).toMatchObject({ code: "STILL_OPEN", params: { count: 1 } });
    must(await confirmCapital(facts.actorAt(0), facts, facts.waiting));
    const after = await accountOf(facts.code);
    expect(after.account.agreements[0]).toMatchObject({
      ...{ committedVnd: "100000000000", paidVnd: "30000000000", unpaidVnd: "70000000000", balanceVnd: "30000000000" },
    });
    expect(lapses(after.state, after.account)).toEqual([
      { kind: "PROMISE", productCode: facts.productCode, amountVnd: "70000000000" },
    ]);
    // had it been completed, the promise would be open
    expect(stillOpen("COMPLETED", after.account)).toMatchObject([
      { kind: "PROMISE", count: 1, amountVnd: "70000000000" },
    ]);
  });

  test("is closed by a fund on the account that an auditor has seen, and owes nothing any more", async () => {
    const facts = await terminated();
    const { code, fund, auditor } = facts;
    must(await confirmCapital(facts.actorAt(0), facts, facts.waiting));
    expect(await drawUp(facts.actorAt(0), code, account())).toMatchObject({ code: "NOT_THE_FUND" });
    expect(await drawUp(fund, code, account(""))).toMatchObject({ code: "LAPSE_REASON_MISSING", field: "lapseReason" });
    const { textSha256 } = must(await drawUp(fund, code, account()));
    const hand = { textSha256, password: PASSWORD };
    expect(await closePartnership(fund, code, hand)).toMatchObject({ code: "NOT_SEEN_YET" });
    expect(await seeAccount(fund, code, hand)).toMatchObject({ code: "NOT_THE_AUDITOR" });
    expect(await seeAccount(auditor, code, { ...hand, password: "sai" })).toMatchObject({ code: "PASSWORD_WRONG" });
    must(await seeAccount(auditor, code, hand));
    must(await closePartnership(fund, code, hand));
    const { state, closing } = await accountOf(code);
    expect([state, closing?.state, closing?.profitTailUntil]).toEqual(["CLOSED", "CLOSED", "2030-12-31"]);
    expect(await db().obligation.count({ where: { subjectCode: code, doneAt: null, voidedAt: null } })).toBe(0);
    const again = commitSchema.parse({
      ...{ memberId: facts.memberIds[1], kind: "CASH", description: "Tiền mặt", committedVnd: "1 tỷ" },
      dueOn: "2027-06-30",
    });
    expect(await commitCapital(facts.actorAt(1), facts, again)).toMatchObject({ code: "PARTNERSHIP_CLOSED" });
  });

  test("releases nobody from what was promised once it is closed, whoever writes", async () => {
    const facts = await terminated();
    const { code, fund, auditor } = facts;
    must(await confirmCapital(facts.actorAt(0), facts, facts.waiting));
    const typed = { memberId: facts.memberIds[2], kind: "CASH", description: "Tiền mặt", committedVnd: "1 tỷ" };
    const promise = () => commitCapital(facts.actorAt(2), facts, commitSchema.parse({ ...typed, dueOn: "2027-06-30" }));
    const [asked, other] = [must(await promise()).number, must(await promise()).number];
    must(await askRelease(facts.actorAt(2), facts, { release: asked, reason: REASON }));
    const { textSha256 } = must(await drawUp(fund, code, account()));
    const hand = { textSha256, password: PASSWORD };
    must(await seeAccount(auditor, code, hand));
    must(await closePartnership(fund, code, hand));
    const ask = pool().query(
      `INSERT INTO commitment_release (commitment_id, number, reason, asked_by_id)
       SELECT id, 1, 'x', recorded_by_id FROM capital_commitment WHERE number = $1 AND member_id = $2`,
      [other, facts.memberIds[2]],
    );
    await expect(ask).rejects.toThrow("PARTNERSHIP_CLOSED");
    for (const agrees of [true, false]) {
      const answer = pool().query(
        `INSERT INTO commitment_release_answer (release_id, member_id, agrees, reason, answered_by_id)
         SELECT r.id, $1, $2, 'x', $3 FROM commitment_release r JOIN capital_commitment c ON c.id = r.commitment_id
         WHERE c.member_id = $4`,
        [facts.memberIds[0], agrees, facts.actorAt(0).personId, facts.memberIds[2]],
      );
      await expect(answer).rejects.toThrow("PARTNERSHIP_CLOSED");
    }
  });

  test("is closed on no account that the ledger has left behind", async () => {
    const facts = await terminated();
    const { code, fund, auditor } = facts;
    must(await confirmCapital(facts.actorAt(0), facts, facts.waiting));
    const { textSha256 } = must(await drawUp(fund, code, account()));
    const hand = { textSha256, password: PASSWORD };
    must(await seeAccount(auditor, code, hand));
    const typed = { memberId: facts.memberIds[2], kind: "CASH", description: "Tiền mặt", committedVnd: "1 tỷ" };
    must(await commitCapital(facts.actorAt(2), facts, commitSchema.parse({ ...typed, dueOn: "2027-06-30" })));
    expect(await closePartnership(fund, code, hand)).toMatchObject({ code: "ACCOUNT_CHANGED" });
    const anew = must(await drawUp(fund, code, account()));
    expect(anew.textSha256).not.toBe(textSha256);
  });
});

/** A body that pays, and somebody who holds its fund: no representative of any party. */
async function payer(organisationId: string): Promise<Actor> {
  const person = await db().person.create({
    data: { email: `${randomUUID()}@example.vn`, name: "Người giữ quỹ", passwordHash },
  });
  await db().roleGrant.create({ data: { personId: person.id, role: "FUND", organisationId } });
  const role = { role: "FUND", organisationId, organisationNames: { vi: "Quỹ" } } as const;
  const { email, name } = person;
  return { personId: person.id, email, name, language: "vi", roles: [role], affiliations: [] };
}

async function allocate(facts: Awaited<ReturnType<typeof terminated>>, organisationId: string) {
  const fund = await payer(organisationId);
  const typed = { source: "OTHER", budgetLine: "Khoản 101", allocatedVnd: "30 tỷ", reference: "QĐ 15/QĐ-BTC" };
  must(await allocateFunding(fund, facts, allocateSchema.parse({ organisationId, ...typed })));
  return fund;
}

describe("what keeps nobody from closing", () => {
  test("is a promise that was released, in a completed partnership too", async () => {
    const facts = await terminated();
    must(await confirmCapital(facts.actorAt(0), facts, facts.waiting));
    const before = (await accountOf(facts.code)).account;
    const typed = { memberId: facts.memberIds[2], kind: "CASH", description: "Tiền mặt", committedVnd: "1 tỷ" };
    const promise = commitSchema.parse({ ...typed, dueOn: "2027-06-30" });
    const { number } = must(await commitCapital(facts.actorAt(2), facts, promise));
    expect(stillOpen("COMPLETED", (await accountOf(facts.code)).account)).toMatchObject([
      { kind: "PROMISE", count: 2 },
    ]);
    must(await askRelease(facts.actorAt(2), facts, { release: number, reason: REASON }));
    must(await answerRelease(facts.actorAt(0), facts, { release: number, reason: null }));
    expect((await accountOf(facts.code)).account).toEqual(before);
  });

  test("is money of a party: where no other body paid, any fund of no party closes", async () => {
    const facts = await terminated();
    must(await confirmCapital(facts.actorAt(0), facts, facts.waiting));
    const own = await allocate(facts, facts.bodies[1]?.organisationId ?? "");
    expect(await drawUp(own, facts.code, account())).toMatchObject({ code: "NOT_THE_FUND" });
    must(await drawUp(facts.fund, facts.code, account()));
    const outside = await body("STATE", "Quỹ khác");
    const other = await allocate(facts, outside.organisationId);
    expect(await drawUp(facts.fund, facts.code, account())).toMatchObject({ code: "NOT_THE_FUND" });
    await expect(insertClosing(facts, facts.fund, 2)).rejects.toThrow("CLOSING_PAYER");
    must(await drawUp(other, facts.code, account()));
  });
});

function insertClosing({ code }: { code: string }, { personId, roles }: Actor, number = 1) {
  return pool().query(
    `INSERT INTO partnership_closing (partnership_id, number, text, text_sha256, organisation_id, drawn_by_id, drawn_post)
     SELECT id, $4, '{}', encode(sha256('{}'), 'hex'), $2, $3, 'FUND' FROM partnership WHERE code = $1`,
    [code, roles[0]?.organisationId, personId, number],
  );
}

describe("the database", () => {
  test("takes no account from somebody with a post in a party, nor an auditor's word", async () => {
    const facts = await terminated();
    const post = (personId: string) =>
      db().affiliation.create({
        data: { personId, organisationId: facts.bodies[0]?.organisationId ?? "", post: "Cố vấn", fromOn: new Date() },
      });
    const affiliated = await holder("FUND");
    await post(affiliated.personId);
    await expect(insertClosing(facts, affiliated)).rejects.toThrow("CLOSING_HAND");
    await insertClosing(facts, facts.fund);
    await post(facts.auditor.personId);
    const see = pool().query(
      `UPDATE partnership_closing SET seen_by_id = $2, seen_at = now(), seen_post = 'AUDITOR'
       WHERE partnership_id = (SELECT id FROM partnership WHERE code = $1)`,
      [facts.code, facts.auditor.personId],
    );
    await expect(see).rejects.toThrow("CLOSING_HAND");
  });

  test("closes nothing without an account, with something open, or by a party's hand", async () => {
    const facts = await terminated();
    const ask = (sql: string) => pool().query(sql, [facts.code]);
    await expect(ask("UPDATE partnership SET state = 'CLOSED' WHERE code = $1")).rejects.toThrow("NO_CLOSING");
    await expect(insertClosing(facts, facts.actorAt(0))).rejects.toThrow("CLOSING_HAND");
    await insertClosing(facts, facts.fund);
    await expect(
      ask(`UPDATE partnership_closing SET state = 'CLOSED', ended_at = now()
           WHERE partnership_id = (SELECT id FROM partnership WHERE code = $1)`),
    ).rejects.toThrow(/check constraint|CLOSING_WITHOUT_END/);
    await pool().query(
      `UPDATE partnership_closing SET seen_by_id = $2, seen_at = now(), seen_post = 'AUDITOR'
       WHERE partnership_id = (SELECT id FROM partnership WHERE code = $1)`,
      [facts.code, facts.auditor.personId],
    );
    await expect(
      ask(`WITH closed AS (UPDATE partnership_closing SET state = 'CLOSED', ended_at = now()
             WHERE partnership_id = (SELECT id FROM partnership WHERE code = $1))
           UPDATE partnership SET state = 'CLOSED' WHERE code = $1`),
    ).rejects.toThrow("STILL_OPEN");
  });
});
