import { describe, expect, test } from "vitest";
import { giveNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { watchHouses } from "#app/domain/partnerships/houses/watch-houses.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { exitView } from "#app/web/partnerships/exits/exit-view.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { body, must } from "../people.ts";
import { type Facts, FROM, gone, idOf, notice, openKinds, running, settled, sign, terms } from "./leaving.ts";

withTestDatabase();

/** The lead, an enterprise, gives notice. */
async function leadLeaves() {
  const facts = await running();
  must(await giveNotice(facts.actorAt(0), facts.code, notice(facts, { memberId: facts.idAt(0) })));
  return facts;
}

function propose(facts: Facts, successor: string) {
  return proposeSettlement(facts.actorAt(1), facts.code, { ...terms(), successor });
}

async function roles({ code }: Facts) {
  const members = await db().partnershipMember.findMany({
    where: { partnership: { code } },
    orderBy: { position: "asc" },
  });
  return members.map(({ role }) => role);
}

function insertSettlement({ actorAt, idAt }: Facts, text: string) {
  return pool().query(
    `INSERT INTO exit_settlement (exit_id, number, text, text_sha256, proposed_by_member_id, proposed_by_id)
     SELECT id, 1, $4, encode(sha256(convert_to($4, 'UTF8')), 'hex'), $2, $3 FROM party_exit WHERE member_id = $1`,
    [idAt(0), idAt(1), actorAt(1).personId, text],
  );
}

describe("a lead that leaves", () => {
  test("is followed by the member that the settlement names, from the last signature on", async () => {
    const facts = await leadLeaves();
    const { code, actorAt, idAt } = facts;
    expect((await exitView(actorAt(1), code, "vi"))?.successors.map(({ value }) => value)).toEqual([idAt(1), idAt(2)]);
    expect(await propose(facts, "")).toMatchObject({ code: "SUCCESSOR_MISSING", field: "successor" });
    expect(await propose(facts, idAt(0))).toMatchObject({ code: "NOT_A_PARTY", field: "successor" });
    const { textSha256 } = must(await propose(facts, idAt(2)));
    for (const place of [0, 1]) must(await sign(facts, place, textSha256));
    expect(await roles(facts)).toEqual(["LEAD", "PARTNER", "PARTNER"]);
    must(await sign(facts, 2, textSha256));
    expect(await roles(facts)).toEqual(["PARTNER", "PARTNER", "LEAD"]);
    const page = await exitView(null, code, "vi");
    expect(page?.past[0]).toMatchObject({ state: "SETTLED", losesHouse: "ENTERPRISE" });
    const settled = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code, kind: "exit.settled" } });
    expect(JSON.parse(settled.payload)).toMatchObject({ position: 1, lead: 3 });
    await gone(facts, 0);
    const enterprise = await body("ENTERPRISE", "Doanh nghiệp mới");
    const asked = { organisationId: enterprise.organisationId, role: "PARTNER", from: null } as const;
    expect(await inviteMember(actorAt(0), code, asked)).toMatchObject({ ok: false });
    must(await inviteMember(actorAt(2), code, asked));
  });

  test("hands on what it owes as the lead: a party of a house that is lost", async () => {
    const facts = await running();
    const { code, actorAt, idAt, bodies } = facts;
    await settled(facts);
    await watchHouses(new Date("2028-01-10T03:00:00Z"));
    const given = { memberId: idAt(0), effectiveOn: "2028-06-01" };
    must(await giveNotice(actorAt(0), code, notice(facts, given)));
    const typed = { ...terms(), number: 2, successor: idAt(1) };
    const { textSha256 } = must(await proposeSettlement(actorAt(1), code, typed));
    for (const place of [0, 1, 2]) must(await sign(facts, place, textSha256));
    expect(await openKinds(code, bodies[0]?.organisationId)).toEqual([]);
    expect(await openKinds(code, bodies[1]?.organisationId)).toEqual(["HOUSE_CURE"]);
  });

  test("is followed by no other, whoever writes", async () => {
    const facts = await leadLeaves();
    const said = { exit: 1, number: 1, effectiveOn: FROM, leaver: 1 };
    for (const more of [{}, { lead: 1 }, { lead: 9 }])
      await expect(insertSettlement(facts, JSON.stringify({ ...said, ...more }))).rejects.toThrow("SETTLEMENT_LEAD");
    const { textSha256 } = must(await propose(facts, facts.idAt(2)));
    const partnershipId = await idOf(facts.code);
    const role = (position: number, name: string) =>
      pool().query(`UPDATE partnership_member SET role = '${name}' WHERE partnership_id = $1 AND position = $2`, [
        partnershipId,
        position,
      ]);
    await expect(role(1, "PARTNER")).rejects.toThrow("FROZEN partnership_member");
    await expect(role(3, "LEAD")).rejects.toThrow(/FROZEN partnership_member|unique/);
    for (const place of [0, 1, 2]) must(await sign(facts, place, textSha256));
    await expect(role(2, "LEAD")).rejects.toThrow(/FROZEN partnership_member|unique/);
    await expect(role(3, "PARTNER")).rejects.toThrow("FROZEN partnership_member");
  });
});
