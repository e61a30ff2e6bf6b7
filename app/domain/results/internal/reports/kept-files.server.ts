import type { StoredUpload } from "#app/platform/files/files.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Attached } from "../../reports/report.schema.ts";

type Kept = Pick<StoredUpload, "sha256" | "sizeBytes" | "name"> & { mediaType: string };
type Holder = { resultId: string; personId: string };

/** The documents that come with a report, each once; null where one that is named by its hash is held no more. */
export async function filesToKeep(tx: Tx, holder: Holder, attached: Attached | undefined): Promise<Kept[] | null> {
  const wanted = new Map((attached?.files ?? []).map((file) => [file.sha256, file]));
  if (wanted.size === 0) return [];
  const held = await tx.resultReportHold.findMany({ where: { ...holder, sha256: { in: [...wanted.keys()] } } });
  const files = [...wanted.values()].map((file) =>
    "name" in file ? file : held.find(({ sha256 }) => sha256 === file.sha256),
  );
  return files.some((file) => file === undefined) ? null : files.flatMap((file) => file ?? []);
}

/** Keeps the documents of a report that was just written, and holds none of them any longer. */
export async function keepFiles(
  tx: Tx,
  holder: Holder & { reportId: string; at: Date },
  { files, isPublic }: { files: readonly Kept[]; isPublic: boolean },
): Promise<void> {
  if (files.length === 0) return;
  const { reportId, at, resultId, personId } = holder;
  await tx.storedFile.createMany({
    data: files.map(({ sha256, sizeBytes, mediaType }) => ({ sha256, sizeBytes, mediaType, createdAt: at })),
    skipDuplicates: true,
  });
  await tx.resultReportFile.createMany({
    data: files.map(({ sha256, name }) => ({ reportId, sha256, name, isPublic })),
  });
  await tx.resultReportHold.deleteMany({
    where: { resultId, personId, sha256: { in: files.map(({ sha256 }) => sha256) } },
  });
}
