import { expect, it } from "vitest";
import { buildAccounts, demoAccountLines } from "#app/demo/accounts.server.ts";
import { signIn } from "#app/domain/accounts/access/sign-in.server.ts";
import { holds } from "#app/domain/accounts/actor.ts";
import { DEMO_PASSWORD } from "#app/domain/accounts/passwords/password.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

it("the demonstration has one account per role, and organisations of all houses that are verified", async () => {
  const { actors, organisations } = await buildAccounts();
  expect(holds(actors.intake, "INTAKE")).toBe(true);
  expect(holds(actors.steering, "STEERING")).toBe(true);
  expect(holds(actors.admin, "ADMIN")).toBe(true);
  expect(actors.scientist.roles).toEqual([]);
  expect(new Set(organisations.map((one) => one.house))).toEqual(new Set(["STATE", "SCHOOL", "ENTERPRISE", "OTHER"]));
  for (const { representative, id } of organisations) {
    expect(holds(representative, "PARTY_REP", id)).toBe(true);
    expect(representative.affiliations).toMatchObject([{ organisationId: id, verified: true }]);
  }
  const { rows } = await pool().query<{ open: number }>(
    "SELECT count(*)::int AS open FROM obligation WHERE done_at IS NULL AND voided_at IS NULL",
  );
  expect(rows[0]?.open).toBe(0);
  expect(demoAccountLines()).toHaveLength(22);
  expect(await signIn({ email: "quan-tri@ba-nha.example", password: DEMO_PASSWORD })).toMatchObject({ ok: true });
});

it("production has no such accounts", async () => {
  setEnvironment(readEnvironment({ NODE_ENV: "production", BASE_URL: "https://ba-nha.example" }));
  await expect(buildAccounts()).rejects.toThrow("production");
});
