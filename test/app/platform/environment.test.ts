import { describe, expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "#app/platform/environment.server.ts";

const PRODUCTION = {
  NODE_ENV: "production",
  BASE_URL: "https://banha.example.vn",
  DATABASE_URL: "postgresql://app:k9Qs2mZx@db/ba_nha",
};

test("an empty environment is a portal on this machine, with everything of its own", () => {
  expect(readEnvironment({})).toMatchObject({
    production: false,
    port: 3000,
    baseUrl: "http://localhost:3000",
    databaseUrl: null,
    meilisearch: null,
    smtpUrl: null,
    trustedProxies: [],
    workerInside: true,
    demo: true,
  });
});

test("an empty value counts as none, a slash at the end of the address goes", () => {
  const environment = readEnvironment({ SMTP_URL: "", BASE_URL: "http://127.0.0.1:8080/" });
  expect(environment).toMatchObject({ smtpUrl: null, baseUrl: "http://127.0.0.1:8080" });
});

test("trusted proxies are addresses and ranges", () => {
  expect(readEnvironment({ TRUSTED_PROXIES: "10.0.0.0/8, ::1" }).trustedProxies).toEqual(["10.0.0.0/8", "::1"]);
});

describe("a wrong value is refused with one sentence that names the variable", () => {
  test.each([
    ["PORT", "three thousand"],
    ["PORT", "70000"],
    ["BASE_URL", "banha.example.vn"],
    ["DATABASE_URL", "mysql://root@db/x"],
    ["DATABASE_OWNER_URL", "nonsense"],
    ["MEILISEARCH_URL", "ftp://search"],
    ["SMTP_URL", "http://mail"],
    ["WORKER", "elsewhere"],
    ["DEMO", "maybe"],
    ["NODE_ENV", "staging"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, the balancer"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
  ])("%s=%s", (name, value) => {
    expect(sentenceOf({ [name]: value })).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
  });
});

describe("production", () => {
  test("is content with an address and a database", () => {
    expect(readEnvironment(PRODUCTION)).toMatchObject({ production: true, demo: false });
  });

  test("never has the demonstration, whatever is asked", () => {
    expect(readEnvironment({ ...PRODUCTION, DEMO: "on" }).demo).toBe(false);
  });

  test.each([
    ["BASE_URL", { BASE_URL: "" }],
    ["DATABASE_URL", { DATABASE_URL: "postgresql://app:change-me@db/ba_nha" }],
    ["DATABASE_OWNER_URL", { DATABASE_OWNER_URL: "postgresql://owner:password@db/ba_nha" }],
    ["MEILISEARCH_KEY", { MEILISEARCH_URL: "http://search:7700" }],
    ["MEILISEARCH_KEY", { MEILISEARCH_URL: "http://search:7700", MEILISEARCH_KEY: "example-key" }],
  ])("refuses a missing or an example %s", (name, change) => {
    expect(sentenceOf({ ...PRODUCTION, ...change })).toMatch(new RegExp(`^${name} `));
  });
});

function sentenceOf(source: Record<string, string>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
  }
  return "accepted";
}
