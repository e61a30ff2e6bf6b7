import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { sealRecord } from "#app/domain/record/seal.server.ts";
import { environment, setEnvironment } from "#app/platform/environment.server.ts";
import { db } from "#prisma/client.server.ts";

let folder: string;

/** Gives each test of a file a folder of signing keys of its own. Call it after `withTestDatabase`. */
export function withRecordKeys(): void {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ba-nha-keys-"));
  });
  beforeEach(loseKeys);
  afterAll(() => rm(folder, { recursive: true }));
}

/** The portal has none of the keys it signed with. */
export async function loseKeys(): Promise<void> {
  setEnvironment({ ...environment(), recordKeys: await mkdtemp(path.join(folder, "keys-")) });
}

/** Writes entries as commands do: each in a transaction of its own. */
export async function writeEntries(many: number, post = "CLOCK"): Promise<void> {
  for (let n = 0; n < many; n += 1) {
    const subject = { type: "INITIATIVE", code: `SK-2026-${String(n).padStart(4, "0")}` } as const;
    const actor = { organisationId: null, post };
    await db().$transaction((tx) => appendEntry(tx, { kind: "initiative.submitted", subject, actor, payload: { n } }));
  }
}

export async function sealAll(): Promise<void> {
  while ((await sealRecord()).more);
}
