import type { PublicWorks, Works } from "#app/domain/organisations/works/works.ts";
import { pool } from "#prisma/client.server.ts";

const SHOWN = 5;

/**
 * The public initiatives, signed partnerships and published results of an organisation. What is not public yet, and
 * what was withdrawn, is not counted either. One statement.
 */
export async function findPublicWorks(organisationId: string): Promise<PublicWorks> {
  const { rows } = await pool().query<{ area: keyof PublicWorks } & Works>(
    `SELECT area, count(*)::int AS count,
       json_agg(json_build_object('code', code, 'title', title)) FILTER (WHERE place <= $2) AS newest
     FROM (
       SELECT area, code, title, row_number() OVER (PARTITION BY area ORDER BY at DESC, code DESC) AS place FROM (
         SELECT 'initiatives' AS area, code, title, public_at AS at FROM initiative
           WHERE organisation_id = $1 AND public_at IS NOT NULL AND state <> 'WITHDRAWN'
         UNION ALL
         SELECT 'partnerships', p.code, p.title, p.published_at
           FROM partnership p JOIN partnership_member m ON m.partnership_id = p.id
           WHERE m.organisation_id = $1 AND m.joined_at IS NOT NULL AND p.published_at IS NOT NULL
         UNION ALL
         SELECT 'results', code, title, published_at FROM result
           WHERE host_organisation_id = $1 AND state IN ('PUBLISHED', 'UNDER_REVIEW')
       ) AS works ORDER BY area, place
     ) AS placed GROUP BY area`,
    [organisationId, SHOWN],
  );
  const of = (area: keyof PublicWorks): Works => rows.find((row) => row.area === area) ?? { count: 0, newest: [] };
  return { initiatives: of("initiatives"), partnerships: of("partnerships"), results: of("results") };
}
