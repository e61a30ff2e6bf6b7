import { pool } from "#prisma/client.server.ts";

/** Counts of agreements: signed ones, out of all that were opened, and what the signed ones reach. */
export type AgreementFigures = {
  signed: number;
  all: number;
  /** organisations that are members of a partnership with a signed agreement, each once */
  parties: number;
  /** strategic products that a signed agreement covers, each once */
  products: number;
  /** partnerships with a signed agreement */
  partnerships: number;
};

/** One statement. */
export async function readAgreementFigures(): Promise<AgreementFigures> {
  const { rows } = await pool().query<AgreementFigures>(
    `SELECT count(*) FILTER (WHERE signed_at IS NOT NULL)::int AS signed,
       count(*)::int AS all,
       (SELECT count(DISTINCT m.organisation_id)::int FROM partnership_member m JOIN partnership p ON p.id = m.partnership_id
         WHERE p.published_at IS NOT NULL AND m.joined_at IS NOT NULL) AS parties,
       count(DISTINCT product_code) FILTER (WHERE signed_at IS NOT NULL)::int AS products,
       count(DISTINCT partnership_id) FILTER (WHERE signed_at IS NOT NULL)::int AS partnerships
     FROM agreement`,
  );
  return rows[0] ?? { signed: 0, all: 0, parties: 0, products: 0, partnerships: 0 };
}
