import { pool } from "#prisma/client.server.ts";
import type { ReadRisk } from "./risk.ts";

// a risk is never without a version
const RISKS = `
  SELECT i.number, i.category, i.outcome, i.close_note AS "closeNote", to_json(i.closed_at) #>> '{}' AS "closedAt",
    last.owner_member_id::text AS "ownerMemberId", last.review_on::text AS "reviewOn",
    (SELECT json_agg(json_build_object('version', v.version, 'title', v.title, 'isPublic', v.is_public,
        'probabilityPpm', v.probability_ppm, 'impactVnd', v.impact_vnd::text, 'mitigation', v.mitigation,
        'ownerMemberId', v.owner_member_id, 'reviewOn', v.review_on, 'reason', v.reason, 'recordedAt', v.recorded_at,
        'allocation', (SELECT json_agg(json_build_object('party', l.member_id, 'ppm', l.ppm) ORDER BY m.position)
          FROM risk_allocation l JOIN partnership_member m ON m.id = l.member_id
          WHERE l.risk_id = v.risk_id AND l.version = v.version)) ORDER BY v.version DESC)
      FROM risk_version v WHERE v.risk_id = i.id) AS versions
  FROM risk_item i JOIN partnership p ON p.id = i.partnership_id
    JOIN LATERAL (
      SELECT v.owner_member_id, v.review_on FROM risk_version v WHERE v.risk_id = i.id ORDER BY v.version DESC LIMIT 1
    ) AS last ON true
  WHERE p.code = $1 AND p.published_at IS NOT NULL ORDER BY i.number`;

/** Every risk of a public partnership with all that was ever thought of it, in the order of numbers. One statement. */
export async function findRisks(code: string): Promise<ReadRisk[]> {
  const { rows } = await pool().query<ReadRisk>(RISKS, [code]);
  return rows;
}
