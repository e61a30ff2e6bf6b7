-- The index is derived data: it is filled anew from the records by npm run search:rebuild and at the start of the worker.
DELETE FROM search_document;

ALTER TABLE "search_document" DROP COLUMN "commercialised",
DROP COLUMN "folded",
DROP COLUMN "group_codes",
DROP COLUMN "houses",
DROP COLUMN "product_codes",
DROP COLUMN "province_codes",
DROP COLUMN "stage",
ADD COLUMN     "facets" TEXT[],
ADD COLUMN     "head" tsvector NOT NULL,
ALTER COLUMN "version" SET DATA TYPE TEXT,
ALTER COLUMN "vector" SET NOT NULL;

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "search_word_folded_idx" ON "search_word"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_id_key" ON "search_document"("id");

GRANT SELECT, INSERT, UPDATE, DELETE ON search_word TO ba_nha_app;

-- A query reads facets and head of every match: they stay in the row, and what only a hit needs moves out of it.
ALTER TABLE search_document ALTER COLUMN facets SET NOT NULL;
ALTER TABLE search_document ALTER COLUMN facets SET STORAGE MAIN;
ALTER TABLE search_document ALTER COLUMN head SET STORAGE MAIN;
ALTER TABLE search_document SET (toast_tuple_target = 512);
CREATE INDEX search_document_vector ON search_document USING gin (vector);
CREATE INDEX search_document_facets ON search_document USING gin (facets);
CREATE INDEX search_document_newest ON search_document (published_at DESC, id);
CREATE INDEX search_document_updated ON search_document (updated_at DESC, id);

-- Counts change with every document; the words themselves seldom do.
ALTER TABLE search_word SET (fillfactor = 70);
ALTER TABLE search_word ADD CHECK (documents > 0);
CREATE INDEX search_word_prefix ON search_word (folded text_pattern_ops);
CREATE INDEX search_word_near ON search_word USING gin (folded gin_trgm_ops);

-- Words that look like the wanted one, the likeliest first. Loading pg_trgm makes its setting known before it is named.
DO $$ BEGIN PERFORM similarity('a', 'b'); END $$;
CREATE FUNCTION search_words_near(wanted text, most int) RETURNS TABLE (word text, folded text, documents int)
LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.18 AS $$
  SELECT w.word, w.folded, w.documents FROM search_word w
  WHERE w.folded % wanted AND length(w.folded) BETWEEN length(wanted) - 2 AND length(wanted) + 2
  ORDER BY similarity(w.folded, wanted) DESC, w.documents DESC, w.word LIMIT most
$$;

-- Strategic products under both catalogues: the given codes and what the crosswalk ties to them, the technology groups
-- of the catalogue in force, and every name by which people may look for them.
CREATE FUNCTION search_catalogue(codes text[]) RETURNS TABLE (products text[], groups text[], names text[])
LANGUAGE sql STABLE AS $$
  WITH meant AS (
    SELECT unnest(codes) AS code
    UNION SELECT to_code FROM catalogue_crosswalk WHERE from_code = ANY (codes) AND relation IN ('exact', 'close', 'broad')
    UNION SELECT from_code FROM catalogue_crosswalk WHERE to_code = ANY (codes) AND relation IN ('exact', 'close')
  )
  SELECT
    coalesce(array_agg(DISTINCT p.code), '{}'),
    coalesce(array_agg(DISTINCT g.code) FILTER (
      WHERE daterange(v.valid_from, v.valid_to) @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ), '{}'),
    coalesce(array_agg(DISTINCT n.name) FILTER (WHERE n.name <> ''), '{}')
  FROM meant m
    JOIN strategic_product p ON p.code = m.code
    JOIN technology_group g ON g.code = p.group_code
    JOIN catalogue_version v ON v.code = g.version_code
    CROSS JOIN LATERAL unnest(ARRAY[p.name_vi, p.name_en, p.name_fr, g.name_vi, g.name_en, g.name_fr]) AS n (name)
$$;
