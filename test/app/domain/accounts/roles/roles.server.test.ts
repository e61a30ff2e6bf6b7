import { beforeEach, describe, expect, it } from "vitest";
import { actorNow, openDemoAccount, registerOrganisation } from "#app/demo/accounts.server.ts";
import { DEMO_BODIES } from "#app/demo/organisation-list.ts";
import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { makeAdministrator } from "#app/domain/accounts/roles/make-administrator.server.ts";
import { findPersonRoles } from "#app/domain/accounts/roles/queries.server.ts";
import { revokeRole } from "#app/domain/accounts/roles/revoke-role.server.ts";
import { chooseSessionCookie, openSession, readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { resetDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

let admin: Actor;
let lan: Actor;
let organisationId: string;

beforeEach(async () => {
  await resetDatabase();
  chooseSessionCookie("https://ba-nha.example");
  admin = await openDemoAccount({ email: "admin@ba-nha.example" });
  await makeAdministrator(admin.email);
  admin = await actorNow(admin.personId);
  lan = await openDemoAccount({ email: "lan@ba-nha.example", name: "Lan" });
  const representative = await openDemoAccount({ email: "rep@ba-nha.example" });
  const [body] = DEMO_BODIES;
  if (!body) throw new Error("no body");
  organisationId = (await registerOrganisation(representative, body)).id;
});

async function grant(role: "INTAKE" | "AUDITOR" | "ADMIN" | "PARTY_REP", email = lan.email) {
  return grantRole(admin, { email, role, organisationId });
}

describe("a role", () => {
  it("is given by an administrator, in an organisation, and the record names role and body, never the person", async () => {
    expect(await grant("INTAKE")).toMatchObject({ ok: true });
    lan = await actorNow(lan.personId);
    expect(holds(lan, "INTAKE", organisationId)).toBe(true);
    expect(lan.affiliations).toMatchObject([{ organisationId }]);
    const entry = await db().recordEntry.findFirstOrThrow({ where: { kind: "ROLE_GRANTED" }, orderBy: { id: "desc" } });
    expect(JSON.parse(entry.payload)).toMatchObject({
      role: "INTAKE",
      organisation: expect.stringMatching(/^VN-PORTAL-TC-/),
    });
    expect(entry.payload).not.toMatch(/lan|Lan/);
    expect(entry.payload).not.toContain(lan.personId);
  });

  it("is refused to others, to oneself, twice, without its organisation, and beside administration", async () => {
    expect(await grantRole(lan, { email: lan.email, role: "ADMIN", organisationId: "" })).toMatchObject({
      code: "NOT_ALLOWED",
    });
    expect(await grant("INTAKE", admin.email)).toMatchObject({ code: "SELF_GRANT" });
    expect(await grant("INTAKE", "nobody@ba-nha.example")).toMatchObject({ code: "PERSON_UNKNOWN", field: "email" });
    const asked = { email: lan.email, role: "INTAKE" } as const;
    expect(await grantRole(admin, { ...asked, organisationId: "" })).toMatchObject({ code: "ORGANISATION_NEEDED" });
    for (const id of ["x", "00000000-0000-0000-0000-000000000000"]) {
      expect(await grantRole(admin, { ...asked, organisationId: id })).toMatchObject({ code: "ORGANISATION_UNKNOWN" });
    }
    await grant("INTAKE");
    expect(await grant("INTAKE")).toMatchObject({ code: "ALREADY_HELD" });
    expect(await grant("ADMIN")).toMatchObject({ code: "ROLES_APART" });
    expect(await makeAdministrator(lan.email)).toMatchObject({ code: "ROLES_APART" });
    expect(await grant("ADMIN", "rep@ba-nha.example")).toMatchObject({ code: "ROLES_APART" });
    const { rows } = await pool().query("SELECT role FROM role_grant WHERE revoked_at IS NULL ORDER BY role::text");
    expect(rows.map((row) => row.role)).toEqual(["ADMIN", "INTAKE", "PARTY_REP"]);
  });

  it("AUDITOR belongs to no organisation", async () => {
    expect(await grant("AUDITOR")).toMatchObject({ ok: true });
    expect((await actorNow(lan.personId)).roles).toMatchObject([{ role: "AUDITOR", organisationId: null }]);
  });

  it("begins with a new sign-in and ends with the next request", async () => {
    const before = await openSession(lan.personId);
    await grant("INTAKE");
    expect(await asked(before)).toBeNull();
    const cookie = await openSession(lan.personId);
    expect(holds(await asked(cookie), "INTAKE")).toBe(true);
    const held = await findPersonRoles({ email: lan.email });
    const [found] = held?.grants ?? [];
    expect(await revokeRole(lan, found?.id ?? "")).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await revokeRole(admin, found?.id ?? "")).toEqual({ ok: true, value: null });
    expect(holds(await asked(cookie), "INTAKE")).toBe(false);
    expect(await revokeRole(admin, found?.id ?? "")).toMatchObject({ code: "GRANT_UNKNOWN" });
    expect(await revokeRole(admin, "no-id")).toMatchObject({ code: "GRANT_UNKNOWN" });
    expect(await db().recordEntry.count({ where: { kind: "ROLE_REVOKED" } })).toBe(1);
    expect(await grant("INTAKE")).toMatchObject({ ok: true });
  });

  it("of the last administrator stays, also when two revoke each other at once", async () => {
    const own = (await findPersonRoles({ email: admin.email }))?.grants[0]?.id ?? "";
    expect(await revokeRole(admin, own)).toMatchObject({ code: "LAST_ADMIN" });
    await grant("ADMIN");
    const second = await actorNow(lan.personId);
    const theirs = (await findPersonRoles({ email: lan.email }))?.grants[0]?.id ?? "";
    const answers = await Promise.all([revokeRole(admin, theirs), revokeRole(second, own)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db().roleGrant.count({ where: { role: "ADMIN", revokedAt: null } })).toBe(1);
  });
});

async function asked(cookie: string): Promise<Actor | null> {
  const [pair = ""] = cookie.split(";");
  return readActor(new Request("https://ba-nha.example/", { headers: { Cookie: pair } }));
}
