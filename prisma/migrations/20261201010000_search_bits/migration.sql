-- The index is derived data: it is filled anew from the records by npm run search:rebuild and at the start of the worker.
DELETE FROM search_document;
DELETE FROM search_word;

DROP FUNCTION search_matching(tsquery);
DROP INDEX search_document_facets;
DROP INDEX search_document_newest;
DROP INDEX search_document_updated;

-- AlterTable
ALTER TABLE "search_document" DROP COLUMN "vector",
ADD COLUMN     "place" INTEGER NOT NULL;

-- CreateTable
CREATE TABLE "search_text" (
    "place" INTEGER NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "search_common" (
    "lexeme" TEXT NOT NULL,

    CONSTRAINT "search_common_pkey" PRIMARY KEY ("lexeme")
);

-- CreateTable
CREATE TABLE "search_bits" (
    "lexeme" TEXT NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bits" bit varying(8192) NOT NULL,

    CONSTRAINT "search_bits_pkey" PRIMARY KEY ("lexeme","chunk")
);

-- CreateTable
CREATE TABLE "search_facet" (
    "chunk" INTEGER NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "bits" bit varying(8192) NOT NULL,

    CONSTRAINT "search_facet_pkey" PRIMARY KEY ("chunk","facet","value")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_document_place_key" ON "search_document"("place");

GRANT SELECT, INSERT, UPDATE, DELETE ON search_text, search_common, search_bits, search_facet TO ba_nha_app;

-- Places are given once; within 8,192 the later ones stand first, so that bits are met the newest first.
CREATE SEQUENCE search_place_number AS int MINVALUE 0 START 0;
GRANT USAGE ON SEQUENCE search_place_number TO ba_nha_app;
CREATE FUNCTION search_next_place() RETURNS int LANGUAGE sql VOLATILE AS $$
  SELECT ((n | 8191) - (n & 8191))::int FROM nextval('search_place_number') AS n
$$;

-- A search goes to the rows of many matches for their places alone: the words lie outside of them.
ALTER TABLE search_text SET (toast_tuple_target = 128);
CREATE INDEX search_text_vector ON search_text USING gin (vector) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_document_newest ON search_document (published_at DESC, id) INCLUDE (place);
CREATE INDEX search_document_updated ON search_document (updated_at DESC, id) INCLUDE (place);

-- Bits are read whole and change in place.
ALTER TABLE search_bits ALTER COLUMN bits SET STORAGE PLAIN, SET (fillfactor = 85), ADD CHECK (length(bits) = 8192);
ALTER TABLE search_facet ALTER COLUMN bits SET STORAGE PLAIN, SET (fillfactor = 85), ADD CHECK (length(bits) = 8192);

CREATE FUNCTION search_no_bits() RETURNS bit varying LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT repeat('0', 8192)::bit varying
$$;

-- Places of the documents that a query matches, always by the index: a scan of the table would read every document's
-- words out of line, ten times as slow, and the planner does not know that.
CREATE FUNCTION search_matching(wanted tsquery) RETURNS SETOF int
LANGUAGE sql STABLE ROWS 500 SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT t.place FROM search_text t WHERE t.vector @@ wanted
$$;

-- The same as bits.
CREATE FUNCTION search_matching_bits(wanted tsquery) RETURNS TABLE (chunk int, bits bit varying)
LANGUAGE sql STABLE ROWS 10 AS $$
  SELECT m.place >> 13, bit_or(set_bit(search_no_bits(), m.place & 8191, 1)) FROM search_matching(wanted) AS m (place)
  GROUP BY 1
$$;

-- Bits of many chunks as one run, from the first place on; the chunks have to come without a gap.
CREATE AGGREGATE search_run(bit varying) (SFUNC = bitcat, STYPE = bit varying);

-- The first `most` places in rows of bits, row after row, with the number of the row that each is in.
CREATE FUNCTION search_places(rows_of int[], chunks int[], bits bit varying[], most int)
RETURNS TABLE (row_of int, place int) LANGUAGE plpgsql IMMUTABLE ROWS 500 AS $$
DECLARE
  rest bit varying;
  base int;
  step int;
  left_over int := most;
BEGIN
  FOR i IN 1 .. coalesce(cardinality(chunks), 0) LOOP
    row_of := rows_of[i];
    rest := bits[i];
    base := chunks[i] * 8192 - 1;
    LOOP
      EXIT WHEN left_over <= 0;
      step := position(B'1' IN rest);
      EXIT WHEN step = 0;
      base := base + step;
      place := base;
      RETURN NEXT;
      left_over := left_over - 1;
      rest := substring(rest FROM step + 1);
    END LOOP;
    EXIT WHEN left_over <= 0;
  END LOOP;
END $$;
