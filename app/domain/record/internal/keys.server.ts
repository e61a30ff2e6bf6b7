import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmod, mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { environment } from "#app/platform/environment.server.ts";
import { pool } from "#prisma/client.server.ts";
import { type PublicKey, publicKeyOf, readVkey } from "./note.server.ts";

export const KEY_KIND = "record.key";

/** A key that the record names: the entry that brought it in, and its leaf once that is sealed. */
export type RecordKey = PublicKey & {
  publicKey: string;
  entryNo: bigint;
  leafIndex: bigint | null;
  at: Date;
  former: string | null;
  endorsement: string | null;
};

type Row = { id: bigint; at: Date; payload: string; leaf_index: bigint | null };

/** Every key of the record, the newest last. One statement. */
export async function readKeys(): Promise<RecordKey[]> {
  const { rows } = await pool().query<Row>(
    `SELECT e.id, e.at, e.payload, f.leaf_index FROM record_entry e LEFT JOIN record_leaf f ON f.entry_id = e.id
     WHERE e.subject_type = 'RECORD' AND e.kind = $1 ORDER BY e.id`,
    [KEY_KIND],
  );
  return rows.map(({ id, at, payload, leaf_index }) => {
    const { key, former, endorsement } = JSON.parse(payload);
    return { ...readVkey(key), entryNo: id, leafIndex: leaf_index, at, former, endorsement };
  });
}

/** The private half of a key, from the folder of keys; null where it is not there. */
export async function readPrivateKey({ id }: PublicKey): Promise<KeyObject | null> {
  const pem = await readFile(fileOf(id), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return pem === null ? null : createPrivateKey(pem);
}

/** Makes a key of this portal and keeps it in the folder of keys, safely on the disk before it is used. */
export async function makeKey(): Promise<PublicKey> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = publicKeyOf(`${new URL(environment().baseUrl).host}/record`, createPublicKey(privateKey));
  await mkdir(environment().recordKeys, { recursive: true, mode: 0o700 });
  const file = await open(fileOf(key.id), "wx", 0o400);
  try {
    await file.writeFile(privateKey.export({ format: "pem", type: "pkcs8" }));
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(fileOf(key.id), 0o400);
  return key;
}

function fileOf(id: string): string {
  return path.join(environment().recordKeys, `${id}.pem`);
}
