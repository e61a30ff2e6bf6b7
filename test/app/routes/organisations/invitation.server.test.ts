import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorNow, buildAccounts, type DemoOrganisation, openDemoAccount } from "#app/demo/accounts.server.ts";
import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import * as invitation from "#app/routes/organisations/invitation.tsx";
import * as manage from "#app/routes/organisations/manage.tsx";
import { db, pool } from "#prisma/client.server.ts";
import { mailedSecret } from "#test/app/domain/accounts/access/letters.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";

withTestDatabase();

let host: DemoOrganisation;
let stranger: Actor;
let invited: Actor;
let number = 0;

beforeAll(async () => {
  const people = await buildAccounts();
  const found = people.organisations.find((one) => one.key === "song-may");
  if (!found) throw new Error("no host");
  host = found;
  stranger = people.actors.scientist;
});

beforeEach(async () => {
  number += 1;
  invited = await openDemoAccount({ email: `minh-${number}@ba-nha.example` });
});

function ask(email: string, as: Actor | null = host.representative, more: Record<string, string> = {}) {
  const path = `/vi/organisations/${host.code}/manage`;
  return sendForm(manage.action, path, { email, ...more }, { as, params: { organisation: host.code } });
}

async function secretFor(email: string, more: Record<string, string> = {}): Promise<string> {
  await pool().query("UPDATE outbox SET done_at = now()");
  expect((await ask(email, host.representative, more)).location).toContain("sent=1");
  return mailedSecret(email, "invitations");
}

function read(token: string, as: Actor | null) {
  return readPage(invitation.loader, `/vi/invitations/${token}`, { as, params: { token } });
}

function accept(token: string, as: Actor | null, post = "Giảng viên") {
  return sendForm(invitation.action, `/vi/invitations/${token}`, { post }, { as, params: { token } });
}

describe("inviting", () => {
  test("is the representative's alone", async () => {
    expect((await ask("a@ba-nha.example", null)).location).toContain("/vi/sign-in");
    expect((await ask("a@ba-nha.example", stranger)).status).toBe(404);
  });

  test("says at the field what is wrong, and gives what was typed back", async () => {
    for (const wrong of ["", "không phải", "a@b", "\u0000@ba-nha.example", `${"x".repeat(300)}@ba-nha.example`]) {
      const sent = await ask(wrong);
      expect([sent.status, Object.keys(sent.form.errors)]).toEqual([422, ["email"]]);
      expect(sent.form.values["email"]).toBe(wrong);
    }
    const member = await ask(host.representative.email);
    expect([member.status, Object.keys(member.form.errors)]).toEqual([422, ["email"]]);
  });
});

describe("the link of an invitation", () => {
  test("shows the invitation to whoever opens it, and accepts nothing by being opened", async () => {
    const token = await secretFor(invited.email, { asRepresentative: "on" });
    expect((await read(token, null)).data).toMatchObject({ invitation: { asRepresentative: true }, reader: null });
    expect((await read(token, invited)).data).toMatchObject({ reader: { invited: true } });
    expect(await db().invitation.count({ where: { email: invited.email, acceptedAt: null } })).toBe(1);
    expect((await actorNow(invited.personId)).affiliations).toEqual([]);
  });

  test("never shows a stranger the address it was sent to, and lets only that address accept", async () => {
    const token = await secretFor(invited.email, { asRepresentative: "on" });
    for (const as of [null, stranger]) {
      expect(JSON.stringify((await read(token, as)).data)).not.toContain(invited.email);
    }
    expect(await accept(token, null)).toMatchObject({ status: 401, location: null });
    const refused = await accept(token, stranger);
    expect([refused.status, Object.keys(refused.form.errors)]).toEqual([422, [""]]);
    expect(holds(await actorNow(stranger.personId), "PARTY_REP", host.id)).toBe(false);
    expect((await accept(token, invited)).location).toBe(`/vi/organisations/${host.id}`);
    expect(holds(await actorNow(invited.personId), "PARTY_REP", host.id)).toBe(true);
  });

  test("asks for the post, and works once", async () => {
    const token = await secretFor(invited.email);
    expect((await accept(token, invited, "")).form.errors).toHaveProperty("post");
    expect((await accept(token, invited)).status).toBe(302);
    expect((await accept(token, invited)).status).toBe(422);
    expect((await read(token, invited)).data).toMatchObject({ invitation: null });
  });

  test("that nobody was given leads to no invitation", async () => {
    for (const token of ["x", "%00", "\u0000", "x".repeat(43), "x".repeat(5_000)]) {
      expect((await read(token, invited)).data).toMatchObject({ invitation: null });
      expect((await accept(token, invited)).status).toBe(422);
    }
  });
});
