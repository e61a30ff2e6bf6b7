import { beforeEach, describe, expect, it } from "vitest";
import {
  buildAccounts,
  type DemoPeople,
  legally,
  openDemoAccount,
  registerOrganisation,
} from "#app/demo/accounts.server.ts";
import { DEMO_BODIES, type DemoBody } from "#app/demo/organisation-list.ts";
import { findActor } from "#app/domain/accounts/actor.server.ts";
import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { listOwedBy } from "#app/domain/obligations/queries.server.ts";
import { acceptInvitation } from "#app/domain/organisations/accept-invitation.server.ts";
import { createOrganisation } from "#app/domain/organisations/create.server.ts";
import { invite } from "#app/domain/organisations/invite.server.ts";
import { organisationSchema } from "#app/domain/organisations/organisation.schema.ts";
import {
  countOrganisations,
  findInvitation,
  findOrganisation,
  listInvitations,
  listOrganisations,
  listPeople,
  listWaiting,
} from "#app/domain/organisations/queries.server.ts";
import { verifyOrganisation } from "#app/domain/organisations/verify.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { mailedSecret } from "#test/app/domain/accounts/access/letters.ts";
import { resetDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

let people: DemoPeople;
beforeEach(async () => {
  await resetDatabase();
  people = await buildAccounts();
  await pool().query("UPDATE outbox SET done_at = now()");
});

const [body] = DEMO_BODIES as [DemoBody];
const typed = {
  nameVi: "Viện Cầu Khỉ",
  house: "SCHOOL",
  scheme: "VN-TIN",
  identifier: "0100 109 106-001",
  provinceCode: "92",
  post: "Phó viện trưởng",
};

function form(overrides: Record<string, string> = {}) {
  return organisationSchema.parse({ ...typed, ...overrides });
}

describe("a new organisation", () => {
  it("has its creator as representative, a clock for its verification, and entries in the record", async () => {
    const { id, code, dueOn } = legally(await createOrganisation(people.actors.scientist, form()));
    expect(code).toBe("VN-TIN-0100109106001");
    const creator = await findActor(people.actors.scientist.personId);
    expect(holds(creator, "PARTY_REP", id)).toBe(true);
    expect(creator?.affiliations).toMatchObject([{ post: "Phó viện trưởng", verified: false }]);
    const [clock] = await db().obligation.findMany({ where: { subjectId: id } });
    expect(clock).toMatchObject({ kind: "ORGANISATION_VERIFICATION", debtorRole: "INTAKE", doneAt: null });
    expect(clock?.originalDueOn.toISOString().slice(0, 10)).toBe(dueOn);
    const intake = people.organisations.find((one) => one.key === "tiep-nhan");
    expect(clock?.debtorOrganisationId).toBe(intake?.id);
    expect(await listWaiting()).toMatchObject([{ id, originalDueOn: dueOn, clock: { dueOn, state: "soon" } }]);
    expect(await listOwedBy(people.actors.intake)).toMatchObject([{ subjectCode: code, dueOn }]);
    for (const other of [people.actors.scientist, people.actors.resultOfficer, people.actors.admin]) {
      expect(await listOwedBy(other)).toEqual([]);
    }
    const entries = await db().recordEntry.findMany({ where: { subjectCode: code } });
    expect(entries.map((entry) => entry.kind)).toEqual(["ORGANISATION_CREATED"]);
  });

  it("is refused with a number that is taken, an unknown province, or by an administrator; nothing is stored", async () => {
    await createOrganisation(people.actors.scientist, form());
    const before = await db().organisation.count();
    const { scientist, admin } = people.actors;
    expect(await createOrganisation(scientist, form())).toMatchObject({
      code: "IDENTIFIER_TAKEN",
      field: "identifier",
    });
    expect(await createOrganisation(scientist, form({ identifier: "0100109107", provinceCode: "99" }))).toMatchObject({
      code: "PROVINCE_UNKNOWN",
      field: "provinceCode",
    });
    expect(await createOrganisation(admin, form({ identifier: "0100109107" }))).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await db().organisation.count()).toBe(before);
  });

  it("without a number of its own gets one of the portal's, each another", async () => {
    const own = { scheme: "VN-PORTAL", identifier: "" };
    const first = legally(await createOrganisation(people.actors.scientist, form(own)));
    const second = legally(await createOrganisation(people.actors.scientist, form(own)));
    expect(first.code).toMatch(/^VN-PORTAL-TC-\d{4}-\d{4}$/);
    expect(second.code).not.toBe(first.code);
  });
});

describe("verification", () => {
  it("is an officer's, closes the clock, and freezes house and number in the database itself", async () => {
    const { id, code } = legally(await createOrganisation(people.actors.scientist, form()));
    expect(
      (await listOrganisations({ houses: [], provinces: ["92"], after: null })).items.map((one) => one.id),
    ).not.toContain(id);
    expect(await verifyOrganisation(people.actors.intake, id)).toEqual({ ok: true, value: { code } });
    expect(await verifyOrganisation(people.actors.resultOfficer, id)).toMatchObject({ code: "ALREADY_VERIFIED" });
    const clock = await db().obligation.findFirstOrThrow({ where: { subjectId: id } });
    expect(clock).toMatchObject({ outcome: "VERIFIED", doneAt: expect.any(Date) });
    expect(await db().recordEntry.count({ where: { subjectCode: code, kind: "ORGANISATION_VERIFIED" } })).toBe(1);
    for (const data of [{ house: "STATE" as const }, { identifier: "0100109199" }]) {
      await expect(db().organisation.update({ where: { id }, data })).rejects.toThrow(/IMMUTABLE/);
    }
    const found = await findOrganisation(id);
    expect(found).toMatchObject({
      code,
      verifiedAt: expect.any(String),
      posts: [{ post: "Phó viện trưởng", people: 1 }],
    });
    expect(await findOrganisation(code)).toEqual(found);
  });

  it("is refused to everybody else, for one's own body, and for none", async () => {
    const { id } = legally(await createOrganisation(people.actors.intake, form()));
    expect(await verifyOrganisation(people.actors.intake, id)).toMatchObject({ code: "OWN_ORGANISATION" });
    for (const role of ["scientist", "admin", "monitor", "steering", "auditor"] as const) {
      expect(await verifyOrganisation(people.actors[role], id)).toMatchObject({ code: "NOT_ALLOWED" });
    }
    expect(await verifyOrganisation(people.actors.resultOfficer, "none")).toMatchObject({
      code: "ORGANISATION_UNKNOWN",
    });
    expect(await verifyOrganisation(people.actors.resultOfficer, id)).toMatchObject({ ok: true });
  });

  it("of one body by many officers at once happens once", async () => {
    const { id } = await registerOrganisation(people.actors.scientist, body);
    const officers = [people.actors.intake, people.actors.resultOfficer];
    const answers = await Promise.all([...officers, ...officers].map((officer) => verifyOrganisation(officer, id)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe("an invitation", () => {
  const email = "minh@ba-nha.example";
  let minh: Actor;
  let host: DemoPeople["organisations"][number];

  beforeEach(async () => {
    minh = await openDemoAccount({ email });
    const found = people.organisations.find((one) => one.key === "song-may");
    if (!found) throw new Error("no host");
    host = found;
  });

  async function invited(asRepresentative = true): Promise<string> {
    legally(await invite(host.representative, { organisationId: host.id, email, asRepresentative, language: "fr" }));
    return mailedSecret(email, "invitations");
  }

  it("is mailed, and accepted by whoever signed in with that address", async () => {
    const invitation = await findInvitation(await invited());
    expect(invitation).toMatchObject({ organisationId: host.id, asRepresentative: true });
    expect(await listInvitations(email)).toHaveLength(1);
    const asked = { invitationId: invitation?.id ?? "", post: "Trưởng khoa" };
    expect(await acceptInvitation(people.actors.scientist, asked)).toMatchObject({ code: "INVITATION_OF_OTHERS" });
    expect(await acceptInvitation(minh, asked)).toMatchObject({ ok: true });
    expect(holds(await findActor(minh.personId), "PARTY_REP", host.id)).toBe(true);
    expect(await acceptInvitation(minh, asked)).toMatchObject({ code: "INVITATION_VOID" });
    expect(await listInvitations(email)).toEqual([]);
    expect((await listPeople(host.id)).people).toContainEqual({
      email,
      name: null,
      post: "Trưởng khoa",
      representative: true,
    });
  });

  it("as a member gives no role", async () => {
    const invitation = await findInvitation(await invited(false));
    await acceptInvitation(minh, { invitationId: invitation?.id ?? "", post: "Giảng viên" });
    const actor = await findActor(minh.personId);
    expect(actor?.roles).toEqual([]);
    expect(actor?.affiliations).toMatchObject([{ organisationId: host.id, post: "Giảng viên" }]);
  });

  it("is the representative's to send, not into others' bodies and not to members", async () => {
    const other = people.organisations.find((one) => one.key === "hat-gao");
    const asked = { organisationId: host.id, email, asRepresentative: false, language: "vi" } as const;
    for (const actor of [other?.representative, people.actors.admin, minh]) {
      if (actor) expect(await invite(actor, asked)).toMatchObject({ code: "NOT_ALLOWED" });
    }
    const member = host.representative.email;
    expect(await invite(host.representative, { ...asked, email: member })).toMatchObject({ code: "ALREADY_MEMBER" });
  });

  it("is void once replaced or after 14 days, and its link cannot be guessed", async () => {
    const first = await invited();
    const second = await invited();
    expect(await findInvitation(first)).toBeNull();
    expect(await findInvitation(second)).not.toBeNull();
    await db().invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await findInvitation(second)).toBeNull();
    expect(await findInvitation("x".repeat(43))).toBeNull();
  });
});

describe("the public list", () => {
  it("is filtered by house and province, counted, and goes on where a page ends", async () => {
    const { total, houses } = await countOrganisations();
    expect(total).toBe(people.organisations.length);
    const schools = await listOrganisations({ houses: ["SCHOOL"], provinces: [], after: null });
    expect(schools.items).toHaveLength(houses["SCHOOL"] ?? 0);
    for (let number = 0; number < 10; number += 1) {
      const { id } = await registerOrganisation(people.actors.scientist, body);
      legally(await verifyOrganisation(people.actors.intake, id));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOrganisations>> = await listOrganisations({
        houses: [],
        provinces: [],
        after,
      });
      seen.push(...page.items.map((one) => one.id));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(total + 10);
    expect(seen).toHaveLength(total + 10);
    expect((await listOrganisations({ houses: [], provinces: [], after: "garbage" })).items.length).toBeGreaterThan(0);
  });
});
