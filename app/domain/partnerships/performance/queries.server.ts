import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import type { MemberFacts } from "../partnership.policy.ts";
import { mayReadEvidence } from "./performance.policy.ts";
import type { MetricDirection, MilestoneStepKind } from "./performance.ts";

/** A document that was handed in; without one the fingerprint alone is known. */
export type ReadEvidence = { id: string; name: string; sizeBytes: number; mediaType: string; isPublic: boolean };

type Verdict = { body: Texts; at: string } | null;

export type ReadMilestone = {
  number: number;
  memberId: string;
  title: string;
  measure: string;
  weight: number;
  dueOn: string;
  steps: {
    kind: MilestoneStepKind;
    body: Texts;
    post: string;
    note: string;
    evidenceSha256: string | null;
    evidence: ReadEvidence | null;
    at: string;
  }[];
};

export type ReadMetric = {
  number: number;
  memberId: string;
  name: string;
  unit: string;
  direction: MetricDirection;
  /** decimal text */
  target: string;
  readings: {
    number: number;
    onDay: string;
    value: string;
    reference: string;
    evidenceSha256: string | null;
    evidence: ReadEvidence | null;
    verified: Verdict;
  }[];
};

export type ReadFailure = {
  number: number;
  memberId: string;
  onDay: string;
  description: string;
  consequence: string;
  cureOn: string;
  evidenceSha256: string | null;
  evidence: ReadEvidence | null;
  verified: Verdict;
  cured: Verdict;
  cureReference: string | null;
};

export type ReadCompletion = {
  number: number;
  statement: string;
  evidenceSha256: string | null;
  evidence: ReadEvidence | null;
  proposedAt: string;
  answer: "ACCEPTED" | "RETURNED" | null;
  answerNote: string | null;
  answered: Verdict;
};

export type Performance = {
  milestones: ReadMilestone[];
  metrics: ReadMetric[];
  failures: ReadFailure[];
  completions: ReadCompletion[];
};

function body(id: string): string {
  return `(SELECT json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) FROM organisation o WHERE o.id = ${id})`;
}

function verdict(id: string, at: string): string {
  return `CASE WHEN ${at} IS NULL THEN NULL ELSE json_build_object('body', ${body(id)}, 'at', ${at}) END`;
}

/** The document that was handed in with a row. */
function evidence(row: string): string {
  return `(SELECT json_build_object('id', e.id, 'name', e.name, 'sizeBytes', d.size_bytes, 'mediaType', d.media_type,
      'isPublic', e.is_public) FROM partnership_evidence e JOIN stored_file d ON d.sha256 = e.sha256
    WHERE e.id = ${row}.evidence_id)`;
}

const PERFORMANCE = `
  SELECT
    coalesce((SELECT json_agg(json_build_object('number', m.number, 'memberId', m.member_id, 'title', m.title,
        'measure', m.measure, 'weight', m.weight, 'dueOn', m.due_on,
        'steps', coalesce((SELECT json_agg(json_build_object('kind', s.kind, 'body', ${body("s.organisation_id")},
            'post', s.post, 'note', s.note, 'evidenceSha256', s.evidence_sha256, 'evidence', ${evidence("s")}, 'at', s.at) ORDER BY s.place)
          FROM milestone_step s WHERE s.milestone_id = m.id), '[]')) ORDER BY m.due_on, m.number)
      FROM milestone m WHERE m.partnership_id = p.id), '[]') AS milestones,
    coalesce((SELECT json_agg(json_build_object('number', k.number, 'memberId', k.member_id, 'name', k.name,
        'unit', k.unit, 'direction', k.direction, 'target', trim_scale(k.target)::text,
        'readings', coalesce((SELECT json_agg(json_build_object('number', r.number, 'onDay', r.on_day,
            'value', trim_scale(r.value)::text, 'reference', r.reference, 'evidenceSha256', r.evidence_sha256,
            'evidence', ${evidence("r")},
            'verified', ${verdict("r.verified_organisation_id", "r.verified_at")}) ORDER BY r.on_day, r.number)
          FROM metric_reading r WHERE r.metric_id = k.id), '[]')) ORDER BY k.number)
      FROM performance_metric k WHERE k.partnership_id = p.id), '[]') AS metrics,
    coalesce((SELECT json_agg(json_build_object('number', f.number, 'memberId', f.member_id, 'onDay', f.on_day,
        'description', f.description, 'consequence', f.consequence, 'cureOn', f.cure_on,
        'evidenceSha256', f.evidence_sha256, 'evidence', ${evidence("f")}, 'verified', ${verdict("f.verified_organisation_id", "f.verified_at")},
        'cured', ${verdict("f.cured_organisation_id", "f.cured_at")}, 'cureReference', f.cure_reference)
        ORDER BY f.on_day, f.number)
      FROM performance_failure f WHERE f.partnership_id = p.id), '[]') AS failures,
    coalesce((SELECT json_agg(json_build_object('number', c.number, 'statement', c.statement,
        'evidenceSha256', c.evidence_sha256, 'evidence', ${evidence("c")}, 'proposedAt', c.proposed_at, 'answer', c.answer,
        'answerNote', c.answer_note, 'answered', ${verdict("c.answered_organisation_id", "c.answered_at")})
        ORDER BY c.number DESC)
      FROM partnership_completion c WHERE c.partnership_id = p.id), '[]') AS completions
  FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`;

/** Milestones, metrics, failures and the completion of a public partnership; empty where there is none. One statement. */
export async function findPerformance(code: string): Promise<Performance> {
  const { rows } = await pool().query<Performance>(PERFORMANCE, [code]);
  return rows[0] ?? { milestones: [], metrics: [], failures: [], completions: [] };
}

/** A document that this reader may download, with where it lies; null for everybody else, and for none. One statement. */
export async function findEvidence(actor: Actor | null, id: string | undefined): Promise<EvidenceFile | null> {
  if (!isUuid(id)) return null;
  const { rows } = await pool().query<EvidenceFile & { isPublic: boolean; members: MemberFacts[] }>(
    `SELECT e.sha256, e.name, f.size_bytes AS "sizeBytes", f.media_type AS "mediaType", e.is_public AS "isPublic",
       (SELECT json_agg(json_build_object('id', m.id, 'organisationId', m.organisation_id, 'role', m.role,
           'joined', m.joined_at IS NOT NULL, 'left', coalesce(m.valid_to <= day_in_vietnam(now()), false)))
         FROM partnership_member m WHERE m.partnership_id = p.id) AS members
     FROM partnership_evidence e JOIN stored_file f ON f.sha256 = e.sha256
       JOIN partnership p ON p.id = e.partnership_id AND p.published_at IS NOT NULL
     WHERE e.id = $1`,
    [id],
  );
  const [found] = rows;
  return found && mayReadEvidence(actor, found, found.members) ? found : null;
}

type EvidenceFile = { sha256: string; name: string; sizeBytes: number; mediaType: string };
