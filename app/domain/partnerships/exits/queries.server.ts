import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { db, pool } from "#prisma/client.server.ts";
import { type ReadAmendment, readAmendment, type StoredAmendment } from "../amendments/amendment.ts";
import { amendmentsOf } from "../internal/amendment-sql.ts";
import type { MemberFacts } from "../partnership.policy.ts";
import type { MemberRole } from "../partnership.schema.ts";
import type { PartnershipState } from "../partnership.ts";
import type { ExitState, SettlementState, SettlementText } from "./exit.ts";
import { type ExitFacts, exitFacts } from "./internal/exit-facts.server.ts";

export type ExitMember = MemberFacts & {
  role: MemberRole;
  position: number;
  house: House;
  names: Texts;
  from: string;
  to: string | null;
};

export type ReadHandover = {
  id: string;
  productCode: string;
  memberId: string;
  paidInVnd: string;
  priceVnd: string;
  reference: string | null;
  doneAt: string | null;
  /** what it records, while its taker has not confirmed it yet */
  transfer: { number: number; recordedById: string } | null;
};

export type ReadSettlement = {
  number: number;
  state: SettlementState;
  textSha256: string;
  text: string;
  proposedByMemberId: string;
  proposedAt: string;
  endedAt: string | null;
  endReason: string | null;
  /** an authority appraises an amendment of it: nobody signs, declines or withdraws meanwhile */
  isAppraised: boolean;
  signatures: { memberId: string; post: string; signedAt: string }[];
  handovers: ReadHandover[];
};

export type ReadExit = {
  number: number;
  memberId: string;
  state: ExitState;
  effectiveOn: string;
  reason: string;
  post: string;
  givenAt: string;
  endedAt: string | null;
  /** the newest first */
  settlements: ReadSettlement[];
};

export type FoundExits = {
  code: string;
  title: Texts;
  state: PartnershipState;
  from: string;
  members: ExitMember[];
  /** the newest first */
  exits: ReadExit[];
  /** the amendments that belong to an exit */
  amendments: (ReadAmendment & { productCode: string })[];
};

const EXITS = `
  SELECT p.code, p.title, p.state::text AS state, p.valid_from::text AS "from",
    (SELECT json_agg(json_build_object('id', m.id, 'organisationId', o.id, 'house', o.house, 'role', m.role,
        'position', m.position, 'joined', m.joined_at IS NOT NULL, 'from', m.valid_from, 'to', m.valid_to,
        'left', coalesce(m.valid_to <= day_in_vietnam(now()), false),
        'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) ORDER BY m.position)
      FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.partnership_id = p.id AND m.joined_at IS NOT NULL) AS members,
    coalesce((SELECT json_agg(json_build_object('number', e.number, 'memberId', e.member_id, 'state', e.state,
        'effectiveOn', e.effective_on, 'reason', e.reason, 'post', e.post, 'givenAt', e.given_at, 'endedAt', e.ended_at,
        'settlements', coalesce((SELECT json_agg(json_build_object('number', s.number, 'state', s.state,
            'textSha256', s.text_sha256, 'text', s.text, 'proposedByMemberId', s.proposed_by_member_id,
            'proposedAt', s.proposed_at, 'endedAt', s.ended_at, 'endReason', s.end_reason,
            'isAppraised', EXISTS (SELECT FROM amendment x JOIN appraisal w ON w.agreement_id = x.agreement_id
              AND w.amendment = x.number WHERE x.settlement_id = s.id AND w.outcome IS NULL),
            'signatures', coalesce((SELECT json_agg(json_build_object('memberId', g.member_id, 'post', g.post,
                'signedAt', g.signed_at) ORDER BY g.signed_at)
              FROM exit_signature g WHERE g.settlement_id = s.id), '[]'),
            'handovers', coalesce((SELECT json_agg(json_build_object('id', h.id, 'productCode', a.product_code,
                'memberId', h.member_id, 'paidInVnd', h.paid_in_vnd::text, 'priceVnd', h.price_vnd::text,
                'reference', h.reference, 'doneAt', h.done_at, 'transfer', CASE WHEN v.confirmed_at IS NULL AND v.id IS NOT NULL
                  THEN json_build_object('number', v.number, 'recordedById', v.recorded_by_id) END)
                ORDER BY a.product_code, m.position)
              FROM exit_handover h JOIN agreement a ON a.id = h.agreement_id JOIN partnership_member m ON m.id = h.member_id
                LEFT JOIN capital_event v ON v.id = h.event_id
              WHERE h.settlement_id = s.id), '[]')) ORDER BY s.number DESC)
          FROM exit_settlement s WHERE s.exit_id = e.id), '[]')) ORDER BY e.number DESC)
      FROM party_exit e WHERE e.partnership_id = p.id), '[]') AS exits,
    coalesce((SELECT json_agg(json_build_object('productCode', a.product_code,
        'amendments', ${amendmentsOf("e.settlement_id IS NOT NULL")}))
      FROM agreement a WHERE a.partnership_id = p.id), '[]') AS amended
  FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`;

type Row = Omit<FoundExits, "amendments"> & { amended: { productCode: string; amendments: StoredAmendment[] }[] };

/** Every exit of a public partnership with its settlements, as those inside read it; null where there is none of that code. One statement. */
export async function findExits(code: string): Promise<FoundExits | null> {
  const { rows } = await pool().query<Row>(EXITS, [code]);
  const [found] = rows;
  if (!found) return null;
  const { amended, ...exits } = found;
  const amendments = amended.flatMap(({ productCode, amendments: of }) =>
    of.map((one) => ({ ...readAmendment(one, found.members), productCode })),
  );
  return { ...exits, amendments };
}

/** What a settlement says. */
export function saidIn({ text }: Pick<ReadSettlement, "text">): SettlementText {
  return JSON.parse(text);
}

/** What the ledger says of a member that leaves on a day, for each agreement in which it stands then. One statement. */
export function listExitFacts(whose: { memberId: string; effectiveOn: string }): Promise<ExitFacts[]> {
  return exitFacts(db(), whose);
}
