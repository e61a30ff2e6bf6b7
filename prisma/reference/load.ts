import pg from "pg";
import { type Reference, readReference } from "./read.ts";
import { rowsOf, type TableRows } from "./rows.ts";

/**
 * Loads the reference data into the migrated database of `ownerUrl`, in one transaction and repeatably: a second run
 * changes nothing. Rows are added or brought up to date and never removed, so that a code or a dated figure that left
 * the files stays known; calendar days alone follow their file exactly. Answers one line per table for the terminal.
 */
export async function loadReference(ownerUrl: string): Promise<string[]> {
  const reference = await readReference();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    // Two processes that start at once load one after the other.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('ba-nha reference'))");
    const lines = await write(client, reference);
    await client.query("COMMIT");
    return lines;
  } finally {
    await client.end();
  }
}

async function write(client: pg.Client, reference: Reference): Promise<string[]> {
  const lines: string[] = [];
  const today = new Date().toISOString().slice(0, 10);
  for (const table of rowsOf(reference, today)) {
    const changed = await upsert(client, table);
    lines.push(`${table.table}: ${table.rows.length} rows, ${changed} changed`);
  }
  await forgetStrayDays(client, reference);
  return lines;
}

/** Writes what differs and answers how many rows that were. Table and column names come from the code, never from data. */
async function upsert(client: pg.Client, { table, key, rows }: TableRows): Promise<number> {
  const name = (text: string) => client.escapeIdentifier(text);
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return 0;
  const list = columns.map(name).join(", ");
  const excluded = columns.map((column) => `excluded.${name(column)}`).join(", ");
  const { rowCount } = await client.query(
    `INSERT INTO ${name(table)} AS held (${list})
     SELECT ${list} FROM jsonb_populate_recordset(NULL::${name(table)}, $1)
     ON CONFLICT (${key.map(name).join(", ")}) DO UPDATE SET (${list}) = ROW (${excluded})
     WHERE (${columns.map((column) => `held.${name(column)}`).join(", ")}) IS DISTINCT FROM (${excluded})`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

/** A provisional day that the yearly notice did not confirm is no day off: it leaves with its line in the file. */
async function forgetStrayDays(client: pg.Client, { workingYears }: Reference): Promise<void> {
  const listed = workingYears.flatMap((year) => [
    ...year.daysOff.map((day) => day.on),
    ...year.workedWeekendDays.map((day) => day.on),
  ]);
  await client.query(
    "DELETE FROM calendar_day WHERE on_date <> ALL ($1::date[]) AND extract(year FROM on_date) = ANY ($2::int[])",
    [listed, workingYears.map((year) => year.year)],
  );
}
