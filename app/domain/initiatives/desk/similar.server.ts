import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { mostAlike, type SimilarQuestion } from "#search/similar/find.server.ts";
import { READING_ROLES } from "../initiative.policy.ts";

export type SimilarFile = { code: string; title: Texts; teaser: Texts };

// Each word is looked up in the index by itself, and the 400 files that have the most of them are read: ranking every
// file that has any word would read them all. Whose file is open to the reader is said by readerOf in initiative.policy.ts. Words that were not sent stay unread:
// while something is completed, the last version counts.
const CANDIDATES = `
  WITH near AS (
    SELECT i.id, sum(asked.weight) AS score
    FROM unnest($1::text[], $2::float8[]) AS asked (word, weight)
      JOIN initiative i ON initiative_words(i.title, i.abstract) @@ plainto_tsquery('simple', asked.word)
    WHERE i.public_at IS NULL AND i.state IN
      ('SUBMITTED', 'NEEDS_COMPLETION', 'SCREENED', 'UNDER_EVALUATION', 'EVALUATED', 'SUBMITTED_TO_STEERING')
      AND i.code <> $3 AND i.proposer_id <> $4
    GROUP BY i.id ORDER BY score DESC, i.code LIMIT 400)
  SELECT i.code, coalesce(v.content->'title', i.title) AS title, coalesce(v.content->'abstract', i.abstract) AS teaser
  FROM near JOIN initiative i ON i.id = near.id LEFT JOIN LATERAL (SELECT v.content::jsonb AS content
    FROM initiative_version v WHERE i.state = 'NEEDS_COMPLETION' AND v.initiative_id = i.id
    ORDER BY v.number DESC LIMIT 1) v ON true
  WHERE NOT EXISTS (SELECT 1 FROM initiative_author a
      WHERE a.initiative_id = i.id AND a.person_id = $4 AND a.confirmed_at IS NOT NULL)
    AND ($5 OR EXISTS (
      SELECT 1 FROM obligation o CROSS JOIN LATERAL (VALUES (o.debtor_role, o.debtor_organisation_id),
          (o.creditor_role, o.creditor_organisation_id)) AS w (role, body)
        JOIN unnest($6::text[], $7::uuid[]) AS held (role, body)
          ON CASE WHEN w.body IS NULL THEN held.role = w.role ELSE held.body = w.body END
      WHERE o.subject_type = 'INITIATIVE' AND o.subject_id = i.id))
  ORDER BY near.score DESC, i.code LIMIT 20`;

/**
 * Submitted files without a decision, not public, that are like what was asked about and open to the reader; the most
 * alike first, five at most, never the file itself. One statement.
 */
export async function listSimilarFiles(
  actor: Actor,
  except: string,
  question: SimilarQuestion,
): Promise<SimilarFile[]> {
  if (question.telling.length === 0) return [];
  const held = actor.roles.filter(({ role }) => READING_ROLES.includes(role));
  const { rows } = await pool().query<SimilarFile>(CANDIDATES, [
    question.telling.map(({ word }) => word),
    question.telling.map(({ weight }) => weight),
    except,
    actor.personId,
    holds(actor, "AUDITOR"),
    held.map(({ role }) => role),
    held.map(({ organisationId }) => organisationId),
  ]);
  return mostAlike(question, rows);
}
