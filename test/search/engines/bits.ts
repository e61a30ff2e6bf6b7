import { pool } from "#prisma/client.server.ts";

// What the bits must say, reckoned from the documents themselves.
const WANTED = `
  WITH has (kind, key, place) AS (
    SELECT 'word', l.lexeme, t.place FROM search_text t, unnest(t.vector) AS l JOIN search_common c ON c.lexeme = l.lexeme
    UNION ALL SELECT 'facet', f, d.place FROM search_document d, unnest(d.facets) AS f
  ), wanted AS (
    SELECT kind, key, place >> 13 AS chunk, bit_or(set_bit(search_no_bits(), place & 8191, 1)) AS bits FROM has GROUP BY 1, 2, 3
  ), held AS (
    SELECT 'word' AS kind, lexeme AS key, chunk, bits FROM search_bits
    UNION ALL SELECT 'facet', facet || ':' || value, chunk, bits FROM search_facet
  )
  SELECT coalesce(w.key, h.key) AS key FROM wanted w FULL JOIN held h USING (kind, key, chunk)
  WHERE coalesce(w.bits, search_no_bits()) IS DISTINCT FROM coalesce(h.bits, search_no_bits())
  UNION ALL SELECT 'a place without words: ' || place FROM search_document FULL JOIN search_text t USING (place)
  WHERE search_document.id IS NULL OR t.vector IS NULL`;

/** Words and facets of which the bits of PostgreSQL's index say otherwise than its documents. */
export async function bitsThatLie(): Promise<string[]> {
  const { rows } = await pool().query<{ key: string }>(WANTED);
  return rows.map(({ key }) => key);
}
