import type { Actor, House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { ResultState } from "../result.ts";

export const QUEUE_VIEWS = ["SUBMITTED", "RETURNED", "VERIFIED", "UNDER_REVIEW"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** A result that waits for a result officer, for its host, for its publication, or for the answer to a complaint. */
export type QueueItem = {
  code: string;
  state: ResultState;
  title: Texts;
  language: string;
  host: { names: Texts; house: House };
  /** RFC 3339 */
  submittedAt: string;
  /** how often it was sent back */
  returns: number;
  /** 'YYYY-MM-DD'; null where none is open or it stands still */
  dueOn: string | null;
  /** whether the clock is that of a body in whose name the actor acts */
  mine: boolean;
  embargoUntil: string | null;
};

const MOST = 200;

/**
 * What an officer may work on: never what they recorded or what a body of theirs hosts. The most urgent first, at most
 * 200, with how many wait in each view. One statement.
 */
export async function listQueue(
  actor: Actor,
  view: QueueView,
): Promise<{ items: QueueItem[]; counts: Record<QueueView, number> }> {
  const own = [
    ...actor.affiliations.map((it) => it.organisationId),
    ...actor.roles.flatMap((it) => it.organisationId ?? []),
  ];
  const acting = actor.roles.flatMap((it) =>
    it.role === "RESULT_OFFICER" && it.organisationId ? it.organisationId : [],
  );
  const { rows } = await pool().query<{ items: QueueItem[] | null; counts: Partial<Record<QueueView, number>> | null }>(
    `WITH mine AS (
       SELECT r.*, o.due_on, o.debtor_organisation_id,
         EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL) AS paused
       FROM result r LEFT JOIN obligation o ON o.subject_id = r.id AND o.done_at IS NULL AND o.voided_at IS NULL
         AND o.kind IN ('RESULT_VERIFICATION', 'RESULT_REVIEW')
       WHERE r.state IN ('SUBMITTED', 'RETURNED', 'VERIFIED', 'UNDER_REVIEW') AND r.created_by_id <> $1
         AND NOT (r.host_organisation_id = ANY ($2::uuid[]))
     )
     SELECT (SELECT json_object_agg(state, n) FROM (SELECT state, count(*) AS n FROM mine GROUP BY 1) AS t) AS counts,
       (SELECT json_agg(item) FROM (
         SELECT m.code, m.state, m.title, m.language, to_json(m.submitted_at) AS "submittedAt",
           json_build_object('house', g.house,
             'names', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr)) AS host,
           (SELECT count(*)::int FROM result_step s WHERE s.result_id = m.id AND s.to_state = 'RETURNED') AS returns,
           CASE WHEN NOT m.paused THEN m.due_on END AS "dueOn", m.embargo_until AS "embargoUntil",
           coalesce(m.debtor_organisation_id = ANY ($3::uuid[]), false) AS mine
         FROM mine m JOIN organisation g ON g.id = m.host_organisation_id
         WHERE m.state::text = $4 ORDER BY m.due_on NULLS LAST, m.submitted_at, m.id LIMIT ${MOST}) AS item) AS items`,
    [actor.personId, own, acting, view],
  );
  const counts = rows[0]?.counts ?? {};
  return {
    items: rows[0]?.items ?? [],
    counts: {
      SUBMITTED: counts.SUBMITTED ?? 0,
      RETURNED: counts.RETURNED ?? 0,
      VERIFIED: counts.VERIFIED ?? 0,
      UNDER_REVIEW: counts.UNDER_REVIEW ?? 0,
    },
  };
}
