import type { PoolClient } from "pg";
import { pool } from "#prisma/client.server.ts";
import { grow, leafHash, type Node } from "./internal/hashes.server.ts";
import { KEY_KIND, readKeys, readPrivateKey } from "./internal/keys.server.ts";
import { signHead } from "./internal/note.server.ts";
import { factsOf, SEALED_COLUMNS, type SealedRow } from "./internal/rows.ts";
import { fullParts, placeOf } from "./internal/tree.ts";
import { leafText } from "./leaf.ts";
import { putKey } from "./put-key.server.ts";

const BATCH = 1_000;

type Tree = { size: number; edge: Buffer[]; sealedAt: Date };

/**
 * Gives the entries that are committed and have none yet their places in the tree, in the order of their numbers, and
 * signs the head over all: in one transaction, so that no place is ever told without a head. An entry that commits late
 * gets a later place. One sealer at a time; writers wait for nobody. Answers how many it sealed and whether more wait.
 */
export async function sealRecord(batch = BATCH): Promise<{ sealed: number; more: boolean }> {
  if (!(await isAnyWaiting())) return { sealed: 0, more: false };
  if ((await readKeys()).length === 0) await putKey(new Date(), { isFirst: true });
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const sealed = (await isMyTurn(client)) ? await sealNext(client, batch) : 0;
    await client.query("COMMIT");
    return { sealed, more: sealed > 0 };
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw broken;
  } finally {
    // A connection whose transaction ended in an error is thrown away, and what it held is free again.
    client.release(broken);
  }
}

async function isAnyWaiting(): Promise<boolean> {
  const { rows } = await pool().query("SELECT FROM record_unsealed LIMIT 1");
  return rows.length > 0;
}

async function isMyTurn(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtext('ba-nha record seal')) AS mine",
  );
  return rows[0]?.mine === true;
}

async function sealNext(client: PoolClient, batch: number): Promise<number> {
  const sealedKey = (await readKeys()).findLast((one) => one.leafIndex !== null);
  const formerKey = sealedKey ? await readPrivateKey(sealedKey) : null;
  // Without a key in the tree that can sign, a new key comes first and alone: the first leaf of all is always one.
  const entries = await readWaiting(client, batch, formerKey === null);
  // A key may have come between both reads: what signs is told by the entries that are about to be sealed.
  const newKey = entries.some(({ kind }) => kind === KEY_KIND)
    ? (await readKeys()).findLast((one) => entries.some(({ id }) => id === one.entryNo))
    : undefined;
  const key = newKey ?? sealedKey;
  if (entries.length === 0 && (formerKey || !key)) return 0;
  const privateKey = newKey ? await readPrivateKey(newKey) : formerKey;
  if (!key || !privateKey) {
    throw new Error(`The key ${key?.id} of the record is not in RECORD_KEYS: npm run record:key puts another on it.`);
  }
  const tree = await readTree(client);
  const { nodes, root } = grow(
    tree.size,
    tree.edge,
    entries.map((entry) => leafHash(leafText(factsOf(entry)))),
  );
  const ids = entries.map(({ id }) => id);
  await client.query(
    `INSERT INTO record_leaf (leaf_index, entry_id)
     SELECT $1::bigint + given.place - 1, given.id FROM unnest($2::bigint[]) WITH ORDINALITY AS given (id, place)`,
    [tree.size, ids],
  );
  await insertNodes(client, nodes);
  const size = tree.size + entries.length;
  const at = new Date(Math.max(Date.now(), tree.sealedAt.getTime()));
  await client.query("INSERT INTO record_head (size, root, at, key_id, note) VALUES ($1, $2, $3, $4, $5)", [
    ...[size, root, at, key.id],
    signHead({ size, root, at }, key, privateKey),
  ]);
  await client.query("DELETE FROM record_unsealed WHERE entry_id = ANY($1::bigint[])", [ids]);
  return entries.length;
}

async function readWaiting(client: PoolClient, batch: number, keysAlone: boolean): Promise<SealedRow[]> {
  const { rows } = await client.query<SealedRow>(
    `SELECT ${SEALED_COLUMNS}
     FROM record_unsealed u JOIN record_entry e ON e.id = u.entry_id WHERE NOT $2 OR e.kind = $3
     ORDER BY u.entry_id LIMIT $1`,
    [batch, keysAlone, KEY_KIND],
  );
  return rows;
}

/** The tree as it stands: its size and the hashes at its right edge. */
async function readTree(client: PoolClient): Promise<Tree> {
  const { rows } = await client.query<{ size: bigint; at: Date }>(
    "SELECT size, at FROM record_head ORDER BY size DESC LIMIT 1",
  );
  const size = Number(rows[0]?.size ?? 0);
  const places = fullParts({ start: 0, end: size }).map(placeOf);
  const { rows: edge } = await client.query<{ hash: Buffer }>(
    `SELECT n.hash FROM unnest($1::bigint[]) WITH ORDINALITY AS part (place, turn) JOIN record_node n USING (place)
     ORDER BY part.turn`,
    [places],
  );
  return { size, edge: edge.map(({ hash }) => hash), sealedAt: rows[0]?.at ?? new Date(0) };
}

function insertNodes(client: PoolClient, nodes: readonly Node[]): Promise<unknown> {
  return client.query("INSERT INTO record_node (place, hash) SELECT * FROM unnest($1::bigint[], $2::bytea[])", [
    nodes.map(({ place }) => place),
    nodes.map(({ hash }) => hash),
  ]);
}
