import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { db, pool } from "#prisma/client.server.ts";
import { readReportFacts } from "../internal/report/facts.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { Edition, EditionNumber, ReportFacts } from "./report.ts";

/**
 * What the report of a campaign tells now: everybody reads it from the publication on, its own body of the Front before,
 * as a draft of what is confirmed. Null where the reader may not, or where there is none. One statement.
 */
export async function findReport(actor: Actor | null, code: string): Promise<ReportFacts | null> {
  const facts = await readReportFacts(db(), code);
  return facts && (facts.publishedAt !== null || mayWork(actor, facts)) ? facts : null;
}

/** The printed editions of a report, the newest first. One statement. */
export async function listEditions(code: string): Promise<Edition[]> {
  const { rows } = await pool().query<Edition>(
    `SELECT p.edition, to_json(min(p.made_at))#>>'{}' AS "madeAt", min(p.entry_id)::int AS "entryNo",
       json_object_agg(p.language, p.sha256) AS hashes
     FROM campaign_report p JOIN monitoring_campaign c ON c.id = p.campaign_id WHERE c.code = $1
     GROUP BY p.edition ORDER BY p.edition DESC`,
    [code],
  );
  return rows;
}

/** The PDF of an edition in a language, byte for byte as its hash stands on the record; null where there is none. One statement. */
export async function findPrinted(
  code: string,
  edition: EditionNumber,
  lang: Language,
): Promise<{ pdf: Uint8Array<ArrayBuffer>; sha256: string } | null> {
  const { rows } = await pool().query<{ pdf: Uint8Array<ArrayBuffer>; sha256: string }>(
    `SELECT p.pdf, p.sha256 FROM campaign_report p JOIN monitoring_campaign c ON c.id = p.campaign_id
     WHERE c.code = $1 AND p.edition = $2 AND p.language = $3`,
    [code, edition, lang],
  );
  return rows[0] ?? null;
}
