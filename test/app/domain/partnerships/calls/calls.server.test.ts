import { beforeAll, describe, expect, test } from "vitest";
import { putCall } from "#app/demo/partnerships/calls.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { callSchema } from "#app/domain/partnerships/calls/call.schema.ts";
import { CALL_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { closeCall, withdrawCall } from "#app/domain/partnerships/calls/finish.server.ts";
import { publishCall } from "#app/domain/partnerships/calls/publish.server.ts";
import {
  countCalls,
  EVERY_CALL,
  findCall,
  listCalls,
  listOwnCalls,
  listSeekingPartnerships,
} from "#app/domain/partnerships/calls/queries.server.ts";
import { renewCall } from "#app/domain/partnerships/calls/renew.server.ts";
import { saveCall } from "#app/domain/partnerships/calls/save.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Body, body, must, proposal } from "../people.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const LATER = new Date(Date.now() + 100 * DAY_MS);

let caller: Body;
let other: Body;
let unverified: Body;

beforeAll(async () => {
  caller = await body("ENTERPRISE", "Công ty Cảm biến Lam Giang");
  other = await body("SCHOOL", "Viện Đo lường Lam Giang");
  unverified = await body("ENTERPRISE", "Công ty chưa xác minh", false);
});

function typed(more: Record<string, unknown>) {
  return callSchema.parse({ organisationId: caller.organisationId, kind: "CALL", ...more });
}

describe("a call or an offer", () => {
  test("is a draft of its organisation until it is published, and stands from then on", async () => {
    const code = await putCall(caller.actor, caller.organisationId, { publish: false });
    expect(await findCall(null, code)).toBeNull();
    expect(await findCall(other.actor, code)).toBeNull();
    expect(await publishCall(other.actor, code)).toMatchObject({ code: "NOT_FOUND" });
    must(await publishCall(caller.actor, code));
    expect(await findCall(null, code)).toMatchObject({ state: "OPEN", standing: "OPEN", interests: 0, concerned: [] });
    expect(await publishCall(caller.actor, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    expect(await saveCall(caller.actor, code, typed({}))).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    await expect(db().partnershipCall.update({ where: { code }, data: { words: "Khác" } })).rejects.toThrow(/FROZEN/);
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
    expect(entries.map((entry) => [entry.kind, entry.actorOrganisationId])).toEqual([
      ["call.open", caller.organisationId],
    ]);
    expect(await db().follow.count({ where: { subjectCode: code, personId: caller.actor.personId } })).toBe(1);
  });

  test("is not published without its words, what it seeks and its days, nor by whom does not represent a verified body", async () => {
    const lacking = await putCall(caller.actor, caller.organisationId, { publish: false, text_vi: "Ngắn." });
    expect(await publishCall(caller.actor, lacking)).toMatchObject({ code: "CALL_INCOMPLETE" });
    const nothing = await putCall(caller.actor, caller.organisationId, { publish: false, needs: [] });
    expect(await publishCall(caller.actor, nothing)).toMatchObject({ code: "CALL_INCOMPLETE" });
    await expect(
      db().partnershipCall.update({ where: { code: nothing }, data: { state: "OPEN", publishedAt: new Date() } }),
    ).rejects.toThrow(/check constraint/);
    const past = { publish: false, opensOn: "2026-01-05", closesOn: "2026-02-05" };
    const over = await putCall(caller.actor, caller.organisationId, past);
    expect(await publishCall(caller.actor, over)).toMatchObject({ code: "CALL_DATES" });
    expect(await saveCall(other.actor, null, typed({}))).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    const input = typed({ organisationId: unverified.organisationId });
    expect(await saveCall(unverified.actor, null, input)).toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
    expect(await saveCall(caller.actor, null, typed({ productCodes: "99-X1" }))).toMatchObject({
      code: "UNKNOWN_PRODUCT",
    });
    expect(await saveCall(caller.actor, null, typed({ provinceCodes: "77-X" }))).toMatchObject({
      code: "PROVINCE_UNKNOWN",
    });
    expect(await saveCall(caller.actor, null, typed({ origin: "KQ-2026-9999" }))).toMatchObject({
      code: "ORIGIN_UNKNOWN",
    });
  });

  test("holds its rules in the database, whoever writes", async () => {
    const code = await putCall(caller.actor, caller.organisationId, { publish: false });
    const write = (data: object) => db().partnershipCall.update({ where: { code }, data });
    await expect(write({ needs: ["GOLD"] })).rejects.toThrow(/check constraint/);
    await expect(write({ amountVnd: 5n })).rejects.toThrow(/check constraint/);
    await expect(write({ trlFrom: 7, trlTo: 3 })).rejects.toThrow(/check constraint/);
    await expect(write({ organisationId: other.organisationId })).rejects.toThrow(/IMMUTABLE/);
    await expect(write({ state: "CLOSED" })).rejects.toThrow(/NO_TRANSITION|check constraint/);
  });

  test("is over by its day alone, without anybody's act", async () => {
    const code = await putCall(caller.actor, caller.organisationId);
    expect((await findCall(null, code, LATER))?.standing).toBe("EXPIRED");
    const ended = await listCalls({ ...EVERY_CALL, views: ["ended"] }, { limit: 50, at: LATER });
    expect(ended.items.map((item) => item.code)).toContain(code);
    expect((await countCalls(await loadCatalogue(), CALL_KINDS, EVERY_CALL, LATER)).view["open"]).toBeUndefined();
  });

  test("is closed by its organisation before its day, or leaves its reason where it is taken back", async () => {
    const closed = await putCall(caller.actor, caller.organisationId);
    must(await closeCall(caller.actor, closed, { reason: "Đã tìm được phòng thí nghiệm." }));
    expect(await findCall(null, closed)).toMatchObject({
      standing: "CLOSED",
      endReason: "Đã tìm được phòng thí nghiệm.",
    });
    expect(await closeCall(caller.actor, closed, { reason: "" })).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    const withdrawn = await putCall(caller.actor, caller.organisationId);
    must(await withdrawCall(caller.actor, withdrawn, { reason: "Nhu cầu không còn nữa." }));
    expect(await findCall(null, withdrawn)).toMatchObject({
      standing: "WITHDRAWN",
      endReason: "Nhu cầu không còn nữa.",
    });
    const draft = await putCall(caller.actor, caller.organisationId, { publish: false });
    must(await withdrawCall(caller.actor, draft, { reason: "Viết nhầm chỗ." }));
    expect(await findCall(null, draft)).toBeNull();
    expect((await listOwnCalls(caller.actor)).map((one) => one.code)).not.toContain(draft);
  });

  test("belongs to a partnership that its organisation leads and that lacks a house", async () => {
    const { code } = must(await propose(caller.actor, proposal(caller.organisationId)));
    expect(await listSeekingPartnerships(caller.actor)).toMatchObject([{ code, missing: ["STATE", "SCHOOL"] }]);
    const foreign = typed({ organisationId: other.organisationId, partnership: code });
    expect(await saveCall(other.actor, null, foreign)).toMatchObject({ code: "PARTNERSHIP_NOT_SEEKING" });
    const call = await putCall(caller.actor, caller.organisationId, { partnership: code });
    expect(await findCall(null, call)).toMatchObject({ partnership: code, missing: ["STATE", "SCHOOL"] });
    const found = await listCalls({ ...EVERY_CALL, partnership: code }, { limit: 5 });
    expect(found.items.map((item) => item.code)).toEqual([call]);

    const late = await putCall(caller.actor, caller.organisationId, { partnership: code, publish: false });
    for (const joining of [other, await body("STATE")]) {
      const asked = { organisationId: joining.organisationId, role: "PARTNER", from: null } as const;
      const { memberId } = must(await inviteMember(caller.actor, code, asked));
      must(await joinPartnership(joining.actor, code, memberId));
    }
    expect(await publishCall(caller.actor, late)).toMatchObject({ code: "PARTNERSHIP_NOT_SEEKING" });
    await expect(
      db().partnershipCall.update({ where: { code: late }, data: { state: "OPEN", publishedAt: new Date() } }),
    ).rejects.toThrow(/PARTNERSHIP_NOT_SEEKING/);
    // what is published ends by itself, and is not put off
    const renewedUntil = addDays(dayInVietnam(LATER), 200);
    expect(await renewCall(caller.actor, call, { renewedUntil }, LATER)).toMatchObject({
      code: "PARTNERSHIP_NOT_SEEKING",
    });
  });
});

describe("the list", () => {
  test("is narrowed by words without tones, kind, need, product, house, readiness and province, page by page", async () => {
    const code = await putCall(caller.actor, caller.organisationId, {
      ...{ kind: "OFFER", title_vi: "Góp kênh xuất khẩu rong biển sấy", needs: "MARKET", productCodes: "21-S17" },
      ...{ trlFrom: "7", provinceCodes: "56" },
    });
    const found = async (filter: object) =>
      (await listCalls({ ...EVERY_CALL, ...filter }, { limit: 50 })).items.map((item) => item.code);
    expect(await found({ text: "xuat khau rong bien" })).toEqual([code]);
    expect(await found({ text: "100%_" })).toEqual([]);
    expect(await found({ kinds: ["OFFER"] })).toEqual([code]);
    expect(await found({ needs: ["MARKET"] })).toEqual([code]);
    expect(await found({ products: ["21-S17"] })).toEqual([code]);
    expect(await found({ provinces: ["56"] })).toEqual([code]);
    expect(await found({ houses: ["SCHOOL"] })).toEqual([]);
    expect(await found({ levels: [1, 2, 3] })).not.toContain(code);
    expect(await found({ levels: [8] })).toContain(code);
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: Awaited<ReturnType<typeof listCalls>> = await listCalls(EVERY_CALL, {
        limit: 2,
        after: after ?? null,
      });
      seen.push(...page.items.map((item) => item.code));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await listCalls(EVERY_CALL, { limit: 100 })).items.length);
    const standings = (await listCalls(EVERY_CALL, { limit: 100 })).items.map((item) =>
      item.state === "OPEN" && item.closesOn > dayInVietnam(new Date()) ? 0 : 1,
    );
    expect(standings).toEqual(standings.toSorted());
  });

  test("is counted by each value of a filter as that filter finds it under the others", async () => {
    await putCall(caller.actor, caller.organisationId, { needs: "CAPITAL", trlFrom: "2", trlTo: "5" });
    await putCall(caller.actor, caller.organisationId, { needs: ["CAPITAL", "SITE"], kind: "OFFER" });
    const chosen = { ...EVERY_CALL, needs: ["CAPITAL"], kinds: ["CALL"], views: ["open"] } as const;
    const counts = await countCalls(await loadCatalogue(), CALL_KINDS, chosen);
    const found = async (filter: object) => (await listCalls({ ...chosen, ...filter }, { limit: 50 })).items.length;
    expect(counts.need["SITE"] ?? 0).toBe(await found({ needs: ["SITE"] }));
    expect(counts.need["LABORATORY"] ?? 0).toBe(await found({ needs: ["LABORATORY"] }));
    for (const kind of ["CALL", "OFFER"] as const)
      expect([kind, counts.kind[kind] ?? 0]).toEqual([kind, await found({ kinds: [kind] })]);
    expect(counts.kind["OFFER"]).toBe(1);
    expect(counts.view["ended"] ?? 0).toBe(await found({ views: ["ended"] }));
    expect(counts.level["1-3"] ?? 0).toBe(await found({ levels: [1, 2, 3] }));
  });
});
