import { asAdmin } from "#prisma/embedded/roles.ts";

/** A ledger of many partnerships, each with one agreement that its parties amended again and again. */
export type LedgerSize = { partnerships: number; amendments: number; parties: number };

/**
 * Fills the ledger as the commands would leave it: each amendment supersedes the open schedule of each dimension and
 * records its past part and its successor. Written as the cluster's administrator with the triggers silent; gives the
 * code of a partnership in the middle and a day in its tenth month.
 */
export async function fillLedger(adminUrl: string, size: LedgerSize): Promise<{ code: string; asOf: string }> {
  return asAdmin(adminUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(ORGANISATIONS, [size.parties * 10]);
    await client.query(PARTNERSHIPS, [size.partnerships]);
    await client.query(MEMBERS, [size.parties]);
    await client.query(AGREEMENTS);
    await client.query(SCHEDULES, [size.amendments]);
    await client.query(LINES, [size.parties]);
    await client.query("VACUUM ANALYZE");
    return { code: `DA-2026-${String(Math.ceil(size.partnerships / 2)).padStart(4, "0")}`, asOf: "2021-10-20" };
  });
}

const ORGANISATIONS = `
  INSERT INTO organisation (scheme, identifier, name_vi, house, province_code, verified_at)
  SELECT 'VN-PORTAL', 'so-cai-' || n, 'Đơn vị số ' || n, (ARRAY['STATE', 'SCHOOL', 'ENTERPRISE'])[1 + n % 3]::"House", '79', now()
  FROM generate_series(1, $1::int) AS n`;

const PARTNERSHIPS = `
  INSERT INTO partnership (code, state, form, title, description, total_value_vnd, province_codes, valid_from,
    created_by_id, published_at)
  SELECT 'DA-2026-' || lpad(n::text, 4, '0'), 'ACTIVE', 'CONTRACT_CONSORTIUM', jsonb_build_object('vi', 'Dự án số ' || n),
    jsonb_build_object('vi', 'Vật liệu và thiết bị cho xưởng nhỏ.'), 1000000000 + n * 7919::bigint,
    ARRAY[places.codes[1 + n % cardinality(places.codes)]], date '2021-01-01', gen_random_uuid(), now()
  FROM (SELECT array_agg(code ORDER BY code) AS codes FROM province) AS places, generate_series(1, $1::int) AS n`;

const MEMBERS = `
  INSERT INTO partnership_member (partnership_id, organisation_id, role, position, valid_from, joined_at)
  SELECT p.id, o.id, (CASE WHEN place = 1 THEN 'LEAD' ELSE 'PARTNER' END)::"MemberRole", place, p.valid_from, now()
  FROM (SELECT id, valid_from, row_number() OVER (ORDER BY code) AS n FROM partnership) AS p,
    generate_series(1, $1::int) AS place
    JOIN (SELECT id, row_number() OVER (ORDER BY identifier) AS n, count(*) OVER () AS most FROM organisation) AS o ON true
  WHERE o.n = 1 + (p.n * $1 + place) % o.most`;

const AGREEMENTS = `
  INSERT INTO agreement (partnership_id, product_code, version, state, valid_from, text, text_sha256, agreed_at, signed_at)
  SELECT p.id, products.codes[1 + (row_number() OVER (ORDER BY p.code))::int % cardinality(products.codes)], 21, 'ACTIVE',
    p.valid_from, '{}', encode(sha256('{}'), 'hex'), '2020-12-01', '2020-12-15'
  FROM partnership p, (SELECT array_agg(code ORDER BY code) AS codes FROM strategic_product) AS products`;

const SCHEDULES = `
  INSERT INTO share_schedule (agreement_id, dimension, valid_from, valid_to, recorded_at, superseded_at)
  SELECT a.id, d.dimension, a.valid_from + k * interval '1 month', part.until, part.recorded, part.superseded
  FROM agreement a, unnest(enum_range(NULL::"ShareDimension")) AS d (dimension), generate_series(0, $1::int) AS k,
    LATERAL (SELECT a.valid_from + (k + 1) * interval '1 month' AS next, a.signed_at + k * interval '1 month' AS known,
      a.signed_at + (k + 1) * interval '1 month' AS amended) AS at,
    LATERAL (
      SELECT NULL::date AS until, known AS recorded, CASE WHEN k < $1 THEN amended END AS superseded
      UNION ALL SELECT next::date, amended, NULL WHERE k < $1) AS part`;

// The odd parts per million go to another party each month.
const LINES = `
  INSERT INTO share_line (schedule_id, member_id, ppm)
  SELECT s.id, m.id, 1000000 / $1::int + CASE WHEN m.position = 1 + extract(month FROM s.valid_from)::int % $1
    THEN 1000000 % $1 ELSE 0 END
  FROM share_schedule s JOIN agreement a ON a.id = s.agreement_id JOIN partnership_member m ON m.partnership_id = a.partnership_id`;
