import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";

export type ReadFailing = {
  report: {
    report: string;
    lessons: string;
    evidenceSha256: string | null;
    body: Texts;
    post: string;
    isAuthority: boolean;
    declaredAt: string;
  } | null;
  /** codes of the products whose loss is not allocated yet */
  missing: string[];
  /** a run waits for approvals */
  waits: boolean;
};

/** The final report of a public partnership that failed, or what keeps it from being declared. One statement. */
export async function findFailing(code: string): Promise<ReadFailing> {
  const { rows } = await pool().query<ReadFailing>(
    `SELECT runs_waiting(p.id) AS waits, ARRAY(SELECT losses_missing(p.id)) AS missing,
       (SELECT json_build_object('report', f.report, 'lessons', f.lessons, 'evidenceSha256', f.evidence_sha256,
           'post', f.post, 'isAuthority', f.member_id IS NULL, 'declaredAt', f.declared_at,
           'body', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr))
         FROM failure_report f JOIN organisation o ON o.id = f.organisation_id WHERE f.partnership_id = p.id) AS report
     FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`,
    [code],
  );
  return rows[0] ?? { report: null, missing: [], waits: false };
}
