import { beforeAll, describe, expect, test } from "vitest";
import { type CallWords, putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { closeOrphanedOffers, tellOfEndings } from "#app/domain/partnerships/calls/by-day.server.ts";
import { callSchema } from "#app/domain/partnerships/calls/call.schema.ts";
import { MARKET_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { expressInterest } from "#app/domain/partnerships/calls/interests/express.server.ts";
import { findMatches, listFitting } from "#app/domain/partnerships/calls/matching/queries.server.ts";
import { publishCall } from "#app/domain/partnerships/calls/publish.server.ts";
import { EVERY_CALL, findCall, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { renewCall } from "#app/domain/partnerships/calls/renew.server.ts";
import { saveCall } from "#app/domain/partnerships/calls/save.server.ts";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { callDocuments } from "#search/documents/call.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather, published } from "../../results/cast.ts";
import { type Body, body, must } from "../people.ts";

withTestDatabase();

const TODAY = dayInVietnam(new Date());
const NEED: CallWords = {
  ...{ kind: "NEED", needs: ["LICENCE", "PILOT"], words: "Màng lọc nano, nước giếng", fordCode: "2.5" },
  ...{ productCodes: "21-S17", trlFrom: "6", title_vi: "Cần lọc asen cho ba trạm cấp nước xã" },
  text_vi: "Ba trạm cấp nước xã của chúng tôi có asen gấp bốn lần mức cho phép; cần bộ lọc thay được tại chỗ.",
};

let cast: Cast;
let host: Actor;
let firm: Body;
let result: string;

function offer(words: CallWords = {}): CallWords {
  const title_vi = "Cấp quyền sản xuất màng lọc";
  return { kind: "RESULT_OFFER", origin: result, needs: ["LICENCE", "SALE"], title_vi, ...words };
}

beforeAll(async () => {
  cast = await gather();
  host = cast.representative;
  result = await published(cast);
  firm = await body("ENTERPRISE", "Công ty Nước sạch Lam Giang");
});

describe("an offer of a result", () => {
  test("is its host's alone, takes products, field and readiness from the result, and stands on the result", async () => {
    const code = await putCall(host, cast.school, offer({ productCodes: "21-S01", trlFrom: "1" }));
    expect(await findCall(null, code)).toMatchObject({
      ...{
        kind: "RESULT_OFFER",
        productCodes: ["21-S17"],
        trlFrom: 7,
        trlTo: 7,
        fordCode: "2.5",
        provinceCodes: ["01"],
      },
      origin: { type: "RESULT", code: result },
    });
    const foreign = callSchema.parse({ ...offer(), organisationId: firm.organisationId });
    expect(await saveCall(firm.actor, null, foreign)).toMatchObject({ code: "RESULT_NOT_OFFERED", field: "origin" });
    const shown = await listCalls({ ...EVERY_CALL, views: ["open"], result }, { limit: 5 });
    expect(shown.items.map((item) => item.code)).toEqual([code]);
    const [found] = await callDocuments(pool(), [
      (await db().partnershipCall.findUniqueOrThrow({ where: { code } })).id,
    ]);
    expect(found).toMatchObject({ needs: ["LICENCE", "SALE"], keywords: expect.arrayContaining(["asen"]) });
  });

  test("says nothing that partners seek, names a result, and ends within 366 days", async () => {
    for (const [words, field] of [
      [offer({ needs: "CAPITAL" }), "needs"],
      [offer({ origin: "" }), "origin"],
      [{ ...NEED, origin: result }, "origin"],
      [{ kind: "CALL", fordCode: "2.5" }, "fordCode"],
    ] as const) {
      const parsed = callSchema.safeParse({ opensOn: TODAY, closesOn: "", ...words, organisationId: cast.school });
      expect(
        parsed.error?.issues.map((issue) => issue.path[0]),
        field,
      ).toEqual([field]);
    }
    const long = await putCall(host, cast.school, { ...offer({ closesOn: addDays(TODAY, 367) }), publish: false });
    expect(await publishCall(host, long)).toMatchObject({ code: "CALL_DATES", field: "closesOn" });
    const data = { state: "OPEN", publishedAt: new Date(), updatedAt: new Date() } as const;
    await expect(db().partnershipCall.update({ where: { code: long }, data })).rejects.toThrow("CALL_DATES");
  });

  test("is refused by the database to another host, and without a result", async () => {
    const code = await putCall(host, cast.school, { ...offer(), publish: false });
    await expect(db().partnershipCall.update({ where: { code }, data: { originResultId: null } })).rejects.toThrow();
    await expect(db().partnershipCall.update({ where: { code }, data: { needs: ["CAPITAL"] } })).rejects.toThrow();
    const other = await gather();
    const theirs = await published(other);
    const id = (await db().result.findUniqueOrThrow({ where: { code: theirs } })).id;
    const data = { originResultId: id, state: "OPEN", publishedAt: new Date(), updatedAt: new Date() } as const;
    await expect(db().partnershipCall.update({ where: { code }, data })).rejects.toThrow("RESULT_NOT_OFFERED");
  });

  test("closes with its result, and takes no interest from the moment on which that is withdrawn", async () => {
    const other = await gather();
    const theirs = await published(other);
    const code = await putCall(other.representative, other.school, { ...offer(), origin: theirs });
    const id = await showInterest(firm.actor, firm.organisationId, { code });
    must(await withdraw(other.representative, theirs, { reason: "Kết quả này không dùng được nữa." }));
    const late = await body("STATE", "Sở đến sau");
    const input = {
      organisationId: late.organisationId,
      message: "Chúng tôi muốn dùng thử ngay.",
      language: "vi",
    } as const;
    expect(await expressInterest(late.actor, code, input)).toMatchObject({ code: "CALL_NOT_OPEN" });
    expect(await closeOrphanedOffers()).toEqual([code]);
    expect(await closeOrphanedOffers()).toEqual([]);
    expect((await findCall(null, code))?.state).toBe("CLOSED");
    // whoever asked before is still owed an answer
    expect((await obligationsOf(code)).map((one) => [one.kind, one.endedOn])).toEqual([["INTEREST_ANSWER", null]]);
    expect(id).not.toBe("");
  });
});

describe("a need", () => {
  test("meets the offers of results with every reason, and not the calls of partners", async () => {
    const offered = await putCall(host, cast.school, offer());
    await putCall(host, cast.school, { kind: "OFFER", needs: "TECHNOLOGY", productCodes: "21-S17" });
    const need = await putCall(firm.actor, firm.organisationId, NEED);
    const { matches } = await findMatches(need);
    expect(matches.every((one) => one.kind === "RESULT_OFFER")).toBe(true);
    expect(matches.find((one) => one.code === offered)?.reasons).toEqual({
      ...{ products: ["21-S17"], related: [], needs: ["LICENCE"], readiness: [7, 7], provinces: ["01"] },
      ...{ missingHouse: null, field: "2.5", words: ["asen", "màng lọc nano"] },
    });
    const back = await findMatches(offered);
    expect(back.matches.map((one) => [one.code, one.kind])).toEqual([[need, "NEED"]]);
    expect((await listFitting(host)).map((one) => one.code)).toContain(need);
  });

  test("fits nothing by its way and its province alone", async () => {
    const bare = { ...NEED, productCodes: [], words: "băng tải", fordCode: "" };
    const title_vi = "Cần băng tải mới cho xưởng gạch";
    const text_vi = "Xưởng gạch của chúng tôi cần băng tải chịu nhiệt, bền ba năm, thay được trong một ca làm việc.";
    const need = await putCall(firm.actor, firm.organisationId, { ...bare, title_vi, text_vi });
    expect((await findMatches(need)).matches).toEqual([]);
  });

  test("is answered like every call: within its limit, and its asker's address nowhere", async () => {
    const need = await putCall(firm.actor, firm.organisationId, NEED);
    await showInterest(host, cast.school, { code: need });
    const [owed] = await obligationsOf(need);
    expect(owed).toMatchObject({ kind: "INTEREST_ANSWER", debtor: { role: "PARTY_REP" } });
    const read = JSON.stringify([await findCall(firm.actor, need), await listCalls(EVERY_CALL, { limit: 100 })]);
    expect(read).not.toContain("@");
  });
});

describe("the last day", () => {
  test("is put off forward alone, also once it has passed, by its organisation", async () => {
    const code = await putCall(firm.actor, firm.organisationId, { ...NEED, closesOn: addDays(TODAY, 5) });
    const renewed = (renewedUntil: string, at = new Date(), actor = firm.actor) =>
      renewCall(actor, code, { renewedUntil }, at);
    for (const day of [addDays(TODAY, 5), addDays(TODAY, 367)])
      expect(await renewed(day)).toMatchObject({ code: "RENEWAL_DATES", field: "renewedUntil" });
    expect(await renewed(addDays(TODAY, 30), new Date(), host)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const later = new Date(Date.now() + 20 * 86_400_000);
    expect((await findCall(null, code, later))?.standing).toBe("EXPIRED");
    must(await renewed(addDays(TODAY, 200), later));
    expect((await findCall(null, code, later))?.standing).toBe("OPEN");
    const back = { closesOn: new Date(`${addDays(TODAY, 100)}T00:00:00Z`), updatedAt: later };
    await expect(db().partnershipCall.update({ where: { code }, data: back })).rejects.toThrow("CALL_DATES");
  });

  test("is told once to whoever publishes it", async () => {
    const code = await putCall(firm.actor, firm.organisationId, { ...NEED, closesOn: addDays(TODAY, 10) });
    expect(await tellOfEndings()).toContain(code);
    expect(await tellOfEndings()).toEqual([]);
    const where = { subjectCode: code, event: "call.ending", personId: firm.actor.personId };
    expect(await db().notice.count({ where })).toBe(1);
    must(await renewCall(firm.actor, code, { renewedUntil: addDays(TODAY, 12) }));
    expect(await tellOfEndings()).toEqual([code]);
  });

  test("narrows the list of the market", async () => {
    const kinds = MARKET_KINDS;
    const { items } = await listCalls({ ...EVERY_CALL, kinds, needs: ["PILOT"] }, { limit: 50 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.kind === "NEED")).toBe(true);
  });
});
