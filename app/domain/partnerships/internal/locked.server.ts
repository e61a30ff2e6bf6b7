import type { House } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { MemberRole, PartnershipForm } from "../partnership.schema.ts";
import type { AgreementState, PartnershipState } from "../partnership.ts";
import type { AgreementTerms } from "../terms/terms.ts";

export type LockedMember = {
  id: string;
  organisationId: string;
  role: MemberRole;
  position: number;
  /** half-open days */
  from: string;
  to: string | null;
  joined: boolean;
  /** its days as a member are over */
  left: boolean;
  house: House;
  name: string;
  scheme: string;
  identifier: string;
  verified: boolean;
};

/** What a command needs to know of a partnership while nobody else can move it or anything in it. */
export type LockedPartnership = {
  id: string;
  code: string;
  state: PartnershipState;
  form: PartnershipForm;
  title: Record<string, string>;
  from: string;
  to: string | null;
  /** decimal text of đồng */
  totalValueVnd: string | null;
  trlStart: number | null;
  trlTarget: number | null;
  published: boolean;
  /** in the order of parties */
  members: LockedMember[];
};

export type LockedAgreement = {
  id: string;
  productCode: string;
  version: number;
  state: AgreementState;
  from: string;
  to: string | null;
  profitConfidential: boolean;
  hasStateMoney: boolean;
  terms: AgreementTerms | null;
  text: string | null;
  textSha256: string | null;
  /** of its newest signed amendment, else its own */
  governingText: string | null;
};

/** Locks a partnership until the transaction ends; null when there is none of that code. */
export async function lockPartnership(tx: Tx, code: string): Promise<LockedPartnership | null> {
  const locked = await tx.$queryRaw<unknown[]>`SELECT 1 FROM partnership WHERE code = ${code} FOR UPDATE`;
  if (locked.length === 0) return null;
  const rows = await tx.$queryRaw<LockedPartnership[]>`
    SELECT p.id::text, p.code, p.state::text AS state, p.form::text AS form, p.title, p.valid_from::text AS "from",
      p.valid_to::text AS "to", p.total_value_vnd::text AS "totalValueVnd",
      p.trl_start AS "trlStart", p.trl_target AS "trlTarget", p.published_at IS NOT NULL AS published,
      (SELECT json_agg(json_build_object('id', m.id, 'organisationId', m.organisation_id, 'role', m.role,
          'position', m.position, 'from', m.valid_from, 'to', m.valid_to, 'joined', m.joined_at IS NOT NULL,
          'left', coalesce(m.valid_to <= day_in_vietnam(now()), false), 'house', o.house, 'name', o.name_vi, 'scheme', o.scheme, 'identifier', o.identifier,
          'verified', o.verified_at IS NOT NULL) ORDER BY m.position)
        FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.partnership_id = p.id) AS members
    FROM partnership p WHERE p.code = ${code}`;
  return rows[0] ?? null;
}

/** One agreement of a locked partnership, which the lock covers; null when it has none on that product. */
export async function lockedAgreement(
  tx: Tx,
  partnership: LockedPartnership,
  productCode: string,
): Promise<LockedAgreement | null> {
  const rows = await tx.$queryRaw<LockedAgreement[]>`
    SELECT id::text, product_code AS "productCode", version, state::text AS state, valid_from::text AS "from",
      valid_to::text AS "to", profit_confidential AS "profitConfidential", has_state_money AS "hasStateMoney",
      terms, text, text_sha256 AS "textSha256", governing_text(id) AS "governingText"
    FROM agreement WHERE partnership_id = ${partnership.id}::uuid AND product_code = ${productCode}`;
  return rows[0] ?? null;
}

export type OpenAmendment = {
  id: string;
  number: number;
  effectiveFrom: string;
  text: string;
  textSha256: string;
  proposedByMemberId: string;
  /** of a party's exit: signed and ended with its settlement alone */
  settlementId: string | null;
};

/** The amendment of a locked agreement that waits for signatures. */
export async function openAmendment(tx: Tx, agreementId: string): Promise<OpenAmendment | null> {
  const rows = await tx.$queryRaw<OpenAmendment[]>`
    SELECT id::text, number, effective_from::text AS "effectiveFrom", text, text_sha256 AS "textSha256",
      proposed_by_member_id::text AS "proposedByMemberId", settlement_id::text AS "settlementId"
    FROM amendment WHERE agreement_id = ${agreementId}::uuid AND state = 'PROPOSED'`;
  return rows[0] ?? null;
}
