import { beforeAll, describe, expect, test } from "vitest";
import { actorNow, buildAccounts, type DemoPeople, legally, openDemoAccount } from "#app/demo/accounts.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { revokeRole } from "#app/domain/accounts/roles/revoke-role.server.ts";
import { createOrganisation } from "#app/domain/organisations/create.server.ts";
import { organisationSchema } from "#app/domain/organisations/organisation.schema.ts";
import * as administration from "#app/routes/admin/home.tsx";
import * as roles from "#app/routes/admin/roles.tsx";
import * as verification from "#app/routes/desk/organisation.tsx";
import * as queue from "#app/routes/desk/organisations.tsx";
import * as detail from "#app/routes/organisations/detail.tsx";
import * as list from "#app/routes/organisations/list.tsx";
import * as manage from "#app/routes/organisations/manage.tsx";
import * as registration from "#app/routes/organisations/new.tsx";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

const SIGN_IN = 302;
let people: DemoPeople;
let founder: Actor;
let waiting: { id: string; code: string };
let verified: { id: string; code: string };
let readers: Record<"visitor" | "member" | "representative" | "officer" | "auditor" | "admin", Actor | null>;

const form = {
  nameVi: "Viện Cầu Khỉ",
  house: "SCHOOL",
  scheme: "VN-TIN",
  identifier: "0100109106",
  provinceCode: "92",
  post: "Phó viện trưởng",
};

beforeAll(async () => {
  people = await buildAccounts();
  founder = await openDemoAccount({ email: "lap@ba-nha.example", name: "Người lập" });
  waiting = legally(await createOrganisation(founder, organisationSchema.parse(form)));
  founder = await actorNow(founder.personId);
  const [body] = people.organisations;
  if (!body) throw new Error("no organisation");
  verified = body;
  const { scientist, intake, auditor, admin } = people.actors;
  readers = { visitor: null, member: scientist, representative: founder, officer: intake, auditor, admin };
});

function at(code: string) {
  return { params: { organisation: code } };
}

describe("who may read what", () => {
  test.each([
    ["the list", list.loader, "/vi/organisations", [200, 200, 200, 200, 200, 200]],
    ["registration", registration.loader, "/vi/organisations/new", [SIGN_IN, 200, 200, 200, 200, 404]],
    ["the officers' queue", queue.loader, "/vi/desk/organisations", [SIGN_IN, 403, 403, 200, 403, 403]],
    ["administration", administration.loader, "/vi/admin", [SIGN_IN, 403, 403, 403, 403, 200]],
    ["roles", roles.loader, "/vi/admin/roles", [SIGN_IN, 403, 403, 403, 403, 200]],
  ] as const)("%s", async (_name, loader, path, expected) => {
    const answers = await Promise.all(Object.values(readers).map((as) => readPage(loader, path, { as })));
    expect(answers.map((one) => one.status)).toEqual(expected);
  });

  test.each([
    ["its public page", () => verified.code, detail.loader, "", [200, 200, 200, 200, 200, 200]],
    ["the page of one that waits", () => waiting.code, detail.loader, "", [200, 200, 200, 200, 200, 200]],
    ["its people", () => waiting.code, manage.loader, "/manage", [SIGN_IN, 404, 200, 404, 404, 404]],
    ["its verification", () => waiting.code, verification.loader, "", [SIGN_IN, 403, 403, 200, 403, 403]],
  ] as const)("%s", async (_name, codeOf, loader, end, expected) => {
    const code = codeOf();
    const path = `/vi/organisations/${code}${end}`;
    const answers = await Promise.all(Object.values(readers).map((as) => readPage(loader, path, { as, ...at(code) })));
    expect(answers.map((one) => one.status)).toEqual(expected);
  });

  test("a name that nobody has verified reaches its own people and those who check it, nobody else", async () => {
    for (const [who, as] of Object.entries(readers)) {
      const { data } = await readPage(detail.loader, `/vi/organisations/${waiting.code}`, { as, ...at(waiting.code) });
      const told = JSON.stringify(data).includes(form.nameVi);
      expect([who, told]).toEqual([who, who !== "visitor" && who !== "member"]);
      expect(data).toMatchObject({ obligation: { kind: "ORGANISATION_VERIFICATION" } });
    }
  });

  test("no page names a person of the organisation, nor who created it", async () => {
    for (const code of [waiting.code, verified.code]) {
      const { data } = await readPage(detail.loader, `/vi/organisations/${code}`, { as: founder, ...at(code) });
      expect(JSON.stringify(data)).not.toMatch(/Người lập|Tài khoản mẫu|@ba-nha|createdById/);
    }
  });

  test("there is one address: an id leads to it, and anything else is nowhere", async () => {
    const { status, location } = await readPage(detail.loader, `/fr/organisations/${waiting.id}`, at(waiting.id));
    expect([status, location]).toEqual([302, `/fr/organisations/${waiting.code}`]);
    for (const wrong of ["x", "VN-TIN-", "VN-TIN-1", "VN-TIN-9999999999", "%00", "\u0000", crypto.randomUUID()]) {
      expect((await readPage(detail.loader, "/vi/organisations/x", at(wrong))).status).toBe(404);
    }
  });

  test("the pages ask the database at most six times", async () => {
    for (const [loader, path, call] of [
      [list.loader, "/vi/organisations?house=STATE", {}],
      [detail.loader, `/vi/organisations/${verified.code}`, at(verified.code)],
      [queue.loader, "/vi/desk/organisations", { as: people.actors.intake }],
    ] as const) {
      const { queries } = await countQueries(() => readPage(loader, path, call));
      expect(queries.length).toBeLessThanOrEqual(6);
    }
  });
});

describe("the list", () => {
  test("shows verified ones alone, by house and province; what it does not know it ignores", async () => {
    const codes = async (query: string) => {
      const { data } = await readPage(list.loader, `/vi/organisations?${query}`);
      return JSON.stringify(data);
    };
    expect(await codes("province=92")).not.toContain(waiting.code);
    expect(await codes("house=STATE")).toContain(verified.code);
    expect(await codes("house=SCHOOL")).not.toContain(verified.code);
    for (const odd of [
      "house=PALACE&province=x",
      "after=%00",
      "after=WyJcdTAwMDAiLCJ4Il0",
      "after=e30",
      "house=__proto__",
    ])
      expect(await codes(odd)).toContain(verified.code);
  });
});

describe("registration", () => {
  const send = (fields: Record<string, string>, as: Actor | null = people.actors.scientist) =>
    sendForm(registration.action, "/vi/organisations/new", fields, { as });

  test("leads to the page of the new organisation, whose clock runs", async () => {
    const sent = await send({ ...form, identifier: "0100 109.107" });
    expect([sent.status, sent.location]).toEqual([302, "/vi/organisations/VN-TIN-0100109107"]);
  });

  test("says at its field what is wrong, and gives everything typed back", async () => {
    const wrong = { ...form, nameVi: "V", house: "PALACE", identifier: "12", provinceCode: "", post: "" };
    const sent = await send(wrong);
    expect(sent.status).toBe(422);
    expect(Object.keys(sent.form.errors).sort()).toEqual(["house", "identifier", "nameVi", "post", "provinceCode"]);
    expect(sent.form.values).toEqual(wrong);
    const taken = await send(form);
    expect([taken.status, Object.keys(taken.form.errors)]).toEqual([422, ["identifier"]]);
    expect((await send({ ...form, identifier: "0100109108", provinceCode: "99" })).form.errors).toHaveProperty(
      "provinceCode",
    );
  });

  test("takes no hostile text, and asks a visitor to sign in first", async () => {
    for (const hostile of ["\u0000", "x".repeat(200_000), "\u202ecba", "{{t}}\u0007"]) {
      const sent = await send({ ...form, identifier: "0100109109", nameVi: hostile });
      expect([sent.status, Object.keys(sent.form.errors)]).toEqual([422, ["nameVi"]]);
    }
    expect(await send(form, null)).toMatchObject({ status: 401, data: { kind: "signedOut", typed: form } });
    expect((await send({ ...form, identifier: "0100109109" }, people.actors.admin)).status).toBe(403);
  });
});

describe("verification", () => {
  test("is an officer's, once, never of one's own; then everybody reads the name", async () => {
    const send = (as: Actor | null, code = waiting.code) =>
      sendForm(verification.action, `/vi/desk/organisations/${code}`, {}, { as, ...at(code) });
    for (const as of [founder, people.actors.admin, people.actors.auditor]) expect((await send(as)).status).toBe(403);
    const own = legally(
      await createOrganisation(people.actors.intake, organisationSchema.parse({ ...form, identifier: "0100109110" })),
    );
    const refused = await send(people.actors.intake, own.code);
    expect([refused.status, Object.keys(refused.form.errors)]).toEqual([422, [""]]);
    const path = `/vi/desk/organisations/${waiting.code}`;
    expect(await send(people.actors.intake)).toMatchObject({ status: 302, location: path });
    expect((await send(people.actors.intake)).status).toBe(422);
    const { data } = await readPage(detail.loader, `/vi/organisations/${waiting.code}`, at(waiting.code));
    expect(data).toMatchObject({ title: form.nameVi, obligation: null });
  });

  test("ends with the role at the very next request", async () => {
    const officer = await openDemoAccount({ email: "tam@ba-nha.example" });
    const { admin } = people.actors;
    const asked = { email: officer.email, role: "INTAKE", organisationId: verified.id } as const;
    const { grantId } = legally(await grantRole(admin, asked));
    const read = async () => readPage(queue.loader, "/vi/desk/organisations", { as: await actorNow(officer.personId) });
    expect((await read()).status).toBe(200);
    legally(await revokeRole(admin, grantId));
    expect((await read()).status).toBe(403);
    expect(await db().roleGrant.count({ where: { id: grantId, revokedAt: { not: null } } })).toBe(1);
  });
});
