import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Catalogue, versionOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { nextCodes } from "#app/platform/codes.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { columnsOf, originsOf, type ResultColumns } from "../internal/columns.server.ts";
import { foundRows, type Known } from "../internal/imports/known.server.ts";
import { insertDrafts, updateDrafts } from "../internal/imports/write.server.ts";
import { writeRows } from "../internal/rows.server.ts";
import { mayImport } from "../result.policy.ts";
import { changesOf } from "./given.ts";
import { type ImportPlan, isReady, type PlannedRow, type RowFate, type RowFault } from "./import.ts";
import { CSV_COLUMNS, columnOf, JSON_MEMBERS, type ReadRow, readRow } from "./row.ts";
import { type RawTable, readTable, type TableRefusal } from "./table.ts";

export type ImportRefusal = TableRefusal | "NOT_YOUR_ORGANISATION" | "NO_CATALOGUE";

type Row = PlannedRow & { read: ReadRow; columns: ResultColumns; sha256: string; known: Known | null };

/**
 * Reads a file of results of one body (CSV, JSON or JSON Lines, at most 1 000) and says of each row what becomes of it: a
 * new draft, a change of a draft that it made, nothing where it says the same as before, or what is wrong with it. With
 * `apply` that is done, all of it or, where anything is wrong, nothing. A row is known by its key, or else by its code; a
 * draft that was changed by hand since, and what is no draft any more, is never written over. Refuses
 * NOT_YOUR_ORGANISATION at `organisationId`, NO_CATALOGUE, and what `readTable` refuses at `text`. Source: docs/domain.md,
 * "Import of results".
 */
export async function importResults(
  actor: Actor,
  input: { organisationId: string; text: string; apply: boolean },
  at = new Date(),
): Promise<Outcome<ImportPlan & { applied: boolean }, ImportRefusal>> {
  const { organisationId, text, apply } = input;
  if (!isUuid(organisationId) || !mayImport(actor, organisationId))
    return refuse("NOT_YOUR_ORGANISATION", { field: "organisationId" });
  const table = readTable(text);
  if (!table.ok) return { ...table, field: "text" };
  const catalogue = await loadCatalogue();
  const edition = versionOn(catalogue, dayInVietnam(at));
  if (!edition) return refuse("NO_CATALOGUE");
  const { kind, columns: names } = table.value;
  const taken = new Set(kind === "CSV" ? CSV_COLUMNS : JSON_MEMBERS);
  const reads = table.value.rows.map((raw) => ({ raw, read: readRow(raw.values, kind) }));
  return inTransaction<ImportPlan & { applied: boolean }, ImportRefusal>(async (tx) => {
    // one import of a body at a time, so that no key is made twice
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`ba-nha results of ${organisationId}`}))`;
    const found = await foundRows(
      tx,
      organisationId,
      reads.map(({ read }) => read),
    );
    const origins = await originsOf(
      tx,
      reads.flatMap(({ read }) => read.parts),
    );
    const seen = new Set<string>();
    const named = new Set<string>();
    const rows: Row[] = [];
    for (const { raw, read } of reads) {
      const known = found.byKey.get(read.key) ?? found.byCode.get(read.code) ?? null;
      const under = { catalogueVersion: known?.catalogueVersion ?? edition.code };
      const columns = columnsOfRow({ read, kind }, under, catalogue, origins);
      const faults = [...read.faults, ...columns.faults];
      if (raw.isRagged) faults.push(fault("", "results:import.fault.RAGGED"));
      if (seen.has(read.key)) faults.push(fault("key", "results:import.fault.KEY_TWICE"));
      else if (known && named.has(known.id)) faults.push(fault("code", "results:import.fault.RESULT_TWICE"));
      seen.add(read.key);
      if (known) named.add(known.id);
      const digest = sha256(canonicalJson({ parts: read.parts, given: [...read.given].toSorted() }));
      const fate = fateOf(read, { known, digest, hostName: found.hostName, organisationId }, faults);
      const { key, title } = read;
      const shown = { line: raw.line, key, title, fate, code: known?.code ?? null, faults };
      rows.push({ ...shown, read, columns: columns.value, sha256: digest, known });
    }
    const plan = planOf(
      rows,
      names.filter((name) => !taken.has(name)),
    );
    if (!apply || !isReady(plan)) return done({ ...plan, applied: false });
    await write(tx, rows, { actor, organisationId, catalogueVersion: edition.code, at });
    return done({ ...planOf(rows, plan.untaken), applied: true });
  });
}

function fault(column: string, say: string): RowFault {
  return { column, say, params: {} };
}

type Told = { known: Known | null; digest: string; hostName: string; organisationId: string };

/** What becomes of a row; what is wrong with it is added to its faults. */
function fateOf(read: ReadRow, { known, digest, hostName, organisationId }: Told, faults: RowFault[]): RowFate {
  if (known?.isSaid(read, digest)) return "SAME";
  if (known && known.hostOrganisationId !== organisationId)
    faults.push(fault("code", "results:import.fault.OTHER_HOST"));
  else if (known && !known.isDraft) faults.push(fault("key", "results:import.fault.STANDS"));
  else if (known && !known.isAsImported) faults.push(fault("key", "results:import.fault.BY_HAND"));
  else if (!known && read.host !== "" && read.host !== hostName)
    faults.push(fault("host", "results:import.fault.OTHER_HOST"));
  if (faults.length > 0) return "WRONG";
  return known ? "CHANGED" : "NEW";
}

function columnsOfRow(
  { read, kind }: { read: ReadRow; kind: RawTable["kind"] },
  edition: { catalogueVersion: string },
  catalogue: Catalogue,
  origins: ReadonlyMap<string, string>,
): { value: ResultColumns; faults: RowFault[] } {
  let value: ResultColumns = {};
  const faults: RowFault[] = [];
  for (const part of read.parts) {
    const columns = columnsOf(edition, part, catalogue, origins);
    if (columns.ok) value = { ...value, ...columns.value };
    else faults.push(fault(columnOf([columns.field ?? ""], kind), `refusals:${columns.code}`));
  }
  return { value, faults };
}

function planOf(rows: readonly Row[], untaken: string[]): ImportPlan {
  const counts: Record<RowFate, number> = { NEW: 0, CHANGED: 0, SAME: 0, WRONG: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  const shown = rows.map(({ line, key, title, fate, code, faults }) => ({ line, key, title, fate, code, faults }));
  return { rows: shown, counts, untaken };
}

type Import = { actor: Actor; organisationId: string; catalogueVersion: string; at: Date };

/** Writes the new and the changed drafts; few statements, however many rows. New rows get their codes. */
async function write(
  tx: Tx,
  rows: readonly Row[],
  { actor, organisationId, catalogueVersion, at }: Import,
): Promise<void> {
  const fresh = rows.filter(({ fate }) => fate === "NEW");
  const codes = fresh.length > 0 ? await nextCodes(tx, "KQ", fresh.length, Number(dayInVietnam(at).slice(0, 4))) : [];
  const made = fresh.map((row, index) => {
    row.code = codes[index] ?? null;
    return { row, id: randomUUID(), code: codes[index] ?? "" };
  });
  await insertDrafts(tx, made, { organisationId, personId: actor.personId, catalogueVersion, at });
  const changed = rows.flatMap((row) =>
    row.fate === "CHANGED" && row.known
      ? [{ row, id: row.known.id, changes: changesOf(row.columns, row.read.given) }]
      : [],
  );
  await updateDrafts(tx, changed, { personId: actor.personId, at });
  await writeRows(
    tx,
    [...made, ...changed].flatMap(({ row, id }) => row.read.parts.map((part) => ({ resultId: id, part }))),
  );
}
