import type { Tx } from "#prisma/client.server.ts";
import { type RightOwner, standingOf } from "../profile/right.ts";
import type { PartInput, ResultPart } from "../result.schema.ts";
import { asDate, asDateOrNull, whereOf } from "./dated.ts";

type Filled<Part extends ResultPart> = { resultId: string; values: Extract<PartInput, { part: Part }>["values"] };

/** Rights with their owners and events; status and days follow from the events. Three statements, however many results. */
export async function writeRights(tx: Tx, parts: readonly Filled<"rights">[]): Promise<void> {
  if (parts.length === 0) return;
  const rights = parts.flatMap(({ resultId, values }) => values.rights.map((right) => ({ resultId, ...right })));
  const known = await bodiesNamed(
    tx,
    rights.flatMap(({ owners }) => owners),
  );
  await tx.ipRight.deleteMany(whereOf(parts));
  await tx.ipRight.createMany({
    data: rights.map(({ disclosedOn, expiresOn, owners, events, ...right }) => {
      const { status, filedOn, grantedOn } = standingOf(events);
      return {
        ...right,
        ...{ status, events, filedOn: asDateOrNull(filedOn), grantedOn: asDateOrNull(grantedOn) },
        disclosedBeforeFilingOn: asDateOrNull(disclosedOn),
        expiresOn: asDateOrNull(expiresOn),
        owners: owners.map(known),
      };
    }),
  });
}

type TypedOwner = Pick<RightOwner, "name" | "ppm">;

/** Tells of each owner the verified body that has its name; none where two have it. One statement. */
export async function bodiesNamed(tx: Tx, owners: readonly TypedOwner[]): Promise<(owner: TypedOwner) => RightOwner> {
  const known = await knownBodies(
    tx,
    owners.map(({ name }) => name),
  );
  return ({ name, ppm }) => ({ name, ppm, organisationId: known.get(name.toLowerCase()) ?? null });
}

/** Verified bodies by their names in small letters. */
async function knownBodies(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ name: string; id: string }[]>`
    SELECT n.name, min(o.id::text) AS id
    FROM unnest(${names.map((name) => name.toLowerCase())}::text[]) AS n (name)
      JOIN organisation o ON o.verified_at IS NOT NULL
        AND n.name IN (lower(o.name_vi), lower(o.name_en), lower(o.name_fr))
    GROUP BY n.name HAVING count(DISTINCT o.id) = 1`;
  return new Map(rows.map(({ name, id }) => [name, id]));
}

export async function writeRecognition(tx: Tx, parts: readonly Filled<"recognition">[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.resultRecognition.deleteMany(whereOf(parts));
  await tx.resultRecognition.createMany({
    data: parts.flatMap(({ resultId, values }) =>
      values.recognition.map(({ onDate, ...row }, index) => ({
        resultId,
        position: index + 1,
        ...row,
        onDate: asDate(onDate),
      })),
    ),
  });
}

/** Titles of the files that are there; those that were ticked go. */
export async function writeTitles(tx: Tx, { resultId, values }: Filled<"files">): Promise<void> {
  const gone = values.files.filter(({ drop }) => drop).map(({ id }) => id);
  if (gone.length > 0) await tx.resultFile.deleteMany({ where: { resultId, id: { in: gone } } });
  const told = JSON.stringify(values.files.map(({ id, title }) => ({ id, title })));
  await tx.$executeRaw`
    UPDATE result_file f SET title = x.title FROM jsonb_to_recordset(${told}::jsonb) AS x (id uuid, title text)
    WHERE f.id = x.id AND f.result_id = ${resultId}::uuid AND f.title <> x.title`;
}
