import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = "build/client";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" });

/** Words that only the server's code holds. */
const ofTheServer = [
  "PrismaClient",
  "DATABASE_URL",
  "postgresql://",
  "node:fs",
  "node:crypto",
  "pg_advisory",
  "AsyncLocalStorage",
  "argon2",
  "INSERT INTO",
  "SELECT ",
];

test.each(ofTheServer)("no browser is sent a file that holds %s", (word) => {
  const holding = files.filter(
    (file) => file.endsWith(".js") && readFileSync(path.join(folder, file), "utf8").includes(word),
  );
  expect(holding).toEqual([]);
});

test("no browser is sent the name of a table", () => {
  const schema = readdirSync("prisma/schema").map((file) => readFileSync(path.join("prisma/schema", file), "utf8"));
  const tables = schema.flatMap((text) => [...text.matchAll(/@@map\("(\w+_\w+)"\)/g)].map((match) => match[1] ?? ""));
  expect(tables).toContain("record_entry");
  const scripts = files.filter((file) => file.endsWith(".js"));
  const sent = scripts.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
  expect(tables.filter((table) => sent.includes(table))).toEqual([]);
});

test("no browser is sent a source map", () => {
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
});
