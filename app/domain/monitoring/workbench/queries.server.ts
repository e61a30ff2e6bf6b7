import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { DUE_SOON_DAYS } from "#app/domain/obligations/obligation.ts";
import { pool } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { WorkItem } from "./workbench.ts";

/** The most that one kind of work lists. */
const MOST = 100;

// $1 the bodies of the reader, $2 the reader, $3 today, $4 the bodies that they lead. `m`: the campaigns that they work in.
const MINE = `SELECT c.*, c.owner_organisation_id = ANY ($4::uuid[]) AS leads, EXISTS (SELECT FROM campaign_member t
    WHERE t.campaign_id = c.id AND t.person_id = $2 AND t.left_at IS NULL) AS on_team
  FROM monitoring_campaign c WHERE c.state <> 'CLOSED' AND front_of(c.id) && $1::uuid[]`;
const UNITS = `m JOIN campaign_sample s ON s.campaign_id = m.id JOIN sample_unit u ON u.sample_id = s.id AND u.drawn IS NOT NULL`;
const READINGS = "(SELECT count(*) FROM assessment_reading r WHERE r.unit_id = u.id)";
const HAS_READ = "EXISTS (SELECT FROM assessment_reading r WHERE r.unit_id = u.id AND r.reader_id = x.person_id)";

function rows(
  kind: string,
  {
    from,
    yours,
    subject,
    path,
    due,
    post = "NULL::text",
  }: Record<"from" | "yours" | "subject" | "path" | "due", string> & { post?: string },
): string {
  return `(SELECT '${kind}' AS kind, ${yours} AS "isYours", m.code AS campaign, m.title AS "campaignTitle", ${subject} AS subject,
      ${path} AS path, ${post} AS post, 1 AS count, (${due})::text AS "dueOn" FROM ${from} ORDER BY 2 DESC, 9, 6 LIMIT ${MOST})`;
}

const FINDING_PATH = "'/monitoring/findings/' || f.code";
const RECOMMENDATION_PATH = "'/monitoring/recommendations/' || r.code";
const RECOMMENDED = `m JOIN finding f ON f.campaign_id = m.id AND f.state = 'PUBLISHED' JOIN recommendation r ON r.finding_id = f.id
  AND r.status IN ('OPEN', 'OPEN_PARTIALLY_ADDRESSED')`;
// what the addressee said or claimed since the Front last looked
const SPOKEN = `greatest((SELECT max(a.at) FROM recommendation_response a WHERE a.recommendation_id = r.id),
  (SELECT max(p.at) FROM progress_step p WHERE p.recommendation_id = r.id))`;
const UNSEEN = `${SPOKEN} > coalesce((SELECT max(w.at) FROM follow_up w WHERE w.recommendation_id = r.id), '-infinity')`;

const WORK = `WITH m AS MATERIALIZED (${MINE})
  SELECT row_number() OVER (ORDER BY w."isYours" DESC, w."dueOn", w.path)::int AS place, w.* FROM (${rows("READ", {
    from: `${UNITS} JOIN reading_assignment x ON x.unit_id = u.id AND x.ended_at IS NULL
      JOIN campaign_member t ON t.campaign_id = m.id AND t.person_id = x.person_id AND t.left_at IS NULL
      WHERE m.state = 'FIELDWORK' AND NOT ${HAS_READ} AND ${READINGS} < 2`,
    ...{
      yours: "x.person_id = $2",
      subject: "u.key",
      path: "'/monitoring/assessments/' || u.id",
      due: "x.due_on",
      post: "t.post",
    },
  })}
  UNION ALL ${rows("SETTLE", {
    from: `${UNITS} JOIN assessment a ON a.unit_id = u.id WHERE m.state = 'FIELDWORK' AND a.settled_at IS NULL AND ${READINGS} = 2`,
    ...{ yours: "m.leads", subject: "u.key", path: "'/monitoring/assessments/' || u.id", due: "m.ends_on" },
  })}
  UNION ALL ${rows("SIGN", {
    from: `m JOIN field_visit v ON v.campaign_id = m.id JOIN field_presence p ON p.visit_id = v.id
      WHERE m.state = 'FIELDWORK' AND p.signed_at IS NULL`,
    ...{ yours: "p.person_id = $2", subject: "v.code", path: "'/monitoring/visits/' || v.code", due: "m.ends_on" },
    post: "p.post",
  })}
  UNION ALL ${rows("SECOND", {
    from: `m JOIN finding f ON f.campaign_id = m.id WHERE f.state = 'DRAFT'
      AND m.state IN ('FIELDWORK', 'DRAFT_REPORT', 'FACTUAL_CHECK', 'PUBLIC_COMMENT')`,
    ...{ yours: "m.on_team AND f.author_id <> $2", subject: "f.code", path: FINDING_PATH, due: "m.ends_on" },
  })}
  UNION ALL ${rows("CONFIRM", {
    from: `m JOIN finding f ON f.campaign_id = m.id WHERE f.state = 'SECOND_READ'
      AND m.state IN ('FIELDWORK', 'DRAFT_REPORT', 'FACTUAL_CHECK', 'PUBLIC_COMMENT')`,
    ...{ yours: "m.leads AND f.author_id <> $2", subject: "f.code", path: FINDING_PATH, due: "m.ends_on" },
  })}
  UNION ALL ${rows("ANSWER_FACTS", {
    from: `m JOIN finding f ON f.campaign_id = m.id JOIN factual_check k ON k.finding_id = f.id
      JOIN factual_comment q USING (finding_id, organisation_id) WHERE m.state = 'FACTUAL_CHECK' AND NOT q.correct
        AND NOT EXISTS (SELECT FROM factual_answer a WHERE a.finding_id = q.finding_id AND a.organisation_id = q.organisation_id)`,
    ...{ yours: "m.on_team", subject: "f.code", path: FINDING_PATH, due: "k.due_on" },
  })}
  UNION ALL ${rows("FOLLOW_UP", {
    from: `${RECOMMENDED} WHERE ${UNSEEN}`,
    ...{ yours: "m.on_team OR m.leads", subject: "r.code", path: RECOMMENDATION_PATH, due: "r.due_on" },
  })}
  UNION ALL ${rows("RECOMMENDATION_DUE", {
    from: `${RECOMMENDED} WHERE r.due_on <= $3::date + ${DUE_SOON_DAYS} AND (${UNSEEN}) IS NOT TRUE`,
    ...{ yours: "m.on_team OR m.leads", subject: "r.code", path: RECOMMENDATION_PATH, due: "r.due_on" },
  })}
  UNION ALL (SELECT 'PUBLIC_COMMENTS', m.on_team OR m.leads, m.code, m.title, NULL,
      '/monitoring/campaigns/' || m.code || '/public-comment/desk', NULL, count(*)::int, min(d.due_on)::text
    FROM m JOIN public_round d ON d.campaign_id = m.id JOIN public_comment p ON p.campaign_id = m.id
      CROSS JOIN LATERAL public_comment_kept(p.id) AS keeps
    WHERE m.state = 'PUBLIC_COMMENT' AND (keeps IS NULL OR (keeps AND NOT EXISTS (
      SELECT FROM public_comment_answer w WHERE w.comment_id = p.id)))
    GROUP BY m.id, m.code, m.title, m.on_team, m.leads)
  UNION ALL (SELECT 'ASSIGN', m.leads, m.code, m.title, NULL, '/monitoring/campaigns/' || m.code || '/assignments', NULL,
      count(*)::int, min(m.ends_on)::text
    FROM ${UNITS} WHERE m.state = 'FIELDWORK' AND ${READINGS} < 2
      AND (SELECT count(*) FROM reading_assignment x WHERE x.unit_id = u.id AND x.ended_at IS NULL) < 2 AND ${READINGS} = 0
    GROUP BY m.id, m.code, m.title, m.leads)
  UNION ALL (SELECT 'INVITATION', b.organisation_id = ANY ($4::uuid[]), c.code, c.title, NULL, '/monitoring/campaigns/' || c.code || '/invitation',
      NULL, 1, c.starts_on::text
    FROM campaign_body b JOIN monitoring_campaign c ON c.id = b.campaign_id
    WHERE b.accepted IS NULL AND b.organisation_id = ANY ($1::uuid[]) AND c.state <> 'CLOSED')) AS w ORDER BY place`;

/**
 * What waits for a monitor, and for the others of their bodies, in every campaign that they work in: what is due first
 * comes first, at most a hundred of a kind. One statement. Source: docs/domain.md, "Workbench of the Front".
 */
export async function listWork(actor: Actor, at = new Date()): Promise<WorkItem[]> {
  const led = actor.roles.flatMap(({ role, organisationId }) =>
    role === "MONITOR_LEAD" && organisationId ? [organisationId] : [],
  );
  const { rows: found } = await pool().query<WorkItem>(WORK, [
    monitoringBodies(actor),
    actor.personId,
    dayInVietnam(at),
    led,
  ]);
  return found;
}
