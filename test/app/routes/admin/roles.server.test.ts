import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorNow, buildAccounts, type DemoPeople, openDemoAccount } from "#app/demo/accounts.server.ts";
import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { action, loader } from "#app/routes/admin/roles.tsx";
import { withTestDatabase } from "#test/setup/database.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

let people: DemoPeople;
let lan: Actor;
let number = 0;

beforeAll(async () => {
  people = await buildAccounts();
});

beforeEach(async () => {
  number += 1;
  lan = await openDemoAccount({ email: `lan-${number}@ba-nha.example`, name: "Lan" });
});

const PATH = "/vi/admin/roles";

function send(fields: Record<string, string>, personId = lan.personId, as: Actor | null = people.actors.admin) {
  return sendForm(action, `${PATH}?person=${personId}`, fields, { as });
}

function give(fields: Record<string, string>, personId?: string) {
  return send({ intent: "grant", ...fields }, personId);
}

async function grantsOf(personId: string): Promise<{ id: string; role: string }[]> {
  const { data } = await readPage(loader, `${PATH}?person=${personId}`, { as: people.actors.admin });
  return (data as { person: { grants: { id: string; role: string }[] } }).person.grants;
}

describe("finding a person", () => {
  const find = (email: string) => sendForm(action, PATH, { intent: "find", email }, { as: people.actors.admin });

  test("by the exact address; the address does not stand in the URL", async () => {
    const found = await find(lan.email.toUpperCase());
    expect([found.status, found.location]).toEqual([302, `${PATH}?person=${lan.personId}`]);
    const { data } = await readPage(loader, `${PATH}?person=${lan.personId}`, { as: people.actors.admin });
    expect(data).toMatchObject({ person: { email: lan.email, grants: [] } });
  });

  test("who is not there, or is no address, is said at the field", async () => {
    for (const wrong of ["nobody@ba-nha.example", "", "Lan", "\u0000", "x".repeat(10_000)]) {
      const sent = await find(wrong);
      expect([sent.status, Object.keys(sent.form.errors), sent.form.values["email"]]).toEqual([422, ["email"], wrong]);
    }
    for (const wrong of ["x", "%00", crypto.randomUUID()]) {
      const { status, data } = await readPage(loader, `${PATH}?person=${wrong}`, { as: people.actors.admin });
      expect([status, data]).toMatchObject([200, { person: null }]);
    }
  });
});

describe("giving a role", () => {
  test("by the code of the organisation, at once", async () => {
    const [body] = people.organisations;
    const sent = await give({ role: "EVALUATOR", organisation: body?.code ?? "" });
    expect([sent.status, sent.location]).toEqual([302, `${PATH}?person=${lan.personId}&done=granted`]);
    expect(holds(await actorNow(lan.personId), "EVALUATOR", body?.id)).toBe(true);
  });

  test("by its whole name in any language, at once", async () => {
    const { id } = people.organisations.find(({ key }) => key === "tiep-nhan") ?? { id: "" };
    const named = ["ba gian initiatives intake office", "Bureau d’accueil des initiatives Ba Gian"];
    for (const [place, role] of (["EVALUATOR", "CHAIR"] as const).entries()) {
      expect((await give({ role, organisation: named[place] ?? "" })).status).toBe(302);
      expect(holds(await actorNow(lan.personId), role, id)).toBe(true);
    }
  });

  test("by a part of a name: one chooses among those that match, and typing another text searches again", async () => {
    const first = await give({ role: "CHAIR", organisation: "cong ty" });
    expect([first.status, Object.keys(first.form.errors)]).toEqual([422, ["organisationId"]]);
    const { matches } = first.data as { matches: { id: string }[] };
    expect(matches.length).toBeGreaterThan(2);
    const [chosen] = matches;
    const choice = { role: "CHAIR", organisationId: chosen?.id ?? "", searched: "cong ty" };
    const other = await give({ ...choice, organisation: "vien" });
    expect([other.status, Object.keys(other.form.errors)]).toEqual([422, ["organisationId"]]);
    expect((await give({ ...choice, organisation: "cong ty" })).status).toBe(302);
    expect(holds(await actorNow(lan.personId), "CHAIR", chosen?.id)).toBe(true);
  });

  test("is refused at its field, and what was typed stays", async () => {
    const [body] = people.organisations;
    const code = body?.code ?? "";
    const cases: [Record<string, string>, string][] = [
      [{ role: "", organisation: code }, "role"],
      [{ role: "MEMBER", organisation: code }, "role"],
      [{ role: "INTAKE", organisation: "" }, "organisation"],
      [{ role: "INTAKE", organisation: "không có ở đâu cả" }, "organisation"],
      [{ role: "INTAKE", organisation: "%_\\" }, "organisation"],
      [{ role: "INTAKE", organisation: "\u0000" }, "organisation"],
      [{ role: "INTAKE", organisation: "x", organisationId: "nobody", searched: "x" }, "organisationId"],
    ];
    for (const [fields, field] of cases) {
      const sent = await give(fields);
      expect([sent.status, Object.keys(sent.form.errors)]).toEqual([422, [field]]);
      expect(sent.form.values).toMatchObject(fields);
    }
    expect(await grantsOf(lan.personId)).toEqual([]);
  });

  test("never to oneself, never beside administration, never twice", async () => {
    const [body] = people.organisations;
    const fields = { role: "INTAKE", organisation: body?.code ?? "" };
    expect((await give(fields, people.actors.admin.personId)).form.errors).toHaveProperty([""]);
    expect((await give(fields)).status).toBe(302);
    expect((await give(fields)).form.errors).toHaveProperty("role");
    expect((await give({ role: "ADMIN", organisation: "" })).form.errors).toHaveProperty("role");
  });
});

describe("taking a role away", () => {
  test("ends it; a second time, or of nobody's grant, is refused", async () => {
    const [body] = people.organisations;
    await give({ role: "MONITOR", organisation: body?.code ?? "" });
    const [grant] = await grantsOf(lan.personId);
    const revoke = { intent: "revoke", grantId: grant?.id ?? "" };
    expect((await send(revoke)).location).toBe(`${PATH}?person=${lan.personId}&done=revoked`);
    expect((await actorNow(lan.personId)).roles).toEqual([]);
    for (const grantId of [grant?.id ?? "", "", "\u0000", crypto.randomUUID()]) {
      expect((await send({ intent: "revoke", grantId })).status).toBe(422);
    }
  });

  test("of the last administrator is refused", async () => {
    const { admin } = people.actors;
    const [grant] = await grantsOf(admin.personId);
    const sent = await send({ intent: "revoke", grantId: grant?.id ?? "" }, admin.personId);
    expect([sent.status, Object.keys(sent.form.errors)]).toEqual([422, [""]]);
  });

  test("is an administrator's alone", async () => {
    for (const as of [lan, people.actors.auditor, people.actors.intake]) {
      expect((await send({ intent: "revoke", grantId: "x" }, lan.personId, as)).status).toBe(403);
    }
    expect((await send({ intent: "grant" }, lan.personId, null)).location).toContain("/vi/sign-in");
  });
});
