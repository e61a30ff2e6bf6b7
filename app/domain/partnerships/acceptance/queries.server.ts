import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { FileText, ReadLoss, ReadRiskFile } from "./acceptance.ts";

const LOSS = `json_build_object('productCode', a.product_code, 'number', r.number, 'from', r.period_from, 'to', r.period_to,
  'lossVnd', (-r.total_vnd)::text, 'stateVnd', (SELECT coalesce(-sum(l.amount_vnd), 0)::text FROM distribution_line l
    JOIN partnership_member m ON m.id = l.member_id JOIN organisation o ON o.id = m.organisation_id
    WHERE l.run_id = r.id AND l.tier = 'LOSS' AND o.house = 'STATE'))`;

const FILES = `
  SELECT
    coalesce((SELECT json_agg(json_build_object('number', f.number, 'textSha256', f.text_sha256, 'criteria', f.criteria,
        'sealedAt', f.sealed_at, 'text', f.text,
        'seals', (SELECT json_agg(json_build_object('memberId', s.member_id, 'post', s.post, 'sealedAt', s.sealed_at)
            ORDER BY s.sealed_at, s.member_id) FROM risk_seal s WHERE s.file_id = f.id),
        'acceptance', (SELECT json_build_object('organisationId', x.organisation_id, 'askedAt', x.asked_at,
            'authority', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr),
            'loss', ${LOSS}, 'criteriaMet', x.criteria_met, 'procedureFollowed', x.procedure_followed,
            'noFraud', x.no_fraud, 'noMisuse', x.no_misuse, 'decision', x.decision, 'reason', x.reason,
            'lessons', x.lessons, 'post', x.post, 'decidedAt', x.decided_at)
          FROM risk_acceptance x JOIN organisation o ON o.id = x.organisation_id
            JOIN distribution_run r ON r.id = x.loss_run_id JOIN agreement a ON a.id = r.agreement_id
          WHERE x.file_id = f.id)) ORDER BY f.number)
      FROM risk_file f WHERE f.partnership_id = p.id), '[]') AS files,
    coalesce((SELECT json_agg(${LOSS} ORDER BY r.period_to, a.product_code, r.number)
      FROM distribution_run r JOIN agreement a ON a.id = r.agreement_id
      WHERE a.partnership_id = p.id AND r.kind = 'LOSS' AND r.state = 'LOCKED'), '[]') AS losses
  FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`;

type Row = { files: (Omit<ReadRiskFile, "text"> & { text: string })[]; losses: ReadLoss[] };

/** The sealed files of a public partnership, by number, and its locked losses. One statement; `mayRead` decides on texts. */
export async function findRiskFiles(
  code: string,
  mayRead: (authorityId: string | null) => boolean,
): Promise<{ files: ReadRiskFile[]; losses: ReadLoss[] }> {
  const { rows } = await pool().query<Row>(FILES, [code]);
  const { files = [], losses = [] } = rows[0] ?? {};
  return {
    losses,
    files: files.map(({ text, ...file }) => ({
      ...file,
      text: mayRead(file.acceptance?.organisationId ?? null) ? contentOf(text) : null,
    })),
  };
}

function contentOf(text: string): FileText {
  return JSON.parse(text);
}

type WaitingFile = {
  code: string;
  title: Texts;
  number: number;
  authority: Texts;
  askedAt: string;
  dueOn: string | null;
};

/** The sealed files that wait for a decision of the actor's bodies, the auditor sees all; first what is due first. One statement. */
export async function listWaitingFiles(actor: Actor): Promise<WaitingFile[]> {
  const bodies = actor.roles.flatMap(({ role, organisationId }) =>
    role === "STEERING" && organisationId ? [organisationId] : [],
  );
  const { rows } = await pool().query<WaitingFile>(
    `SELECT p.code, p.title, f.number, to_json(x.asked_at)#>>'{}' AS "askedAt", b.due_on::text AS "dueOn",
       json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS authority
     FROM risk_acceptance x JOIN risk_file f ON f.id = x.file_id JOIN partnership p ON p.id = f.partnership_id
       JOIN organisation o ON o.id = x.organisation_id
       LEFT JOIN obligation b ON b.subject_id = f.id AND b.kind = 'RISK_ACCEPTANCE' AND b.done_at IS NULL AND b.voided_at IS NULL
     WHERE x.decision IS NULL AND ($2 OR x.organisation_id = ANY ($1::uuid[]))
     ORDER BY b.due_on, x.asked_at LIMIT 200`,
    [bodies, holds(actor, "AUDITOR")],
  );
  return rows;
}
