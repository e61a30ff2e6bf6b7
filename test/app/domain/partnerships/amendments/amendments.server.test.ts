import { describe, expect, test } from "vitest";
import { activateDue } from "#app/domain/partnerships/agreements/activate-due.server.ts";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import type { SharePeriod } from "#app/domain/partnerships/agreements/share-table.ts";
import { endAmendment } from "#app/domain/partnerships/amendments/end.server.ts";
import { proposeAmendment } from "#app/domain/partnerships/amendments/propose.server.ts";
import { putAmendmentSignature } from "#app/domain/partnerships/internal/signing/put-amendment-signature.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, column, must, signBy } from "../people.ts";

withTestDatabase();

const REASON = "Bên nhà trường góp thêm phòng thí nghiệm nên phần vốn đổi.";
const FIRST_DAY = new Date("2027-01-01T03:00:00Z");

async function active() {
  const facts = await agreed();
  await signBy(facts);
  expect(await activateDue(FIRST_DAY)).toBe(1);
  return facts;
}
type Facts = Awaited<ReturnType<typeof active>>;

function changed(facts: Facts, capital = [300_000, 350_000, 350_000], from = "2028-01-01"): SharePeriod[] {
  const { memberIds } = facts;
  const shares = {
    CAPITAL: column(memberIds, capital),
    RISK: column(memberIds, [333_334, 333_333, 333_333]),
    PROFIT: column(memberIds, [512_345, 187_655, 300_000]),
  };
  return [{ from, shares }];
}

function actorAt(facts: Facts, place: number) {
  const found = facts.bodies[place];
  if (!found) throw new Error("nobody there");
  return found.actor;
}

async function proposed(facts: Facts, place = 1) {
  const input = { effectiveFrom: "2028-01-01", rationale: REASON, periods: changed(facts) };
  return must(await proposeAmendment(actorAt(facts, place), facts, input));
}

async function signedBy(facts: Facts, textSha256: string, count = 3) {
  for (let place = 0; place < count; place += 1)
    must(
      await putAmendmentSignature(actorAt(facts, place), facts, {
        memberId: facts.memberIds[place] ?? "",
        textSha256,
      }),
    );
}

async function capitalOn(code: string, asOf: string, knownAt: Date | null = null) {
  const shares = must(await sharesAsOf({ code, asOf, knownAt }));
  return shares.capital.contractual.map(({ ppm }) => ppm);
}

function amendmentsOf(code: string) {
  return db().amendment.findMany({ where: { agreement: { partnership: { code } } }, orderBy: { number: "asc" } });
}

function openSignatures(code: string) {
  return db().obligation.count({ where: { subjectCode: code, kind: "SIGNATURE", doneAt: null, voidedAt: null } });
}

function signedEntries(code: string) {
  return db().recordEntry.findMany({ where: { kind: "amendment.signed", subjectCode: code } });
}

function agreementOf(code: string) {
  return db().agreement.findFirstOrThrow({ where: { partnership: { code } } });
}

describe("a signed agreement", () => {
  test("is active from its first day on, and its partnership with it", async () => {
    const facts = await active();
    expect((await agreementOf(facts.code)).state).toBe("ACTIVE");
    expect((await db().partnership.findFirstOrThrow({ where: { code: facts.code } })).state).toBe("ACTIVE");
    expect(await activateDue(FIRST_DAY)).toBe(0);
  });

  test("is amended by any member: the former shares hold until everybody signed, and stay known as they were", async () => {
    const facts = await active();
    const { number, textSha256 } = await proposed(facts);
    expect(number).toBe(1);
    expect((await agreementOf(facts.code)).state).toBe("AMENDING");
    expect(await openSignatures(facts.code)).toBe(3);
    await signedBy(facts, textSha256, 2);
    expect(await capitalOn(facts.code, "2028-06-01")).toEqual([400_000, 350_000, 250_000]);
    const before = new Date();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await putAmendmentSignature(actorAt(facts, 2), facts, { memberId: facts.memberIds[2] ?? "", textSha256 });

    expect((await agreementOf(facts.code)).state).toBe("ACTIVE");
    expect(await openSignatures(facts.code)).toBe(0);
    expect(await capitalOn(facts.code, "2027-12-31")).toEqual([400_000, 350_000, 250_000]);
    expect(await capitalOn(facts.code, "2028-01-01")).toEqual([300_000, 350_000, 350_000]);
    expect(await capitalOn(facts.code, "2028-01-01", before)).toEqual([400_000, 350_000, 250_000]);
    // what the amendment does not change is not recorded again
    const { rows } = await pool().query(
      `SELECT dimension::text, count(*)::int, count(superseded_at)::int AS superseded FROM share_schedule
       WHERE agreement_id = $1 GROUP BY 1 ORDER BY 1`,
      [(await agreementOf(facts.code)).id],
    );
    expect(rows).toEqual([
      { dimension: "CAPITAL", count: 3, superseded: 1 },
      { dimension: "PROFIT", count: 1, superseded: 0 },
      { dimension: "RISK", count: 1, superseded: 0 },
    ]);
    const [entry] = await signedEntries(facts.code);
    expect(JSON.parse(entry?.payload ?? "")).toMatchObject({ number: 1, effectiveFrom: "2028-01-01", textSha256 });
  });

  test("is amended again on top of the amendment, whose text the next one names", async () => {
    const facts = await active();
    await signedBy(facts, (await proposed(facts)).textSha256);
    const input = {
      effectiveFrom: "2027-07-01",
      rationale: REASON,
      periods: changed(facts, [100_000, 500_000, 400_000], "2027-07-01"),
    };
    const second = must(await proposeAmendment(actorAt(facts, 0), facts, input));
    await signedBy(facts, second.textSha256);
    const [first, next] = await amendmentsOf(facts.code);
    expect(next?.baseSha256).toBe(first?.textSha256);
    expect(sha256(next?.text ?? "")).toBe(second.textSha256);
    expect(await capitalOn(facts.code, "2027-06-30")).toEqual([400_000, 350_000, 250_000]);
    expect(await capitalOn(facts.code, "2027-07-01")).toEqual([100_000, 500_000, 400_000]);
    expect(await capitalOn(facts.code, "2028-06-01")).toEqual([100_000, 500_000, 400_000]);
  });

  test("is not amended by strangers, outside its days, without a change, or with shares that do not make 100 %", async () => {
    const facts = await active();
    const ask = (more: object, place = 0) =>
      proposeAmendment(actorAt(facts, place), facts, {
        effectiveFrom: "2028-01-01",
        rationale: REASON,
        periods: changed(facts),
        ...more,
      });
    expect(await ask({ effectiveFrom: "2026-12-31" })).toMatchObject({
      code: "OUTSIDE_THE_AGREEMENT",
      field: "effectiveFrom",
    });
    expect(await ask({ effectiveFrom: "2029-01-01" })).toMatchObject({ code: "OUTSIDE_THE_AGREEMENT" });
    expect(await ask({ periods: changed(facts, [400_000, 350_000, 250_000]) })).toMatchObject({
      code: "NOTHING_CHANGED",
    });
    expect(await ask({ periods: changed(facts, [400_000, 350_000, 250_001]) })).toMatchObject({
      code: "SUM_NOT_100",
      field: "periods[0].capital",
    });
    const stranger = await agreed();
    expect(
      await proposeAmendment(actorAt(stranger, 0), facts, {
        effectiveFrom: "2028-01-01",
        rationale: REASON,
        periods: changed(facts),
      }),
    ).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await amendmentsOf(facts.code)).toHaveLength(0);
    expect((await agreementOf(facts.code)).state).toBe("ACTIVE");
  });

  test("keeps its text when an amendment is taken back or declined", async () => {
    const facts = await active();
    const { textSha256 } = await proposed(facts, 1);
    expect(must(await endAmendment(actorAt(facts, 2), facts, "Chưa thống nhất phần vốn."))).toEqual({
      state: "DECLINED",
    });
    expect(
      await putAmendmentSignature(actorAt(facts, 0), facts, { memberId: facts.memberIds[0] ?? "", textSha256 }),
    ).toMatchObject({ code: "NO_OPEN_AMENDMENT" });
    await proposed(facts, 1);
    expect(must(await endAmendment(actorAt(facts, 1), facts, "Rút để sửa phần vốn."))).toEqual({ state: "WITHDRAWN" });
    expect((await agreementOf(facts.code)).state).toBe("ACTIVE");
    expect(await capitalOn(facts.code, "2028-06-01")).toEqual([400_000, 350_000, 250_000]);
    expect(await openSignatures(facts.code)).toBe(0);
  });

  test("is amended by one of two who amend at once; the other is told to look again", async () => {
    const facts = await active();
    const inputs = [changed(facts), changed(facts, [200_000, 400_000, 400_000])].map((periods) => ({
      effectiveFrom: "2028-01-01",
      rationale: REASON,
      periods,
    }));
    const answers = await Promise.all(
      inputs.map((input, place) => proposeAmendment(actorAt(facts, place), facts, input)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "AMENDMENT_OPEN" });
    expect(await amendmentsOf(facts.code)).toHaveLength(1);
  });

  test("comes into force once when the last two sign at once", async () => {
    const facts = await active();
    const { textSha256 } = await proposed(facts);
    await signedBy(facts, textSha256, 1);
    const last = await Promise.all(
      [1, 2].map((place) =>
        putAmendmentSignature(actorAt(facts, place), facts, { memberId: facts.memberIds[place] ?? "", textSha256 }),
      ),
    );
    expect(last.map((answer) => must(answer).signed).sort()).toEqual([false, true]);
    expect(await signedEntries(facts.code)).toHaveLength(1);
  });
});
