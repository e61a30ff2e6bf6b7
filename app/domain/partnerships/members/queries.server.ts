import { type Actor, type House, representedBy } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { type ReadAmendment, readAmendment, type StoredAmendment } from "../amendments/amendment.ts";
import { mayAppraise } from "../appraisals/appraisal.policy.ts";
import type { ReadAppraisal } from "../appraisals/appraisal.ts";
import { openAppraisal } from "../appraisals/appraisal.ts";
import type { ReadRun } from "../distributions/read-run.ts";
import { amendmentsOf } from "../internal/amendment-sql.ts";
import { APPRAISALS } from "../internal/appraisal-sql.ts";
import { runsOf } from "../internal/distribution-sql.ts";
import { type MemberFacts, mayReadDraft } from "../partnership.policy.ts";
import type { MemberRole, PartnershipForm } from "../partnership.schema.ts";
import type { AgreementState, PartnershipState } from "../partnership.ts";
import type { ShareDimension } from "../share-schedule.ts";
import type { AgreementTerms } from "../terms/terms.ts";

/** A member or somebody invited, as those inside see it. Days are half-open. */
export type InsideMember = MemberFacts & {
  role: MemberRole;
  position: number;
  house: House;
  names: Texts;
  from: string;
  to: string | null;
};

export type InsideAgreement = {
  id: string;
  productCode: string;
  state: AgreementState;
  version: number;
  from: string;
  to: string | null;
  hasStateMoney: boolean;
  profitConfidential: boolean;
  text: string | null;
  textSha256: string | null;
  agreedAt: string | null;
  signedAt: string | null;
  /** of the text that stands now */
  signatures: { memberId: string; post: string; signedAt: string }[];
  schedules: {
    dimension: ShareDimension;
    from: string;
    to: string | null;
    lines: { memberId: string; ppm: number }[];
  }[];
  /** whatever became of them */
  amendments: ReadAmendment[];
  terms: AgreementTerms | null;
  runs: ReadRun[];
  /** the oldest first */
  appraisals: ReadAppraisal[];
};

/** A partnership as those who negotiate it see it: everything, signed or not. */
export type InsidePartnership = {
  code: string;
  state: PartnershipState;
  form: PartnershipForm;
  title: Texts;
  description: Texts;
  totalValueVnd: string | null;
  from: string;
  to: string | null;
  published: boolean;
  members: InsideMember[];
  agreements: InsideAgreement[];
};

const INSIDE = `
  SELECT p.code, p.state, p.form, p.title, p.description, p.total_value_vnd::text AS "totalValueVnd",
    p.valid_from AS "from", p.valid_to AS "to", p.published_at IS NOT NULL AS published,
    (SELECT json_agg(json_build_object('id', m.id, 'organisationId', o.id, 'house', o.house, 'role', m.role,
        'position', m.position, 'joined', m.joined_at IS NOT NULL, 'from', m.valid_from, 'to', m.valid_to,
        'left', coalesce(m.valid_to <= day_in_vietnam(now()), false),
        'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) ORDER BY m.position)
      FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.partnership_id = p.id) AS members,
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'productCode', a.product_code, 'state', a.state,
        'version', a.version, 'from', a.valid_from, 'to', a.valid_to, 'hasStateMoney', a.has_state_money,
        'profitConfidential', a.profit_confidential, 'text', a.text, 'textSha256', a.text_sha256,
        'agreedAt', a.agreed_at, 'signedAt', a.signed_at,
        'signatures', coalesce((SELECT json_agg(json_build_object('memberId', g.member_id, 'post', g.post,
            'signedAt', g.signed_at) ORDER BY g.signed_at)
          FROM signature g WHERE g.agreement_id = a.id AND g.text_sha256 = a.text_sha256), '[]'),
        'schedules', coalesce((SELECT json_agg(json_build_object('dimension', s.dimension, 'from', s.valid_from,
            'to', s.valid_to, 'lines', (SELECT json_agg(json_build_object('memberId', m.id, 'ppm', l.ppm) ORDER BY m.position)
              FROM share_line l JOIN partnership_member m ON m.id = l.member_id WHERE l.schedule_id = s.id)
          ) ORDER BY s.dimension, s.valid_from)
          FROM share_schedule s WHERE s.agreement_id = a.id AND s.superseded_at IS NULL), '[]'),
        'amendments', ${amendmentsOf("true")}, 'terms', a.terms, 'runs', ${runsOf("true")},
        'appraisals', ${APPRAISALS}
      ) ORDER BY a.created_at, a.product_code)
      FROM agreement a WHERE a.partnership_id = p.id), '[]') AS agreements
  FROM partnership p WHERE p.code = $1`;

type StoredPartnership = Omit<InsidePartnership, "agreements"> & {
  agreements: (Omit<InsideAgreement, "amendments"> & { amendments: StoredAmendment[] })[];
};

/**
 * A partnership with everything in it, for representatives of its members, for the auditor, and for the authority that
 * is to appraise an agreement of it; null for everybody else, as if it did not exist. One statement.
 */
export async function findInsidePartnership(actor: Actor, code: string): Promise<InsidePartnership | null> {
  const { rows } = await pool().query<StoredPartnership>(INSIDE, [code]);
  const [found] = rows;
  if (!found || !(mayReadDraft(actor, found.members) || isAsked(actor, found))) return null;
  const { agreements, ...partnership } = found;
  return {
    ...partnership,
    agreements: agreements.map((agreement) => ({
      ...agreement,
      amendments: agreement.amendments.map((one) => readAmendment(one, found.members)),
    })),
  };
}

/** Whether an appraisal of one of its agreements waits for the actor. */
function isAsked(actor: Actor, { agreements, members }: Pick<StoredPartnership, "agreements" | "members">): boolean {
  return agreements.some(({ appraisals }) => {
    const open = openAppraisal(appraisals);
    return open !== null && mayAppraise(actor, open.organisationId, members);
  });
}

export type OwnPartnership = {
  code: string;
  state: PartnershipState;
  title: Texts;
  role: MemberRole;
  joined: boolean;
  organisation: Texts;
  house: House;
  agreements: { productCode: string; state: AgreementState; signed: boolean }[];
};

/** The partnerships of the organisations that the actor represents, invitations first. One statement. */
export async function listOwnPartnerships(actor: Actor): Promise<OwnPartnership[]> {
  const { rows } = await pool().query<OwnPartnership>(
    `SELECT p.code, p.state, p.title, m.role, m.joined_at IS NOT NULL AS joined, o.house,
       json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS organisation,
       coalesce((SELECT json_agg(json_build_object('productCode', a.product_code, 'state', a.state,
           'signed', EXISTS (SELECT 1 FROM signature g WHERE g.agreement_id = a.id AND g.member_id = m.id
             AND g.text_sha256 = a.text_sha256)) ORDER BY a.created_at)
         FROM agreement a WHERE a.partnership_id = p.id), '[]') AS agreements
     FROM partnership_member m JOIN partnership p ON p.id = m.partnership_id JOIN organisation o ON o.id = m.organisation_id
     WHERE m.organisation_id = ANY ($1::uuid[])
     ORDER BY m.joined_at IS NOT NULL, p.created_at DESC, p.code DESC LIMIT 200`,
    [representedBy(actor)],
  );
  return rows;
}

export type InvitableOrganisation = { id: string; names: Texts; house: House; provinceCode: string };

/** Verified organisations, by house and name; those in `except` are left out. One statement. */
export async function listVerifiedOrganisations(except: readonly string[] = []): Promise<InvitableOrganisation[]> {
  const { rows } = await pool().query<InvitableOrganisation>(
    `SELECT id, house, province_code AS "provinceCode",
       json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr) AS names
     FROM organisation WHERE verified_at IS NOT NULL AND id <> ALL ($1::uuid[]) ORDER BY house, name_vi, id LIMIT 1000`,
    [except],
  );
  return rows;
}

/** The organisations for which the actor speaks, verified or not, with their province. One statement. */
export async function listRepresented(actor: Actor): Promise<(InvitableOrganisation & { verified: boolean })[]> {
  const { rows } = await pool().query<InvitableOrganisation & { verified: boolean }>(
    `SELECT id, house, province_code AS "provinceCode", verified_at IS NOT NULL AS verified,
       json_build_object('vi', name_vi, 'en', name_en, 'fr', name_fr) AS names
     FROM organisation WHERE id = ANY ($1::uuid[]) ORDER BY name_vi, id`,
    [representedBy(actor)],
  );
  return rows;
}
