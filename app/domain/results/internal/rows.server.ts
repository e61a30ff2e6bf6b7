import type { Tx } from "#prisma/client.server.ts";
import type { PartInput, ResultPart } from "../result.schema.ts";
import { asDate, whereOf } from "./dated.ts";
import { writeRecognition, writeRights, writeTitles } from "./profile-rows.server.ts";

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
  const recognition: Filled<"recognition">[] = [];
  for (const { resultId, part } of parts) {
    if (part.part === "readiness") readiness.push({ resultId, values: part.values });
    if (part.part === "authors") authors.push({ resultId, values: part.values });
    if (part.part === "rights") rights.push({ resultId, values: part.values });
    if (part.part === "exploitation") acts.push({ resultId, values: part.values });
    if (part.part === "funding") funding.push({ resultId, values: part.values });
    if (part.part === "recognition") recognition.push({ resultId, values: part.values });
    if (part.part === "files") await writeTitles(tx, { resultId, values: part.values });
  }
  await writeReadiness(tx, readiness);
  await writeAuthors(tx, authors);
  await writeRights(tx, rights);
  await writeActs(tx, acts);
  await writeFunding(tx, funding);
  await writeRecognition(tx, recognition);
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
