-- Ids of the documents that a query matches, always by the index: a scan of the table would read every document's words
-- out of line, ten times as slow, and the planner does not know that.
CREATE FUNCTION search_matching(wanted tsquery) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 2000 SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT d.id FROM search_document d WHERE d.vector @@ wanted
$$;
