// npm run db:diff -- name: writes the migration that leads from the snapshot to the schema files as they are now
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { readSchema, sqlBetween } from "#prisma/migrations-runner/difference.ts";
import { runCommand } from "./connections.ts";

const snapshotFile = "prisma/migrations/snapshot.prisma";

await runCommand(async (connections) => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z0-9_]{3,60}$/.test(name)) {
    throw new Error("Name the migration in small letters, digits and underscores: npm run db:diff -- add_agreements");
  }
  const before = await readFile(snapshotFile, "utf8").catch(() => "");
  const now = await readSchema("prisma/schema");
  const sql = await sqlBetween(before, now, connections.ownerUrl);
  if (sql.trim() === "" || sql.includes("-- This is an empty migration.")) {
    await writeFile(snapshotFile, now);
    console.log("The schema says what the migrations say: no migration is needed.");
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = `prisma/migrations/${stamp}_${name}`;
  await mkdir(folder);
  await writeFile(`${folder}/migration.sql`, sql);
  await writeFile(snapshotFile, now);
  console.log(`Wrote ${folder}/migration.sql; add triggers, grants and constraints by hand before it is applied.`);
});
