import type { Actor, House } from "#app/domain/accounts/actor.ts";
import { representedBy } from "#app/domain/accounts/actor.ts";
import type { Scenario } from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import { type MemberFacts, mayReadVariants } from "../partnership.policy.ts";
import type { Variant } from "./variant.ts";
import { readContent } from "./variant-content.ts";

/** A saved variant as it stands in the list of the workbench. */
export type SavedVariant = {
  id: string;
  name: string;
  organisation: { id: string; names: Texts; house: House };
  savedAt: string;
  sharedAt: string | null;
  comments: number;
};

export type VariantComment = {
  id: string;
  organisation: { names: Texts; house: House };
  post: string;
  text: string;
  saidAt: string;
};

/** The agreement whose workbench it is, and the members that may look. */
export type WorkbenchOf = { agreementId: string; members: readonly MemberFacts[] };

const ORGANISATION = `json_build_object('id', o.id, 'house', o.house,
    'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) AS organisation`;

/**
 * The actor's own variants of an agreement and those that members shared, the newest first. Empty for whoever is neither
 * a representative of a member that joined nor the auditor. One statement.
 */
export async function listVariants(actor: Actor, { agreementId, members }: WorkbenchOf): Promise<SavedVariant[]> {
  if (!mayReadVariants(actor, members)) return [];
  const { rows } = await pool().query<Omit<SavedVariant, "savedAt" | "sharedAt"> & Stamps>(
    `SELECT v.id, v.name, v.saved_at AS "savedAt", v.shared_at AS "sharedAt", ${ORGANISATION},
       (SELECT count(*)::int FROM share_variant_comment c WHERE c.variant_id = v.id) AS comments
     FROM share_variant v JOIN organisation o ON o.id = v.organisation_id
     WHERE v.agreement_id = $1 AND (v.shared_at IS NOT NULL OR v.organisation_id = ANY ($2::uuid[]))
     ORDER BY coalesce(v.shared_at, v.saved_at) DESC, v.id`,
    [agreementId, representedBy(actor)],
  );
  return rows.map((row) => ({ ...row, ...stamped(row) }));
}

/** One of them with its content and what members said of it, oldest first; null where the actor may not see it. One statement. */
export async function findVariant(
  actor: Actor,
  { agreementId, members }: WorkbenchOf,
  id: string | undefined,
): Promise<(Omit<SavedVariant, "comments"> & { variant: Variant; comments: VariantComment[] }) | null> {
  if (!isUuid(id) || !mayReadVariants(actor, members)) return null;
  const { rows } = await pool().query<
    Omit<SavedVariant, "savedAt" | "sharedAt" | "comments"> & Stamps & { content: unknown; comments: VariantComment[] }
  >(
    `SELECT v.id, v.name, v.saved_at AS "savedAt", v.shared_at AS "sharedAt", v.content, ${ORGANISATION},
       coalesce((SELECT json_agg(json_build_object('id', c.id, 'post', c.post, 'text', c.text, 'saidAt', c.said_at,
           'organisation', json_build_object('house', s.house,
             'names', json_build_object('vi', s.name_vi, 'en', s.name_en, 'fr', s.name_fr))) ORDER BY c.said_at, c.id)
         FROM share_variant_comment c JOIN organisation s ON s.id = c.organisation_id WHERE c.variant_id = v.id), '[]')
         AS comments
     FROM share_variant v JOIN organisation o ON o.id = v.organisation_id
     WHERE v.id = $1 AND v.agreement_id = $2 AND (v.shared_at IS NOT NULL OR v.organisation_id = ANY ($3::uuid[]))`,
    [id, agreementId, representedBy(actor)],
  );
  const [found] = rows;
  if (!found) return null;
  const { content, ...saved } = found;
  return { ...saved, ...stamped(found), variant: readContent(content) };
}

type Stamps = { savedAt: Date; sharedAt: Date | null };

function stamped({ savedAt, sharedAt }: Stamps) {
  return { savedAt: savedAt.toISOString(), sharedAt: sharedAt?.toISOString() ?? null };
}

/** What may happen, as the parties last told each other, and what a difference of shares in đồng needs beside it. */
export type StoredScenarios = {
  from: { id: string; name: string; sharedAt: string };
  scenarios: readonly Scenario[];
  capitalVnd: bigint;
  /** by membership id; null: no cap */
  caps: ReadonlyMap<string, bigint | null>;
};

/**
 * The scenarios of the variant that was shared last and has any, for pages that only members and the auditor see.
 * Null where none was shared. One statement.
 */
export async function scenariosOf(agreementId: string): Promise<StoredScenarios | null> {
  const { rows } = await pool().query<{ id: string; name: string; sharedAt: Date; content: unknown }>(
    `SELECT id, name, shared_at AS "sharedAt", content FROM share_variant
     WHERE agreement_id = $1 AND shared_at IS NOT NULL AND jsonb_array_length(content -> 'scenarios') > 0
     ORDER BY shared_at DESC, id LIMIT 1`,
    [agreementId],
  );
  const [found] = rows;
  if (!found) return null;
  const { scenarios, capitalVnd, parties } = readContent(found.content);
  return {
    from: { id: found.id, name: found.name, sharedAt: found.sharedAt.toISOString() },
    scenarios,
    capitalVnd,
    caps: new Map(parties.map(({ party, capVnd }) => [party, capVnd])),
  };
}
