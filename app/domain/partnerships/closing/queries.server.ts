import { db, pool } from "#prisma/client.server.ts";
import type { FoundClosing } from "./closing.ts";
import { accountOf } from "./internal/account.server.ts";

const CLOSING = `
  SELECT p.code, p.title, p.state::text AS state,
    (SELECT json_agg(json_build_object('organisationId', o.id, 'house', o.house,
        'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) ORDER BY m.position)
      FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.partnership_id = p.id) AS members,
    ARRAY(SELECT DISTINCT f.organisation_id::text FROM funding_line f JOIN agreement a ON a.id = f.agreement_id
      WHERE a.partnership_id = p.id) AS payers,
    (SELECT json_build_object('number', c.number, 'state', c.state, 'text', c.text, 'textSha256', c.text_sha256,
        'lapseReason', c.lapse_reason, 'profitTailUntil', c.profit_tail_until, 'drawnPost', c.drawn_post,
        'drawnAt', c.drawn_at, 'seenPost', c.seen_post, 'seenAt', c.seen_at, 'endedAt', c.ended_at,
        'by', json_build_object('vi', b.name_vi, 'en', b.name_en, 'fr', b.name_fr))
      FROM partnership_closing c JOIN organisation b ON b.id = c.organisation_id
      WHERE c.partnership_id = p.id AND c.state <> 'WITHDRAWN' ORDER BY c.number DESC LIMIT 1) AS closing
  FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`;

/** The account of a public partnership; null where there is none of that code. Two statements. */
export async function findClosing(code: string): Promise<FoundClosing | null> {
  const { rows } = await pool().query<Omit<FoundClosing, "account">>(CLOSING, [code]);
  const [found] = rows;
  return found ? { ...found, account: await accountOf(db(), code) } : null;
}
