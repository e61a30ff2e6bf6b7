import type { Actor } from "#app/domain/accounts/actor.ts";
import { holds } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { db, pool, type Tx } from "#prisma/client.server.ts";

type Authority = { id: string; names: { vi: string; en: string | null; fr: string | null } };

/** The verified State bodies in which somebody appraises, without those of `members`, by name. One statement. */
export async function listAuthorities(members: readonly string[], tx: Tx = db()): Promise<Authority[]> {
  return tx.$queryRaw<Authority[]>`
    SELECT o.id::text, json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS names
    FROM organisation o
    WHERE o.house = 'STATE' AND o.verified_at IS NOT NULL AND NOT o.id = ANY (${members}::uuid[]) AND EXISTS (
      SELECT 1 FROM role_grant g WHERE g.organisation_id = o.id AND g.role = 'STEERING' AND g.revoked_at IS NULL
    ) ORDER BY o.name_vi, o.id`;
}

type WaitingAppraisal = {
  code: string;
  title: Texts;
  productCode: string;
  authority: Texts;
  submittedAt: string;
  dueOn: string | null;
};

/** The appraisals that wait for the bodies of the actor, the auditor sees all; first what is due first. One statement. */
export async function listWaitingAppraisals(actor: Actor): Promise<WaitingAppraisal[]> {
  const bodies = actor.roles.flatMap(({ role, organisationId }) =>
    role === "STEERING" && organisationId ? [organisationId] : [],
  );
  const { rows } = await pool().query<WaitingAppraisal>(
    `SELECT p.code, p.title, a.product_code AS "productCode", to_json(w.submitted_at)#>>'{}' AS "submittedAt",
       json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS authority, b.due_on::text AS "dueOn"
     FROM appraisal w JOIN agreement a ON a.id = w.agreement_id JOIN partnership p ON p.id = a.partnership_id
       JOIN organisation o ON o.id = w.organisation_id
       LEFT JOIN obligation b ON b.subject_id = a.id AND b.kind = 'APPRAISAL' AND b.done_at IS NULL AND b.voided_at IS NULL
     WHERE w.outcome IS NULL AND ($2 OR w.organisation_id = ANY ($1::uuid[]))
     ORDER BY b.due_on, w.submitted_at LIMIT 200`,
    [bodies, holds(actor, "AUDITOR")],
  );
  return rows;
}
