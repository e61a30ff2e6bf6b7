import type { FundingSource } from "#app/domain/catalogue/funding-source.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { type CapitalEventKind, type ContributionKind, TOLERANCE } from "../capital/capital.ts";
import type { RefundGround } from "../funding/funding.ts";

/** Amounts are whole đồng as text, days 'YYYY-MM-DD', parties the ids of their memberships. */
export type ReadCommitment = {
  id: string;
  number: number;
  memberId: string;
  kind: ContributionKind;
  description: string;
  committedVnd: string;
  /** confirmed contributions */
  paidVnd: string;
  dueOn: string;
  valuation: { method: string; valuer: string; on: string; reportSha256: string } | null;
  /** the newest request to be released from it */
  release: ReadRelease | null;
};

/** `agrees` is null while nobody has answered; then the other three are too. */
export type ReadRelease = {
  reason: string;
  askedAt: string;
  askedById: string;
  agrees: boolean | null;
  answerReason: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
};

export type ReadEvent = {
  number: number;
  kind: CapitalEventKind;
  onDay: string;
  commitment: number | null;
  priceVnd: string | null;
  reference: string;
  evidenceSha256: string | null;
  recordedByMemberId: string;
  recordedById: string;
  confirmedByMemberId: string | null;
  confirmedAt: string | null;
  declinedAt: string | null;
  declineReason: string | null;
  changes: { memberId: string; amountVnd: string }[];
};

export type ReadTranche = {
  number: number;
  dueOn: string;
  amountVnd: string;
  paidVnd: string;
  condition: string;
  conditionMetAt: string | null;
  conditionReference: string | null;
};

export type ReadPayment = {
  number: number;
  tranche: number | null;
  onDay: string;
  /** a refund is below 0 */
  amountVnd: string;
  memberId: string;
  /** why it came back; null of what was paid */
  ground: RefundGround | null;
  reference: string;
  evidenceSha256: string | null;
};

export type ReadFundingLine = {
  number: number;
  source: FundingSource;
  budgetLine: string;
  organisationId: string;
  body: Texts;
  allocatedVnd: string;
  reference: string;
  tranches: ReadTranche[];
  payments: ReadPayment[];
};

/** The money of one signed agreement. */
export type AgreementMoney = {
  productCode: string;
  commitments: ReadCommitment[];
  events: ReadEvent[];
  lines: ReadFundingLine[];
};

export type Money = { tolerancePpm: number; agreements: AgreementMoney[] };

const RELEASE = `(SELECT json_build_object('reason', r.reason, 'askedAt', r.asked_at, 'askedById', r.asked_by_id,
    'agrees', w.agrees, 'answerReason', w.reason, 'answeredBy', w.member_id, 'answeredAt', w.answered_at)
  FROM commitment_release r LEFT JOIN commitment_release_answer w ON w.release_id = r.id
  WHERE r.commitment_id = c.id ORDER BY r.number DESC LIMIT 1)`;

const MONEY = `
  SELECT (SELECT value::int FROM legal_parameter
      WHERE key = '${TOLERANCE}' AND daterange(valid_from, valid_to) @> $2::date) AS "tolerancePpm",
    coalesce((SELECT json_agg(json_build_object('productCode', a.product_code,
      'commitments', coalesce((SELECT json_agg(json_build_object('id', c.id, 'number', c.number, 'memberId', c.member_id,
          'kind', c.kind, 'description', c.description, 'committedVnd', c.committed_vnd::text, 'dueOn', c.due_on,
          'paidVnd', (SELECT coalesce(sum(l.amount_vnd), 0)::text FROM capital_event e JOIN capital_line l ON l.event_id = e.id
            WHERE e.commitment_id = c.id AND e.confirmed_at IS NOT NULL),
          'valuation', CASE WHEN c.report_sha256 IS NOT NULL THEN json_build_object('method', c.valuation_method,
            'valuer', c.valuer, 'on', c.valued_on, 'reportSha256', c.report_sha256) END, 'release', ${RELEASE}) ORDER BY c.due_on, c.number)
        FROM capital_commitment c WHERE c.agreement_id = a.id), '[]'),
      'events', coalesce((SELECT json_agg(json_build_object('number', e.number, 'kind', e.kind, 'onDay', e.on_day,
          'commitment', (SELECT number FROM capital_commitment WHERE id = e.commitment_id), 'priceVnd', e.price_vnd::text,
          'reference', e.reference, 'evidenceSha256', e.evidence_sha256, 'recordedByMemberId', e.recorded_by_member_id,
          'recordedById', e.recorded_by_id, 'confirmedByMemberId', e.confirmed_by_member_id, 'confirmedAt', e.confirmed_at,
          'declinedAt', e.declined_at, 'declineReason', e.decline_reason,
          'changes', (SELECT json_agg(json_build_object('memberId', l.member_id, 'amountVnd', l.amount_vnd::text)
            ORDER BY l.amount_vnd) FROM capital_line l WHERE l.event_id = e.id)) ORDER BY e.on_day, e.number)
        FROM capital_event e WHERE e.agreement_id = a.id), '[]'),
      'lines', coalesce((SELECT json_agg(json_build_object('number', f.number, 'source', f.source,
          'budgetLine', f.budget_line, 'organisationId', o.id,
          'body', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr),
          'allocatedVnd', f.allocated_vnd::text, 'reference', f.reference,
          'tranches', coalesce((SELECT json_agg(json_build_object('number', t.number, 'dueOn', t.due_on,
              'amountVnd', t.amount_vnd::text, 'condition', t.condition, 'conditionMetAt', t.condition_met_at,
              'conditionReference', t.condition_reference,
              'paidVnd', (SELECT coalesce(sum(x.amount_vnd), 0)::text FROM funding_transaction x WHERE x.tranche_id = t.id)
            ) ORDER BY t.number) FROM funding_tranche t WHERE t.line_id = f.id), '[]'),
          'payments', coalesce((SELECT json_agg(json_build_object('number', x.number, 'onDay', x.on_day,
              'tranche', (SELECT number FROM funding_tranche WHERE id = x.tranche_id), 'amountVnd', x.amount_vnd::text,
              'memberId', x.member_id, 'ground', x.refund_ground, 'reference', x.reference,
              'evidenceSha256', x.evidence_sha256)
              ORDER BY x.on_day, x.number) FROM funding_transaction x WHERE x.line_id = f.id), '[]')) ORDER BY f.number)
        FROM funding_line f JOIN organisation o ON o.id = f.organisation_id WHERE f.agreement_id = a.id), '[]')
      ) ORDER BY a.signed_at, a.product_code)
      FROM agreement a WHERE a.partnership_id = p.id AND a.signed_at IS NOT NULL), '[]') AS agreements
  FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`;

/**
 * The money of every signed agreement of a public partnership as it is known now, with the tolerance (ppm) of a day;
 * null where there is none of that code. Declined events are in it, for those inside. One statement.
 */
export async function findMoney(code: string, on: string): Promise<Money | null> {
  const { rows } = await pool().query<Money>(MONEY, [code, on]);
  return rows[0] ?? null;
}
