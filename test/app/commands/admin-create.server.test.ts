import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { signIn } from "#app/domain/accounts/access/sign-in.server.ts";
import { findActor } from "#app/domain/accounts/actor.server.ts";
import { holds } from "#app/domain/accounts/actor.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();
const email = "quan-tri@bo.example";
const password = "ba con kiến bò ngang";

async function run(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const { appUrl, ownerUrl } = testDatabase();
  const given = {
    NODE_ENV: "test" as const,
    PATH: process.env["PATH"] ?? "",
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    ...env,
  };
  try {
    const { stdout } = await promisify(execFile)("npx", ["tsx", "app/commands/admin-create.ts"], { env: given });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

let production: Record<string, string>;
beforeAll(() => {
  production = { NODE_ENV: "production", BASE_URL: "https://ba-nha.example" };
});

it("the first administrator of a production portal is made at the command line", { timeout: 60_000 }, async () => {
  expect(await run({ ...production, ADMIN_EMAIL: email, ADMIN_PASSWORD: password })).toMatchObject({ code: 0 });
  const outcome = await signIn({ email, password });
  if (!outcome.ok) throw new Error(outcome.code);
  expect(holds(await findActor(outcome.value.personId), "ADMIN")).toBe(true);
  const again = await run({ ...production, ADMIN_EMAIL: email });
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining("already holds") });
});

it("a weak password, the demonstration's, no password and no address are refused in one sentence", {
  timeout: 60_000,
}, async () => {
  const other = { ...production, ADMIN_EMAIL: "hai@bo.example" };
  for (const [env, sentence] of [
    [{ ...other, ADMIN_PASSWORD: "short" }, "at least 12"],
    [{ ...other, ADMIN_PASSWORD: "gian-nha-mai-do-57" }, "too easy to guess"],
    [other, "ADMIN_PASSWORD"],
    [{ ...other, ADMIN_EMAIL: "nobody" }, "ADMIN_EMAIL"],
  ] as const) {
    const { code, said } = await run(env);
    expect([
      code,
      said
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("npm warn")).length,
    ]).toEqual([1, 1]);
    expect(said).toContain(sentence);
  }
});
