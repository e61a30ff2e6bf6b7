import { describe, expect, test } from "vitest";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { endAmendment } from "#app/domain/partnerships/amendments/end.server.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { handOver } from "#app/domain/partnerships/exits/hand-over.server.ts";
import { giveNotice, withdrawNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { declineSettlement, proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { putAmendmentSignature } from "#app/domain/partnerships/internal/signing/put-amendment-signature.server.ts";
import { findInsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { move } from "#app/domain/partnerships/motions/move.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { must } from "../people.ts";
import {
  type Facts,
  FROM,
  gone,
  LEAVER,
  notice,
  openKinds,
  PASSWORD,
  payIn,
  proposed,
  REASON,
  running,
  settled,
  sign,
  terminate,
  terms,
} from "./leaving.ts";

withTestDatabase();

function ofPartnership({ memberIds }: Facts) {
  return { memberId: { in: memberIds } };
}

async function sharesOn(code: string, day: string) {
  const shares = must(await sharesAsOf({ code, asOf: day, knownAt: null }));
  const ppm = (lines: { ppm: number }[] | null) => lines?.map((line) => line.ppm) ?? null;
  return { capital: ppm(shares.capital.contractual), risk: ppm(shares.risk), profit: ppm(shares.profit) };
}

describe("a party that leaves", () => {
  test("is priced by the rule of the agreement, and its shares are closed again from its day on", async () => {
    const facts = await running();
    await payIn(facts, LEAVER, "30 tỷ");
    await settled(facts);
    expect(await sharesOn(facts.code, "2027-12-31")).toEqual({
      capital: [400_000, 350_000, 250_000],
      risk: [333_334, 333_333, 333_333],
      profit: [512_345, 187_655, 300_000],
    });
    expect(await sharesOn(facts.code, FROM)).toEqual({
      capital: [533_333, 466_667],
      risk: [500_001, 499_999],
      profit: [731_921, 268_079],
    });
    const member = await db().partnershipMember.findUniqueOrThrow({ where: { id: facts.idAt(LEAVER) } });
    expect(member.validTo?.toISOString().slice(0, 10)).toBe(FROM);
    const handed = await db().exitHandover.findMany({ where: ofPartnership(facts), orderBy: { priceVnd: "desc" } });
    expect(handed.map(({ paidInVnd, priceVnd }) => [paidInVnd, priceVnd])).toEqual([
      [15_999_960_000n, 15_999_960_000n],
      [14_000_040_000n, 14_000_040_000n],
    ]);
    // the rest of what it promised is called no more; those who take over owe what they pay
    expect(await openKinds(facts.code, facts.bodies[LEAVER]?.organisationId)).toEqual([]);
    expect(await openKinds(facts.code, undefined)).toEqual(["EXIT_PAYMENT", "EXIT_PAYMENT"]);
    const { rows } = await pool().query(
      "SELECT kind FROM record_entry WHERE subject_code = $1 AND kind LIKE 'exit.%' ORDER BY id",
      [facts.code],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["exit.notice", "exit.settlement", "exit.settled"]);
  });

  test("gives its shares to one party where that is agreed, less a penalty", async () => {
    const facts = await running({ exitRule: "PAID_IN" });
    await payIn(facts, LEAVER, "30 tỷ");
    await settled(facts, { takeover: facts.idAt(1), penalty: 100_000 });
    expect((await sharesOn(facts.code, FROM)).capital).toEqual([400_000, 600_000]);
    const handed = await db().exitHandover.findMany({ where: ofPartnership(facts) });
    expect(handed.map(({ memberId, priceVnd }) => [memberId, priceVnd])).toEqual([[facts.idAt(1), 27_000_000_000n]]);
  });

  test("is no member once its day has come: it proposes and votes nothing, and hands its capital over", async () => {
    const facts = await running();
    await payIn(facts, LEAVER, "30 tỷ");
    await settled(facts, { takeover: facts.idAt(1) });
    const { id } = await db().exitHandover.findFirstOrThrow({ where: ofPartnership(facts) });
    const done = { handoverId: id, reference: "UNC 88/2026" };
    expect(await handOver(facts.actorAt(LEAVER), facts.code, done)).toMatchObject({ code: "NOT_LEFT_YET" });
    await gone(facts);
    const motion = { kind: "SUSPEND", reason: REASON, untilOn: addDays(dayInVietnam(new Date()), 9) } as const;
    const moved = await move(facts.actorAt(LEAVER), facts.code, { ...motion, password: PASSWORD });
    expect(moved).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await findInsidePartnership(facts.actorAt(LEAVER), facts.code)).toBeNull();
    expect(await handOver(facts.actorAt(1), facts.code, done)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    must(await handOver(facts.actorAt(LEAVER), facts.code, done));
    expect(await handOver(facts.actorAt(LEAVER), facts.code, done)).toMatchObject({ code: "ALREADY_HANDED_OVER" });
    const event = await db().capitalEvent.findFirstOrThrow({
      where: { kind: "TRANSFER", agreement: { partnership: { code: facts.code } } },
    });
    must(await confirmCapital(facts.actorAt(1), facts, event.number));
    expect(await openKinds(facts.code, undefined)).toEqual([]);
  });
});

test("what is paid for an exit stays owed whatever becomes of the partnership", async () => {
  const facts = await running();
  await payIn(facts, LEAVER, "30 tỷ");
  await settled(facts);
  await terminate(facts);
  expect(await openKinds(facts.code, undefined)).toEqual(["EXIT_PAYMENT", "EXIT_PAYMENT"]);
});

describe("notice", () => {
  test("is given by a member for itself, for a coming day within the agreements", async () => {
    const facts = await running();
    const { code, actorAt, idAt } = facts;
    const ask = (place: number, more = {}) => giveNotice(actorAt(place), code, notice(facts, more));
    expect(await ask(LEAVER, { password: "sai" })).toMatchObject({ code: "PASSWORD_WRONG" });
    expect(await ask(1)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const today = dayInVietnam(new Date());
    expect(await ask(LEAVER, { effectiveOn: today })).toMatchObject({ code: "EXIT_TOO_SOON", field: "effectiveOn" });
    expect(await ask(LEAVER, { effectiveOn: "2027-01-01" })).toMatchObject({ code: "OUTSIDE_THE_AGREEMENT" });
    expect(await ask(LEAVER, { effectiveOn: "2029-01-01" })).toMatchObject({ code: "OUTSIDE_THE_PARTNERSHIP" });
    must(await ask(LEAVER));
    expect(await ask(1, { memberId: idAt(1) })).toMatchObject({ code: "EXIT_OPEN" });
    expect(await openKinds(code, facts.bodies[1]?.organisationId)).toEqual(["EXIT_SETTLEMENT"]);
    expect(await openKinds(code, facts.bodies[LEAVER]?.organisationId)).toEqual([]);
  });

  test("is taken back, and what was on the table falls with it", async () => {
    const facts = await running();
    await proposed(facts);
    const back = { number: 1, reason: "Đã tìm được người làm tiếp." };
    expect(await withdrawNotice(facts.actorAt(0), facts.code, back)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    must(await withdrawNotice(facts.actorAt(LEAVER), facts.code, back));
    const agreement = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    expect(agreement.state).toBe("ACTIVE");
    expect(await openKinds(facts.code, undefined)).toEqual([]);
    must(await giveNotice(facts.actorAt(LEAVER), facts.code, notice(facts)));
  });
});

describe("a settlement", () => {
  test("is declined with a reason and proposed anew; its amendments are not signed or ended apart from it", async () => {
    const facts = await running();
    await proposed(facts);
    const { textSha256 } = await db().amendment.findFirstOrThrow({
      where: { state: "PROPOSED", agreement: { partnership: { code: facts.code } } },
    });
    const alone = { memberId: facts.idAt(0), textSha256 };
    expect(await putAmendmentSignature(facts.actorAt(0), facts, alone)).toMatchObject({ code: "PART_OF_AN_EXIT" });
    expect(await endAmendment(facts.actorAt(0), facts, REASON)).toMatchObject({ code: "PART_OF_AN_EXIT" });
    expect(await proposeSettlement(facts.actorAt(0), facts.code, terms())).toMatchObject({ code: "SETTLEMENT_OPEN" });
    must(await declineSettlement(facts.actorAt(1), facts.code, { number: 1, reason: "Giá chưa hợp lý." }));
    const again = must(await proposeSettlement(facts.actorAt(1), facts.code, terms()));
    expect(again.number).toBe(2);
    expect(await openKinds(facts.code, undefined)).toEqual(["EXIT_SETTLEMENT", "EXIT_SETTLEMENT", "EXIT_SETTLEMENT"]);
  });

  test("needs a price where the agreement leaves it to be agreed, and capital that nobody is asked about", async () => {
    const facts = await running({ exitRule: "AGREED_THEN" });
    must(await giveNotice(facts.actorAt(LEAVER), facts.code, notice(facts)));
    const ask = (more = {}) => proposeSettlement(facts.actorAt(0), facts.code, terms(more));
    expect(await ask()).toMatchObject({ code: "PRICE_MISSING", field: "terms[0].agreed" });
    expect(await ask({ takeover: facts.idAt(LEAVER) })).toMatchObject({
      code: "NOT_A_PARTY",
      field: "terms[0].takeover",
    });
    must(await ask({ agreed: 5_000_000_000n }));
  });

  test("is signed once by each, on the text that was shown, with their password", async () => {
    const facts = await running();
    const { textSha256 } = await proposed(facts);
    expect(await sign(facts, 0, textSha256, "sai")).toMatchObject({ code: "PASSWORD_WRONG" });
    expect(await sign(facts, 0, "0".repeat(64))).toMatchObject({ code: "TEXT_CHANGED" });
    must(await sign(facts, 0, textSha256));
    expect(await sign(facts, 0, textSha256)).toMatchObject({ code: "ALREADY_SIGNED" });
  });

  test("signed last by two at once is in force once", async () => {
    const facts = await running();
    const { textSha256 } = await proposed(facts);
    must(await sign(facts, 0, textSha256));
    const ends = await Promise.all([sign(facts, 1, textSha256), sign(facts, 2, textSha256)]);
    expect(ends.map((end) => end.ok && end.value.settled).toSorted()).toEqual([false, true]);
  });
});

describe("the database", () => {
  test("lets nobody who signed leave without a settled exit, nor settles one that somebody has not signed", async () => {
    const facts = await running();
    const { textSha256 } = await proposed(facts);
    must(await sign(facts, 0, textSha256));
    const ask = (sql: string) => pool().query(sql, [facts.code]);
    const members = "(SELECT id FROM partnership WHERE code = $1)";
    await expect(
      ask(`UPDATE partnership_member SET valid_to = '2028-06-01' WHERE position = 2 AND partnership_id = ${members}`),
    ).rejects.toThrow(/PARTY_NOT_ACTIVE|MEMBER_LEAVES_BY_EXIT/);
    await expect(
      ask(`UPDATE party_exit SET state = 'SETTLED', ended_at = now() WHERE partnership_id = ${members}`),
    ).rejects.toThrow("EXIT_SETTLEMENT");
    await expect(
      ask(`UPDATE exit_settlement SET state = 'SIGNED', ended_at = now()
           WHERE exit_id IN (SELECT id FROM party_exit WHERE partnership_id = ${members})`),
    ).rejects.toThrow(/SETTLEMENT_AMENDMENTS|NOT_SIGNED_BY/);
    await expect(
      ask(`UPDATE amendment SET state = 'DECLINED', ended_at = now(), end_reason = 'không'
           WHERE agreement_id IN (SELECT id FROM agreement WHERE partnership_id = ${members}) AND state = 'PROPOSED'`),
    ).rejects.toThrow(/SETTLEMENT_AMENDMENTS|AMENDING/);
  });
});
