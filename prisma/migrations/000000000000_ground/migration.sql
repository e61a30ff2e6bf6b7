-- Extensions that later migrations build on. All four are trusted: the owner of a database may create them.

CREATE EXTENSION IF NOT EXISTS unaccent;    -- search without tones
CREATE EXTENSION IF NOT EXISTS pg_trgm;     -- search with typing errors
CREATE EXTENSION IF NOT EXISTS btree_gist;  -- periods of one thing must not overlap
CREATE EXTENSION IF NOT EXISTS pgcrypto;    -- digests in triggers

-- The application reads and writes through this group and nothing else: each migration grants it what it needs.
GRANT USAGE ON SCHEMA public TO ba_nha_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
