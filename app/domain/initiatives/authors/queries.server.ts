import { hashToken, isSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { Author } from "./author.ts";

/** The authors of an initiative, the proposer first. For the proposer alone: it holds addresses. One statement. */
export async function listAuthors(initiativeId: string): Promise<Author[]> {
  const { rows } = await pool().query<Author>(
    `SELECT id, position, name, email, part, contribution_ppm AS "contributionPpm", confirmed_ppm AS "confirmedPpm",
      declined_at IS NOT NULL AS declined FROM initiative_author WHERE initiative_id = $1 ORDER BY position`,
    [initiativeId],
  );
  return rows;
}

/** What an invited author is shown before they answer. */
export type Authorship = {
  code: string;
  title: Texts;
  proposer: string;
  name: string;
  email: string;
  part: string;
  contributionPpm: number;
};

/** The authorship that a one-time link asks about; null for a link that is used, void or unknown. Reading changes nothing. */
export async function findAuthorship(secret: string | undefined): Promise<Authorship | null> {
  if (!isSecret(secret)) return null;
  const { rows } = await pool().query<Authorship>(
    `SELECT i.code, i.title, first.name AS proposer, a.name, a.email, a.part, a.contribution_ppm AS "contributionPpm"
    FROM initiative_author a JOIN initiative i ON i.id = a.initiative_id
      JOIN initiative_author first ON first.initiative_id = i.id AND first.position = 1
    WHERE a.token_hash = $1 AND i.state IN ('DRAFT', 'NEEDS_COMPLETION')`,
    [hashToken(secret)],
  );
  return rows[0] ?? null;
}
