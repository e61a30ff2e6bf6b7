import { describe, expect, test } from "vitest";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { leaveBeforeSigning } from "#app/domain/partnerships/members/leave.server.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, body, must, negotiated, proposal, signBy, wholePeriods } from "./people.ts";

withTestDatabase();

const STRANGER = "00000000-0000-4000-8000-000000000000";

function stateOf(code: string) {
  return db().partnership.findUniqueOrThrow({ where: { code }, select: { state: true, publishedAt: true } });
}

describe("a partnership", () => {
  test("is proposed by a representative of a verified organisation, looks for partners and is not public", async () => {
    const lead = await body("ENTERPRISE");
    const { code } = must(await propose(lead.actor, proposal(lead.organisationId)));
    expect(code).toMatch(/^DA-\d{4}-\d{4}$/);
    expect(await stateOf(code)).toEqual({ state: "FORMING", publishedAt: null });
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
    expect(entries.map(({ kind }) => kind)).toEqual(["partnership.forming"]);
    expect(entries[0]?.actorOrganisationId).toBeNull();
    expect(entries[0]?.payload).not.toContain("tích trữ");
  });

  test("is refused for an organisation that is not verified, not one's own, or unknown, and in an unknown province", async () => {
    const lead = await body("ENTERPRISE");
    const other = await body("SCHOOL");
    const young = await body("ENTERPRISE", "Chưa xác minh", false);
    const asked = async (who: typeof lead, leadId: string, more = {}) => propose(who.actor, proposal(leadId, more));
    expect(await asked(lead, other.organisationId)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await asked(lead, STRANGER)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await asked(young, young.organisationId)).toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
    expect(await asked(lead, lead.organisationId, { provinceCodes: ["99"] })).toMatchObject({
      code: "PROVINCE_UNKNOWN",
    });
  });

  test("negotiates as soon as all three houses have joined, and not before", async () => {
    const lead = await body("ENTERPRISE");
    const { code } = must(await propose(lead.actor, proposal(lead.organisationId)));
    const states = [];
    for (const house of ["ENTERPRISE", "OTHER", "STATE", "SCHOOL"] as const) {
      const partner = await body(house);
      const invited = { organisationId: partner.organisationId, role: "PARTNER", from: null } as const;
      const { memberId } = must(await inviteMember(lead.actor, code, invited));
      states.push(must(await joinPartnership(partner.actor, code, memberId)).state);
    }
    expect(states).toEqual(["FORMING", "FORMING", "FORMING", "NEGOTIATION"]);
  });
});

describe("an invitation", () => {
  test("is the lead's to send, to a verified organisation that is not a member yet, for days of the partnership", async () => {
    const { code, bodies } = await negotiated();
    const [lead, other] = bodies;
    const guest = await body("SCHOOL");
    const young = await body("SCHOOL", "Chưa xác minh", false);
    if (!lead || !other) throw new Error();
    const invite = (who = lead, organisationId = guest.organisationId, from: string | null = null) =>
      inviteMember(who.actor, code, { organisationId, role: "PARTNER", from });
    expect(await invite(other)).toMatchObject({ code: "NOT_THE_LEAD" });
    expect(await invite(lead, other.organisationId)).toMatchObject({ code: "ALREADY_A_MEMBER" });
    expect(await invite(lead, young.organisationId)).toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
    expect(await invite(lead, STRANGER)).toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
    for (const day of ["2025-12-31", "2029-01-01"])
      expect(await invite(lead, guest.organisationId, day)).toMatchObject({ code: "OUTSIDE_THE_PARTNERSHIP" });
    expect(
      await inviteMember(lead.actor, "DA-2026-9999", { organisationId: STRANGER, role: "HOST", from: null }),
    ).toMatchObject({ code: "ABSENT" });
    expect((await invite(lead)).ok).toBe(true);
  });

  test("is answered once, by a representative of the organisation invited", async () => {
    const { code, bodies, memberIds } = await negotiated();
    const [lead] = bodies;
    const guest = await body("SCHOOL");
    if (!lead) throw new Error();
    const { memberId } = must(
      await inviteMember(lead.actor, code, { organisationId: guest.organisationId, role: "HOST", from: null }),
    );
    expect(await joinPartnership(lead.actor, code, memberId)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await joinPartnership(guest.actor, code, STRANGER)).toMatchObject({ code: "ABSENT" });
    must(await joinPartnership(guest.actor, code, memberId));
    expect(await joinPartnership(guest.actor, code, memberId)).toMatchObject({ code: "ALREADY_A_MEMBER" });
    expect(await leaveBeforeSigning(guest.actor, code, memberIds[1] ?? "")).toMatchObject({
      code: "NOT_A_REPRESENTATIVE",
    });
  });

  test("is declined, or taken back by the lead", async () => {
    const { code, bodies } = await negotiated();
    const [lead] = bodies;
    const guest = await body("SCHOOL");
    if (!lead) throw new Error();
    for (const who of [guest, lead]) {
      const { memberId } = must(
        await inviteMember(lead.actor, code, { organisationId: guest.organisationId, role: "HOST", from: null }),
      );
      must(await leaveBeforeSigning(who.actor, code, memberId));
      expect(await db().partnershipMember.count({ where: { id: memberId } })).toBe(0);
    }
  });
});

describe("leaving", () => {
  test("drops the drafts of shares in which the member stands, since the rest would not add up", async () => {
    const { code, bodies, memberIds, productCode } = await negotiated();
    const [lead, state] = bodies;
    if (!lead || !state) throw new Error();
    must(await recordShares(lead.actor, code, productCode, wholePeriods(memberIds)));
    expect(must(await leaveBeforeSigning(state.actor, code, memberIds[1] ?? ""))).toEqual({ droppedDrafts: 1 });
    expect(await db().shareSchedule.count({ where: { agreement: { partnership: { code } } } })).toBe(0);
  });

  test("is not for the lead, and not while an agreed draft names the member or it has signed", async () => {
    const facts = await agreed();
    const [lead, state] = facts.bodies;
    if (!lead || !state) throw new Error();
    expect(await leaveBeforeSigning(lead.actor, facts.code, facts.memberIds[0] ?? "")).toMatchObject({
      code: "LEAD_STAYS",
    });
    const goodbye = () => leaveBeforeSigning(state.actor, facts.code, facts.memberIds[1] ?? "");
    expect(await goodbye()).toMatchObject({ code: "DRAFT_IS_AGREED" });
    await signBy(facts);
    expect(await goodbye()).toMatchObject({ code: "MEMBER_HAS_SIGNED" });
  });
});
