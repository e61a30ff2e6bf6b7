import { describe, expect, test } from "vitest";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { reopenDraft } from "#app/domain/partnerships/agreements/reopen-draft.server.ts";
import { putSignature } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { leaveBeforeSigning } from "#app/domain/partnerships/members/leave.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, approve, body, must, negotiated, PRODUCT, signBy, wholePeriods } from "../people.ts";

withTestDatabase();

async function agreementOf(code: string) {
  return db().agreement.findFirstOrThrow({ where: { partnership: { code } } });
}

function openSignatures(subjectId: string) {
  return db().obligation.count({ where: { subjectId, kind: "SIGNATURE", doneAt: null, voidedAt: null } });
}

describe("an agreed draft", () => {
  test("is one canonical text with its hash, and every party owes a signature", async () => {
    const facts = await agreed();
    const agreement = await agreementOf(facts.code);
    expect(agreement.state).toBe("APPROVED");
    expect(sha256(agreement.text ?? "")).toBe(facts.textSha256);
    const text = JSON.parse(agreement.text ?? "");
    expect(text.parties.map((party: { position: number }) => party.position)).toEqual([1, 2, 3]);
    expect(text.schedules.map((schedule: { dimension: string }) => schedule.dimension)).toEqual([
      "CAPITAL",
      "RISK",
      "PROFIT",
    ]);
    expect(await openSignatures(agreement.id)).toBe(3);
  });

  test("needs shares for everybody who joined, all three houses, and the lead's hand", async () => {
    const facts = await negotiated();
    const [lead, state] = facts.bodies;
    if (!lead || !state) throw new Error();
    expect(await agreeDraft(lead.actor, facts.code, PRODUCT)).toMatchObject({ code: "SHARES_MISSING" });
    must(await recordShares(lead.actor, facts.code, PRODUCT, wholePeriods(facts.memberIds)));
    expect(await agreeDraft(state.actor, facts.code, PRODUCT)).toMatchObject({ code: "NOT_THE_LEAD" });
    const late = await body("ENTERPRISE");
    const invited = { organisationId: late.organisationId, role: "INVESTOR", from: null } as const;
    const { memberId } = must(await inviteMember(lead.actor, facts.code, invited));
    must(await joinPartnership(late.actor, facts.code, memberId));
    expect(await agreeDraft(lead.actor, facts.code, PRODUCT)).toMatchObject({ code: "PARTY_WITHOUT_SHARES" });
    must(await leaveBeforeSigning(state.actor, facts.code, facts.memberIds[1] ?? ""));
    const [first = "", , third = ""] = facts.memberIds;
    const shares = [
      { party: first, ppm: 500_000 },
      { party: third, ppm: 500_000 },
    ];
    must(
      await recordShares(lead.actor, facts.code, PRODUCT, [
        { from: "2027-01-01", shares: { CAPITAL: shares, RISK: shares, PROFIT: shares } },
      ]),
    );
    expect(await agreeDraft(lead.actor, facts.code, PRODUCT)).toMatchObject({ code: "HOUSE_MISSING" });
    expect((await agreementOf(facts.code)).state).toBe("NEGOTIATION");
  });

  test("is taken back with a reason: clocks end, signatures count for nothing, the next text is another", async () => {
    const facts = await agreed();
    const [lead, state] = facts.bodies;
    if (!lead || !state) throw new Error();
    await signBy(facts, 2);
    expect(await reopenDraft(state.actor, facts.code, PRODUCT, "Đổi phần rủi ro")).toMatchObject({
      code: "NOT_THE_LEAD",
    });
    expect(await reopenDraft(lead.actor, facts.code, PRODUCT, " ")).toMatchObject({ code: "REASON_MISSING" });
    expect(must(await reopenDraft(lead.actor, facts.code, PRODUCT, "Đổi phần rủi ro"))).toEqual({ version: 2 });
    expect(await openSignatures((await agreementOf(facts.code)).id)).toBe(0);
    const again = must(await agreeDraft(lead.actor, facts.code, PRODUCT));
    expect(again.textSha256).not.toBe(facts.textSha256);
    await approve({ ...facts, ...again });
    await signBy({ ...facts, ...again });
    expect((await agreementOf(facts.code)).state).toBe("SIGNED");
    expect(await reopenDraft(lead.actor, facts.code, PRODUCT, "Đổi phần rủi ro")).toMatchObject({
      code: "NOT_ALLOWED_FROM_STATE",
    });
  });
});

describe("a signature", () => {
  test("of every party signs the agreement, publishes the partnership and goes on the record with the shares", async () => {
    const facts = await agreed();
    await signBy(facts, 2);
    expect((await agreementOf(facts.code)).state).toBe("APPROVED");
    await signBy({ ...facts, bodies: facts.bodies.slice(2), memberIds: facts.memberIds.slice(2) });
    const partnership = await db().partnership.findUniqueOrThrow({ where: { code: facts.code } });
    expect(partnership.state).toBe("SIGNED");
    expect(partnership.publishedAt).not.toBeNull();
    const [entry] = await db().recordEntry.findMany({ where: { subjectCode: facts.code, kind: "agreement.signed" } });
    const said = JSON.parse(entry?.payload ?? "{}");
    expect(said.textSha256).toBe(facts.textSha256);
    expect(said.schedules[1].lines).toEqual([
      { party: 1, ppm: 333_334 },
      { party: 2, ppm: 333_333 },
      { party: 3, ppm: 333_333 },
    ]);
    expect(await openSignatures((await agreementOf(facts.code)).id)).toBe(0);
    const told = await db().outbox.count({ where: { topic: "search" } });
    expect(told).toBeGreaterThan(0);
  });

  test("is the party's own, on the text that stands, once, and only under an agreed draft", async () => {
    const facts = await agreed();
    const [lead, state] = facts.bodies;
    const [first = "", second = ""] = facts.memberIds;
    if (!lead || !state) throw new Error();
    const sign = (who = lead, memberId = first, textSha256 = facts.textSha256) =>
      putSignature(who.actor, facts, { memberId, textSha256 });
    expect(await sign(state, first)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await sign(lead, first, "0".repeat(64))).toMatchObject({ code: "TEXT_CHANGED" });
    expect(await sign(lead, "00000000-0000-4000-8000-000000000000")).toMatchObject({ code: "ABSENT" });
    must(await sign());
    expect(await sign()).toMatchObject({ code: "ALREADY_SIGNED" });
    must(await reopenDraft(lead.actor, facts.code, PRODUCT, "Đổi phần rủi ro"));
    expect(await sign(state, second)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("given by the last two parties at the same moment signs the agreement exactly once", async () => {
    for (let times = 0; times < 5; times += 1) {
      const facts = await agreed();
      await signBy(facts, 1);
      const outcomes = await Promise.all(
        [1, 2].map((place) => {
          const who = facts.bodies[place];
          if (!who) throw new Error();
          return putSignature(who.actor, facts, {
            memberId: facts.memberIds[place] ?? "",
            textSha256: facts.textSha256,
          });
        }),
      );
      expect(outcomes.map(must).filter(({ signed }) => signed)).toHaveLength(1);
      expect((await agreementOf(facts.code)).state).toBe("SIGNED");
      expect(await db().recordEntry.count({ where: { subjectCode: facts.code, kind: "agreement.signed" } })).toBe(1);
    }
  });

  test("pressed ten times at once is one signature", async () => {
    const facts = await agreed();
    const [lead] = facts.bodies;
    if (!lead) throw new Error();
    const presses = await Promise.all(
      Array.from({ length: 10 }, () =>
        putSignature(lead.actor, facts, { memberId: facts.memberIds[0] ?? "", textSha256: facts.textSha256 }),
      ),
    );
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
