import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { MemberFacts } from "../partnership.policy.ts";
import type { PartnershipState } from "../partnership.ts";
import type { ReadMotion } from "./motion.ts";

export type Standing = {
  code: string;
  title: Texts;
  state: PartnershipState;
  members: (MemberFacts & { house: House; names: Texts })[];
  /** the newest first */
  motions: ReadMotion[];
};

/** Who may vote, and every motion with its votes; null where there is no public partnership of that code. One statement. */
export async function findStanding(code: string): Promise<Standing | null> {
  const { rows } = await pool().query<Standing>(
    `SELECT p.code, p.title, p.state::text AS state,
       (SELECT json_agg(json_build_object('id', m.id, 'organisationId', m.organisation_id, 'role', m.role,
           'joined', m.joined_at IS NOT NULL, 'house', o.house,
           'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) ORDER BY m.position)
         FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
         WHERE m.partnership_id = p.id AND m.joined_at IS NOT NULL
           AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)) AS members,
       coalesce((SELECT json_agg(json_build_object('number', n.number, 'kind', n.kind, 'state', n.state,
           'reason', n.reason, 'untilOn', n.until_on, 'byOrganisationId', n.by_organisation_id,
           'byMemberId', n.by_member_id, 'post', n.post, 'movedAt', n.moved_at, 'endedAt', n.ended_at,
           'by', json_build_object('vi', b.name_vi, 'en', b.name_en, 'fr', b.name_fr),
           'votes', coalesce((SELECT json_agg(json_build_object('memberId', v.member_id, 'inFavour', v.in_favour,
               'post', v.post, 'votedAt', v.voted_at) ORDER BY v.voted_at)
             FROM motion_vote v WHERE v.motion_id = n.id), '[]')) ORDER BY n.number DESC)
         FROM partnership_motion n JOIN organisation b ON b.id = n.by_organisation_id
         WHERE n.partnership_id = p.id), '[]') AS motions
     FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`,
    [code],
  );
  return rows[0] ?? null;
}
