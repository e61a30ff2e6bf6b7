import { asAdmin } from "#prisma/embedded/roles.ts";

/**
 * Fills the record up to `size` sealed entries: entries, leaves, every node and a head, as the sealer would leave them.
 * Written as the cluster's administrator with the triggers silent; the head's note is signed by nobody.
 */
export async function fillRecord(adminUrl: string, size: number): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      "TRUNCATE record_unsealed, record_leaf, record_node, record_head, record_entry RESTART IDENTITY CASCADE",
    );
    await client.query(ENTRIES, [size]);
    await client.query("INSERT INTO record_leaf (leaf_index, entry_id) SELECT id - 1, id FROM record_entry");
    await client.query(
      "INSERT INTO record_node (place, hash) SELECT 2 * (e.id - 1), record_leaf_hash(e) FROM record_entry e ORDER BY e.id",
    );
    for (let width = 2; width <= size; width *= 2) await client.query(LEVEL, [width, size]);
    await client.query(
      "INSERT INTO record_head (size, root, at, key_id, note) VALUES ($1, record_root($1), now(), 'bench', 'bench')",
      [size],
    );
    await client.query("VACUUM ANALYZE record_entry, record_leaf, record_node, record_head");
  });
}

const ENTRIES = `
  INSERT INTO record_entry (kind, subject_type, subject_code, actor_post, payload, sha256)
  SELECT 'initiative.submitted', 'INITIATIVE', code, 'PROPOSER', payload, encode(sha256(convert_to(payload, 'UTF8')), 'hex')
  FROM generate_series(1, $1::int) AS n, LATERAL (SELECT 'SK-2026-' || lpad(n::text, 7, '0') AS code) AS c,
    LATERAL (SELECT '{"kind":"initiative.submitted","sha256":"' || encode(sha256(code::bytea), 'hex') || '","state":"SUBMITTED","subject":"'
      || code || '","track":"ORDINARY","version":1}' AS payload) AS p`;

const LEVEL = `
  INSERT INTO record_node (place, hash)
  SELECT n.place, sha256('\\x01'::bytea || l.hash || r.hash)
  FROM generate_series(0, $2::bigint - $1::bigint, $1::bigint) AS s (start),
    LATERAL (SELECT 2 * s.start + $1::bigint - 1 AS place) AS n
    JOIN record_node l ON l.place = n.place - $1::bigint / 2 JOIN record_node r ON r.place = n.place + $1::bigint / 2`;
