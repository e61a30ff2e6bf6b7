import { readdirSync, readFileSync } from "node:fs";

const MIGRATIONS = new URL("../../prisma/migrations/", import.meta.url);

/** The pairs "FROM>TO" that the migrations allow one state machine in the database, sorted. */
export function databasePairs(machine: string): string[] {
  const sql = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(new URL(`${entry.name}/migration.sql`, MIGRATIONS), "utf8"))
    .join("\n");
  const rows = sql.matchAll(new RegExp(`\\('${machine}', '([A-Z_]+)', '([A-Z_]+)'\\)`, "g"));
  return [...rows].map(([, from, to]) => `${from}>${to}`).sort();
}

/** The pairs of a table in code, each once, without the step that creates the subject. */
export function tablePairs(steps: readonly { from: string | null; to: string }[]): string[] {
  return [...new Set(steps.filter((step) => step.from !== null).map((step) => `${step.from}>${step.to}`))].sort();
}
