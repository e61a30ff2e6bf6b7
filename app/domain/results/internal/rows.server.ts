import type { Tx } from "#prisma/client.server.ts";
import type { PartInput, ResultPart } from "../result.schema.ts";

export type PartOf = { resultId: string; part: PartInput };
type Filled<Part extends ResultPart> = { resultId: string; values: Extract<PartInput, { part: Part }>["values"] };

/**
 * Puts the rows of these parts in the place of those that stood there, however many results they are of: two statements a
 * kind of part. Parts without rows are left alone.
 */
export async function writeRows(tx: Tx, parts: readonly PartOf[]): Promise<void> {
  const readiness: Filled<"readiness">[] = [];
  const authors: Filled<"authors">[] = [];
  const rights: Filled<"rights">[] = [];
  const acts: Filled<"exploitation">[] = [];
  const funding: Filled<"funding">[] = [];
  for (const { resultId, part } of parts) {
    if (part.part === "readiness") readiness.push({ resultId, values: part.values });
    if (part.part === "authors") authors.push({ resultId, values: part.values });
    if (part.part === "rights") rights.push({ resultId, values: part.values });
    if (part.part === "exploitation") acts.push({ resultId, values: part.values });
    if (part.part === "funding") funding.push({ resultId, values: part.values });
    if (part.part === "files") await writeTitles(tx, { resultId, values: part.values });
  }
  await writeReadiness(tx, readiness);
  await writeAuthors(tx, authors);
  await writeRights(tx, rights);
  await writeActs(tx, acts);
  await writeFunding(tx, funding);
}

function whereOf(parts: readonly { resultId: string }[]) {
  return { where: { resultId: { in: parts.map(({ resultId }) => resultId) } } };
}

async function writeReadiness(tx: Tx, parts: readonly Filled<"readiness">[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.readinessObservation.deleteMany(whereOf(parts));
  await tx.readinessObservation.createMany({
    data: parts.flatMap(({ resultId, values }) =>
      values.readiness.map(({ level, onDate, evidence }) => ({ resultId, level, onDate: asDate(onDate), evidence })),
    ),
  });
}

async function writeAuthors(tx: Tx, parts: readonly Filled<"authors">[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.resultAuthor.deleteMany(whereOf(parts));
  await tx.resultAuthor.createMany({
    data: parts.flatMap(({ resultId, values }) =>
      values.authors.map(({ name, affiliation, contribution }, index) => ({
        resultId,
        position: index + 1,
        name,
        affiliation,
        contributionPpm: contribution,
      })),
    ),
  });
}

async function writeRights(tx: Tx, parts: readonly Filled<"rights">[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.ipRight.deleteMany(whereOf(parts));
  await tx.ipRight.createMany({
    data: parts.flatMap(({ resultId, values }) =>
      values.rights.map(({ filedOn, grantedOn, disclosedOn, ...right }) => ({
        resultId,
        ...right,
        filedOn: asDateOrNull(filedOn),
        grantedOn: asDateOrNull(grantedOn),
        disclosedBeforeFilingOn: asDateOrNull(disclosedOn),
      })),
    ),
  });
}

async function writeActs(tx: Tx, parts: readonly Filled<"exploitation">[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.exploitationAct.deleteMany(whereOf(parts));
  await tx.exploitationAct.createMany({
    data: parts.flatMap(({ resultId, values }) =>
      values.acts.map(({ onDate, revenue, ...act }) => ({
        resultId,
        ...act,
        onDate: asDate(onDate),
        revenueVnd: revenue,
      })),
    ),
  });
}

async function writeFunding(tx: Tx, parts: readonly Filled<"funding">[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.resultFunding.deleteMany(whereOf(parts));
  await tx.resultFunding.createMany({
    data: parts.flatMap(({ resultId, values }) =>
      values.funding.map(({ source, amount }) => ({ resultId, source, amountVnd: amount })),
    ),
  });
}

/** Titles of the files that are there; those that were ticked go. */
async function writeTitles(tx: Tx, { resultId, values }: Filled<"files">): Promise<void> {
  const gone = values.files.filter(({ drop }) => drop).map(({ id }) => id);
  if (gone.length > 0) await tx.resultFile.deleteMany({ where: { resultId, id: { in: gone } } });
  const told = JSON.stringify(values.files.map(({ id, title }) => ({ id, title })));
  await tx.$executeRaw`
    UPDATE result_file f SET title = x.title FROM jsonb_to_recordset(${told}::jsonb) AS x (id uuid, title text)
    WHERE f.id = x.id AND f.result_id = ${resultId}::uuid AND f.title <> x.title`;
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function asDateOrNull(day: string | null): Date | null {
  return day === null ? null : asDate(day);
}
