import type { House, Role } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { ASSIGNED } from "../assignment/assigned.ts";
import type { ProposalContent } from "../completeness.ts";
import type { InitiativeState, Track } from "../initiative.ts";
import type { PartLevel, PartRules } from "../part.ts";
import { contentOf, frozenOf } from "./content.server.ts";

export type Body = { names: Texts; house: House } | null;

export type StepTaken = {
  fromState: InitiativeState | null;
  toState: InitiativeState;
  at: string;
  role: string;
  body: Body;
  reason: string | null;
  entryNo: number | null;
  entryHash: string | null;
  payload: string | null;
};

export type SeatTaken = {
  id: string;
  round: number;
  kind: "FULL" | "DIVERGENCE" | "APPEAL";
  /** the criteria of the round; empty for all of the track */
  criteria: string[];
  roundClosedAt: string | null;
  personId: string;
  name: string | null;
  bodyNames: Texts | null;
  conflictDeclaredAt: string | null;
  recusedAt: string | null;
  recusalGround: string | null;
  recusalReason: string | null;
  replacesSeatId: string | null;
  scoredAt: string | null;
  scores: { criterion: string; value: number; comment: string }[];
};

export type DecisionTaken = {
  /** 1 is the first */
  number: number;
  /** a later one corrects it */
  isCorrected: boolean;
  kind: "ACCEPTED" | "REJECTED" | "RETURNED";
  reason: string;
  language: "vi" | "en" | "fr";
  legalRef: string | null;
  versionNumber: number;
  decidedAt: string;
  body: NonNullable<Body>;
};

/** An appeal and how it ended; the votes only once it did. */
export type AppealTaken = {
  against: "REJECTED" | "REJECTED_FORM";
  text: string;
  language: "vi" | "en" | "fr";
  filedAt: string;
  outcome: "REJECTION_UPHELD" | "UNDER_EVALUATION" | null;
  reason: string | null;
  reasonLanguage: "vi" | "en" | "fr" | null;
  closedAt: string | null;
  body: Body;
  votes: { uphold: number; reopen: number } | null;
};

export type AttachedFile = {
  id: string;
  name: string;
  sha256: string;
  level: PartLevel;
  /** of a sealed file the first day on which it is public, 'YYYY-MM-DD' */
  untilOn: string | null;
  sizeBytes: number;
  mediaType: string;
  addedAt: string;
};

/** Everything that is kept of one initiative. Not for any reader as it is: `visibleTo` takes out what is not theirs. */
export type WholeFile = {
  id: string;
  code: string;
  state: InitiativeState;
  revision: number;
  track: Track;
  proposerId: string;
  screenedById: string | null;
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
  publicAt: Date | null;
  organisation: Body;
  /** as the proposer has it now; while something is being completed, ahead of what was submitted */
  content: ProposalContent;
  /** the last submitted version where the proposer may have written on since; null elsewhere */
  frozen: { content: ProposalContent; fileHashes: string[] } | null;
  versions: { number: number; kind: "SUBMISSION" | "EDIT"; sha256: string; submittedAt: string }[];
  steps: StepTaken[];
  missing: { id: string; round: number; field: string; message: string; answer: string | null; at: string }[];
  decisions: DecisionTaken[];
  /** what the author said to the comments, in the order of the rounds; an empty text waives */
  replies: { round: number; text: string; language: "vi" | "en" | "fr"; at: string }[];
  seats: SeatTaken[];
  attachments: AttachedFile[];
  parts: PartRules;
  inCharge: Readonly<Record<string, string | null>>;
  appeal: AppealTaken | null;
  /** a decision waits, sealed, for this moment; for those who decide alone */
  sealedUntil: Date | null;
  /** the code of the challenge that it is written for */
  challenge: string | null;
  formerIds: readonly string[];
  works: readonly { role: string; organisationId: string | null }[];
  evaluatorIds: readonly string[];
  authorIds: readonly string[];
  /** who was given the duties that it waits for; for the bodies in charge alone */
  assigned: readonly { role: Role; organisationId: string; personId: string; name: string }[];
  /** what of it was opened within the last hour, by whom */
  readings: readonly { personId: string; part: string; at: string }[];
};

const NAMES = "json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr)";
const BODY = `json_build_object('names', ${NAMES}, 'house', g.house)`;

const SELECT = `
  SELECT i.id, i.code, i.state, i.revision, i.proposer_id AS "proposerId", i.screened_by_id AS "screenedById",
    i.created_at AS "createdAt", i.updated_at AS "updatedAt", i.submitted_at AS "submittedAt",
    i.decided_at AS "decidedAt", i.public_at AS "publicAt", i.track, i.applicant_type AS "applicantType", i.organisation_id AS "organisationId",
    i.language, i.title, i.abstract, i.problem, i.solution, i.novelty, i.public_benefit AS "publicBenefit",
    i.maturity_trl AS "maturityTrl", i.ford_code AS "fordCode", i.product_codes AS "productCodes",
    i.province_code AS "provinceCode",
    coalesce((SELECT json_agg(json_build_object('name', a.name, 'part', a.part, 'contributionPpm', a.contribution_ppm)
      ORDER BY a.position) FROM initiative_author a WHERE a.initiative_id = i.id AND a.declined_at IS NULL), '[]') AS team,
    i.requested_funding_vnd AS "requestedFundingVnd",
    i.co_funding AS "coFunding", i.duration_months AS "durationMonths", i.ip_ownership AS "ipOwnership",
    i.filed_before_publication AS "filedBeforePublication", i.prior_rights AS "priorRights",
    i.secrecy_declared AS "secrecyDeclared", i.consent_publish AS "consentPublish", i.opens_early AS "opensEarly",
    (SELECT c.code FROM challenge c WHERE c.id = i.challenge_id) AS challenge,
    CASE WHEN i.state IN ('NEEDS_COMPLETION', 'LAPSED') THEN (SELECT v.content FROM initiative_version v
      WHERE v.initiative_id = i.id ORDER BY v.number DESC LIMIT 1) END AS frozen,
    (SELECT ${BODY} FROM organisation g
      WHERE g.id = i.organisation_id) AS organisation,
    coalesce((SELECT json_agg(json_build_object('number', v.number, 'kind', v.kind, 'sha256', v.sha256, 'submittedAt', v.submitted_at)
      ORDER BY v.number DESC) FROM initiative_version v WHERE v.initiative_id = i.id), '[]') AS versions,
    coalesce((SELECT json_agg(json_build_object('fromState', s.from_state, 'toState', s.to_state, 'at', s.at,
        'role', s.actor_role, 'reason', s.reason, 'entryNo', r.id, 'entryHash', r.sha256, 'payload', r.payload,
        'body', CASE WHEN g.id IS NOT NULL THEN ${BODY} END)
      ORDER BY s.id) FROM initiative_step s LEFT JOIN organisation g ON g.id = s.actor_organisation_id
        LEFT JOIN record_entry r ON r.id = s.record_entry_id WHERE s.initiative_id = i.id), '[]') AS steps,
    coalesce((SELECT json_agg(json_build_object('id', m.id, 'round', m.round, 'field', m.field,
        'message', m.message, 'answer', m.answer, 'at', m.created_at)
      ORDER BY m.round, m.position, m.id) FROM missing_item m WHERE m.initiative_id = i.id), '[]') AS missing,
    coalesce((SELECT json_agg(json_build_object('number', d.number, 'isCorrected', EXISTS (
          SELECT 1 FROM decision c WHERE c.corrects_id = d.id), 'kind', d.kind, 'reason', d.reason, 'language', d.language,
        'legalRef', d.legal_ref, 'versionNumber', d.version_number, 'decidedAt', d.decided_at,
        'body', ${BODY})
      ORDER BY d.number) FROM decision d JOIN organisation g ON g.id = d.organisation_id
        WHERE d.initiative_id = i.id AND d.published_at IS NOT NULL), '[]') AS decisions,
    (SELECT d.publish_at FROM decision d WHERE d.initiative_id = i.id AND d.published_at IS NULL) AS "sealedUntil",
    coalesce((SELECT json_agg(json_build_object('round', e.round, 'text', r.text, 'language', r.language, 'at', r.at)
      ORDER BY e.round) FROM author_reply r JOIN evaluation e ON e.id = r.evaluation_id
        WHERE r.initiative_id = i.id), '[]') AS replies,
    (SELECT json_build_object('against', a.against, 'text', a.text, 'language', a.language, 'filedAt', a.filed_at,
        'outcome', a.outcome, 'reason', a.reason, 'reasonLanguage', a.reason_language, 'closedAt', a.closed_at,
        'body', CASE WHEN g.id IS NOT NULL THEN ${BODY} END,
        'votes', CASE WHEN a.closed_at IS NOT NULL THEN (
          SELECT json_build_object('uphold', count(*) FILTER (WHERE v.uphold), 'reopen', count(*) FILTER (WHERE NOT v.uphold))
          FROM appeal_vote v JOIN evaluation_seat s ON s.id = v.seat_id AND s.recused_at IS NULL
            JOIN evaluation e ON e.id = s.evaluation_id WHERE e.initiative_id = i.id) END)
      FROM appeal a LEFT JOIN organisation g ON g.id = a.organisation_id WHERE a.initiative_id = i.id) AS appeal,
    former_ids(i.id) AS "formerIds",
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'round', e.round, 'kind', e.kind, 'criteria', e.criteria,
        'roundClosedAt', e.closed_at,
        'personId', s.person_id, 'name', p.name, 'bodyNames', CASE WHEN g.id IS NOT NULL THEN ${NAMES} END,
        'conflictDeclaredAt', s.conflict_declared_at,
        'recusedAt', s.recused_at, 'recusalGround', s.recusal_ground, 'recusalReason', s.recusal_reason,
        'replacesSeatId', s.replaces_seat_id, 'scoredAt', s.scored_at, 'scores', coalesce((
          SELECT json_agg(json_build_object('criterion', c.criterion, 'value', c.value, 'comment', c.comment))
          FROM score c WHERE c.seat_id = s.id), '[]'))
      ORDER BY e.round, p.name, s.id) FROM evaluation e JOIN evaluation_seat s ON s.evaluation_id = e.id
        JOIN person p ON p.id = s.person_id LEFT JOIN organisation g ON g.id = s.organisation_id
        WHERE e.initiative_id = i.id), '[]') AS seats,
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'sha256', a.sha256,
        'level', a.level, 'untilOn', a.until_on, 'sizeBytes', f.size_bytes, 'mediaType', f.media_type, 'addedAt', a.added_at)
      ORDER BY a.added_at, a.id) FROM attachment a JOIN stored_file f ON f.sha256 = a.sha256
        WHERE a.initiative_id = i.id AND a.removed_at IS NULL), '[]') AS attachments,
    coalesce((SELECT json_object_agg(p.field, json_build_object('level', p.level, 'untilOn', p.until_on))
      FROM part_visibility p WHERE p.initiative_id = i.id), '{}') AS parts,
    coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('role', w.role, 'organisationId', w.body))
      FROM obligation o CROSS JOIN LATERAL (VALUES (o.debtor_role, o.debtor_organisation_id),
        (o.creditor_role, o.creditor_organisation_id)) AS w (role, body) WHERE o.subject_id = i.id), '[]') AS works,
    coalesce((SELECT json_object_agg(o.kind, o.debtor_organisation_id) FROM obligation o
      WHERE o.subject_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL), '{}') AS "inCharge",
    coalesce((SELECT json_agg(a.person_id) FROM initiative_author a
      WHERE a.initiative_id = i.id AND a.confirmed_at IS NOT NULL), '[]') AS "authorIds",
    ${ASSIGNED} AS assigned,
    coalesce((SELECT json_agg(json_build_object('personId', r.person_id, 'part', r.part, 'at', r.at)) FROM file_reading r
      WHERE r.initiative_id = i.id AND r.at > now() - interval '1 hour'), '[]') AS readings
  FROM initiative i WHERE i.code = $1`;

type Row = Omit<WholeFile, "content" | "frozen" | "evaluatorIds"> &
  Parameters<typeof contentOf>[0] & { frozen: string | null };

/** One initiative with everything on it, in one statement; null when there is none. */
export async function readWholeFile(code: string): Promise<WholeFile | null> {
  const { rows } = await pool().query<Row>(SELECT, [code]);
  const row = rows[0];
  if (!row) return null;
  const { id, state, revision, track, proposerId, screenedById, createdAt, updatedAt, submittedAt } = row;
  const { decidedAt, publicAt } = row;
  const { organisation, versions, steps, missing, decisions, seats, attachments, parts, inCharge } = row;
  const { replies, appeal, formerIds, authorIds, assigned, readings, works, sealedUntil, challenge } = row;
  return {
    ...{ id, code: row.code, state, revision, track, proposerId, screenedById, createdAt, updatedAt, submittedAt },
    ...{ decidedAt, publicAt, organisation, versions, steps, missing, decisions, seats, attachments, parts, inCharge },
    ...{ replies, appeal, formerIds, authorIds, assigned, readings, works, sealedUntil, challenge },
    evaluatorIds: seats.map((seat) => seat.personId),
    content: contentOf(contentColumns(row)),
    frozen: row.frozen === null ? null : frozenOf(row.frozen),
  };
}

function contentColumns(row: Row): Parameters<typeof contentOf>[0] {
  const { track, applicantType, organisationId, language, title, abstract, problem, solution, novelty } = row;
  const { publicBenefit, maturityTrl, fordCode, productCodes, provinceCode, team, requestedFundingVnd } = row;
  const { coFunding, durationMonths, ipOwnership, filedBeforePublication, priorRights } = row;
  const { secrecyDeclared, consentPublish, opensEarly } = row;
  return {
    ...{ track, applicantType, organisationId, language, title, abstract, problem, solution, novelty },
    ...{ publicBenefit, maturityTrl, fordCode, productCodes, provinceCode, team, requestedFundingVnd },
    ...{ coFunding, durationMonths, ipOwnership, filedBeforePublication, priorRights },
    ...{ secrecyDeclared, consentPublish, opensEarly },
  };
}
