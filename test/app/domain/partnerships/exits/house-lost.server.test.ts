import { describe, expect, test } from "vitest";
import { watchHouses } from "#app/domain/partnerships/houses/watch-houses.server.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { joinPartnership } from "#app/domain/partnerships/members/join.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { body, must } from "../people.ts";
import { FROM, idOf, openKinds, running, settled } from "./leaving.ts";

withTestDatabase();

describe("a house that is lost", () => {
  const SOON_AFTER = new Date("2028-01-10T03:00:00Z");

  async function withoutSchool() {
    const facts = await running();
    await settled(facts);
    await watchHouses(SOON_AFTER);
    return facts;
  }

  test("raises an alarm once, that the lead owes to cure, and everybody who speaks for a party is told", async () => {
    const facts = await withoutSchool();
    await watchHouses(SOON_AFTER);
    const alarm = await db().houseAlarm.findFirstOrThrow({ where: { partnershipId: await idOf(facts.code) } });
    expect([alarm.house, alarm.lostOn.toISOString().slice(0, 10)]).toEqual(["SCHOOL", FROM]);
    expect(await openKinds(facts.code, facts.bodies[0]?.organisationId)).toEqual(["HOUSE_CURE"]);
    const told = await db().notice.findMany({
      where: { subjectCode: facts.code, params: { path: ["kind"], equals: "partnership.house-lost" } },
    });
    const speakers = [facts.actorAt(0), facts.actorAt(1)].map(({ personId }) => personId);
    expect(
      told
        .map(({ personId }) => personId)
        .filter((id) => speakers.includes(id))
        .toSorted(),
    ).toEqual(speakers.toSorted());
  });

  test("is cured when a party of that house joins", async () => {
    const facts = await withoutSchool();
    const school = await body("SCHOOL", "Trường mới");
    const asked = { organisationId: school.organisationId, role: "PARTNER", from: null } as const;
    const { memberId } = must(await inviteMember(facts.actorAt(0), facts.code, asked));
    must(await joinPartnership(school.actor, facts.code, memberId, new Date("2028-02-01T03:00:00Z")));
    expect(await openKinds(facts.code, undefined)).toEqual([]);
    const partnershipId = await idOf(facts.code);
    expect(await db().houseAlarm.findFirstOrThrow({ where: { partnershipId } })).toMatchObject({ outcome: "CURED" });
  });

  test("is none before the partnership's own first day, whoever writes", async () => {
    const facts = await running();
    await watchHouses(new Date("2025-12-31T03:00:00Z"));
    expect(await db().houseAlarm.count({ where: { partnershipId: await idOf(facts.code) } })).toBe(0);
    const early = pool().query(
      "INSERT INTO house_alarm (partnership_id, house, lost_on) SELECT id, 'SCHOOL', '2025-12-31' FROM partnership WHERE code = $1",
      [facts.code],
    );
    await expect(early).rejects.toThrow("HOUSE_ALARM");
  });

  test("is told once when its time is over, and suspends nothing by itself", async () => {
    const facts = await withoutSchool();
    const later = new Date("2028-09-01T03:00:00Z");
    await watchHouses(later);
    await watchHouses(later);
    const { rows } = await pool().query(
      "SELECT kind FROM record_entry WHERE subject_code = $1 AND kind LIKE 'partnership.house%' ORDER BY id",
      [facts.code],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["partnership.house-lost", "partnership.house-overdue"]);
    expect(await db().partnership.findFirstOrThrow({ where: { code: facts.code } })).toMatchObject({ state: "ACTIVE" });
    expect(await openKinds(facts.code, facts.bodies[0]?.organisationId)).toEqual(["HOUSE_CURE"]);
  });
});
