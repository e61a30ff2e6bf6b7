import { asAdmin } from "#prisma/embedded/roles.ts";

const STATES = ["SUBMITTED", "SCREENED", "EVALUATED", "ACCEPTED", "REJECTED"] as const;

/**
 * Fills the database up to so many initiatives in five states, each with a version and its clock, three of four owed by
 * the body of one officer; gives that officer's id. Written as the cluster's administrator with the triggers silent: what
 * commands and guards would ask for besides is not what is measured.
 */
export async function fillInitiatives(adminUrl: string, size: number): Promise<string> {
  return asAdmin(adminUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(BODY_AND_PEOPLE);
    await client.query(INITIATIVES, [size, STATES]);
    await client.query(VERSIONS);
    await client.query(CLOCKS);
    await client.query(PAUSES);
    await client.query("VACUUM ANALYZE");
    const { rows } = await client.query<{ id: string }>("SELECT id FROM person WHERE email = 'can-bo@vi-du.test'");
    return rows[0]?.id ?? "";
  });
}

const BODY_AND_PEOPLE = `
  WITH body AS (
    INSERT INTO organisation (scheme, identifier, name_vi, house, province_code, verified_at)
    VALUES ('VN-PORTAL', 'do-toc-do', 'Bộ phận tiếp nhận sáng kiến Lam Giang', 'STATE', '79', now())
    ON CONFLICT DO NOTHING RETURNING id
  ), officer AS (
    INSERT INTO person (email, name, email_confirmed_at) VALUES ('can-bo@vi-du.test', 'Cán bộ tiếp nhận', now())
    ON CONFLICT DO NOTHING RETURNING id
  ), proposers AS (
    INSERT INTO person (email, name, email_confirmed_at)
    SELECT 'de-xuat-' || n || '@vi-du.test', 'Người đề xuất ' || n, now() FROM generate_series(1, 50) AS n
    ON CONFLICT DO NOTHING
  )
  INSERT INTO role_grant (person_id, role, organisation_id)
  SELECT officer.id, role::"Role", body.id FROM officer, body, unnest(ARRAY['INTAKE', 'INTAKE_HEAD', 'CHAIR']) AS role`;

const INITIATIVES = `
  INSERT INTO initiative (code, state, proposer_id, track, title, abstract, maturity_trl, ford_code, province_code,
    product_codes, submitted_at, decided_at, public_at, created_at, secrecy_declared, consent_publish)
  SELECT 'SK-2026-' || lpad(n::text, 6, '0'), made.state::"InitiativeState",
    (SELECT id FROM person WHERE email = 'de-xuat-' || (1 + n % 50) || '@vi-du.test'),
    (CASE WHEN n % 4 = 0 THEN 'BREAKTHROUGH' ELSE 'ORDINARY' END)::"Track",
    jsonb_build_object('vi', 'Thu hồi nam châm đất hiếm từ động cơ cũ, phương án số ' || n),
    jsonb_build_object('vi', repeat('Quy trình nghiền, khử từ và tách oxit ở nhiệt độ thấp cho xưởng nhỏ. ', 5)),
    1 + n % 9, fields.codes[1 + n % cardinality(fields.codes)], places.codes[1 + n % cardinality(places.codes)],
    ARRAY[products.codes[1 + n % cardinality(products.codes)]],
    made.at, made.decided_at, made.decided_at, made.at, true, true
  FROM (SELECT array_agg(code ORDER BY code) AS codes FROM field_of_science WHERE parent_code IS NOT NULL) AS fields,
    (SELECT array_agg(code ORDER BY code) AS codes FROM province) AS places,
    (SELECT array_agg(code ORDER BY code) AS codes FROM strategic_product) AS products,
    generate_series((SELECT count(*) + 1 FROM initiative), $1::int) AS n,
    LATERAL (SELECT ($2::text[])[1 + n % 5] AS state, now() - n * interval '1 hour' AS at,
      CASE WHEN n % 5 >= 3 THEN now() - n * interval '30 minutes' END AS decided_at) AS made`;

const VERSIONS = `
  INSERT INTO initiative_version (initiative_id, number, content, sha256, submitted_at)
  SELECT id, 1, code, encode(sha256(convert_to(code, 'UTF8')), 'hex'), submitted_at FROM initiative
  ON CONFLICT DO NOTHING`;

const CLOCKS = `
  INSERT INTO obligation (subject_type, subject_id, subject_code, kind, debtor_organisation_id, debtor_role, basis,
    opened_at, original_due_on, due_on, done_at, outcome)
  SELECT 'INITIATIVE', i.id, i.code, clock.kind, CASE WHEN row_number() OVER (ORDER BY i.code) % 4 > 0
      THEN (SELECT id FROM organisation WHERE identifier = 'do-toc-do') END,
    clock.role, 'initiative.intake-check.working-days', i.submitted_at, clock.due_on, clock.due_on, i.decided_at,
    CASE WHEN i.decided_at IS NOT NULL THEN i.state::text END
  FROM initiative i
    JOIN (VALUES ('SUBMITTED', 'INTAKE_CHECK', 'INTAKE'), ('SCREENED', 'COUNCIL_SET_UP', 'CHAIR'),
      ('EVALUATED', 'DECISION', 'INTAKE_HEAD'), ('ACCEPTED', 'DECISION', 'INTAKE_HEAD'),
      ('REJECTED', 'DECISION', 'INTAKE_HEAD')) AS kinds (state, kind, role) ON kinds.state = i.state::text,
    LATERAL (SELECT kinds.kind, kinds.role, (now() + (hashtext(i.code) % 40) * interval '1 day')::date AS due_on) AS clock
  WHERE NOT EXISTS (SELECT 1 FROM obligation o WHERE o.subject_id = i.id)`;

// Every tenth open clock stands, every fifth stood once.
const PAUSES = `
  INSERT INTO obligation_pause (obligation_id, from_at, to_at, reason)
  SELECT o.id, o.opened_at, CASE WHEN hashtext(o.subject_code) % 10 <> 0 THEN o.opened_at + interval '5 days' END, 'Chờ bổ sung'
  FROM obligation o WHERE o.done_at IS NULL AND hashtext(o.subject_code) % 5 = 0
    AND NOT EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id)`;
