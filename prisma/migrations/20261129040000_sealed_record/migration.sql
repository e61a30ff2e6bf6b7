-- AlterEnum
ALTER TYPE "SubjectType" ADD VALUE 'RECORD';

-- AlterTable
ALTER TABLE "record_entry" ADD COLUMN     "actor_organisation" TEXT;

-- CreateTable
CREATE TABLE "record_unsealed" (
    "entry_id" BIGINT NOT NULL,

    CONSTRAINT "record_unsealed_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "record_leaf" (
    "leaf_index" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,

    CONSTRAINT "record_leaf_pkey" PRIMARY KEY ("leaf_index")
);

-- CreateTable
CREATE TABLE "record_node" (
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "record_node_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "record_head" (
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "record_head_pkey" PRIMARY KEY ("size")
);

-- CreateIndex
CREATE UNIQUE INDEX "record_leaf_entry_id_key" ON "record_leaf"("entry_id");

-- AddForeignKey
ALTER TABLE "record_leaf" ADD CONSTRAINT "record_leaf_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "record_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. What a leaf is -----------------------------------------------------------------------------------------------------
-- The code is kept as it was: that of an organisation may still be corrected before somebody verifies it.
UPDATE record_entry e SET actor_organisation = o.scheme || '-' || o.identifier FROM organisation o
WHERE o.id = e.actor_organisation_id;

-- The leaf hash of RFC 6962 over the canonical text of an entry (sorted keys, no white space): app/domain/record/leaf.ts
-- says the same, and so does tools/verify-record.
CREATE FUNCTION record_leaf_hash(entry record_entry) RETURNS bytea LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256('\x00'::bytea || convert_to(
    '{"actor":{"organisation":' || coalesce(to_json(entry.actor_organisation)::text, 'null')
    || ',"post":' || to_json(entry.actor_post)::text
    || '},"at":"' || to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","entry":' || entry.id
    || ',"kind":' || to_json(entry.kind)::text
    || ',"payload":"' || entry.sha256
    || '","subject":{"code":' || to_json(entry.subject_code)::text
    || ',"type":"' || entry.subject_type || '"}}', 'UTF8'))
$$;

-- 2. Every entry waits for the sealer from its own transaction on -------------------------------------------------------
CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.actor_organisation := (SELECT scheme || '-' || identifier FROM organisation WHERE id = NEW.actor_organisation_id);
  INSERT INTO record_unsealed (entry_id) VALUES (NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER await_seal BEFORE INSERT ON record_entry FOR EACH ROW EXECUTE FUNCTION await_seal();
INSERT INTO record_unsealed SELECT id FROM record_entry;

CREATE FUNCTION leave_sealed_alone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM gone g WHERE NOT EXISTS (SELECT FROM record_leaf f WHERE f.entry_id = g.entry_id)) THEN
    RAISE EXCEPTION 'UNSEALED record_unsealed' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER leave_sealed_alone AFTER DELETE ON record_unsealed REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION leave_sealed_alone();

-- 3. The tree: leaves without a gap, nodes and heads that follow from them ----------------------------------------------
CREATE FUNCTION check_leaves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE first bigint; last bigint; many bigint;
BEGIN
  SELECT min(leaf_index), max(leaf_index), count(*) INTO first, last, many FROM fresh;
  IF many > 0 AND (last - first + 1 <> many OR first < 0
    OR first > 0 AND NOT EXISTS (SELECT FROM record_leaf WHERE leaf_index = first - 1)) THEN
    RAISE EXCEPTION 'GAP record_leaf' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_leaves AFTER INSERT ON record_leaf REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION check_leaves();

-- A node over w leaves has place + 1 = 2s + w with s a multiple of w: w is the lowest bit that is set.
CREATE FUNCTION check_nodes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fresh n LEFT JOIN record_leaf f ON f.leaf_index = n.place / 2 LEFT JOIN record_entry e ON e.id = f.entry_id
    WHERE n.place % 2 = 0 AND n.hash IS DISTINCT FROM record_leaf_hash(e)
  ) OR EXISTS (
    SELECT FROM fresh n, LATERAL (SELECT ((n.place + 1) & -(n.place + 1)) / 2 AS half) AS w
      LEFT JOIN LATERAL (SELECT hash FROM record_node WHERE place = n.place - w.half) AS l ON true
      LEFT JOIN LATERAL (SELECT hash FROM record_node WHERE place = n.place + w.half) AS r ON true
    WHERE n.place % 2 = 1 AND n.hash IS DISTINCT FROM sha256('\x01'::bytea || l.hash || r.hash)
  ) THEN
    RAISE EXCEPTION 'WRONG record_node' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_nodes AFTER INSERT ON record_node REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION check_nodes();

-- The root over the first `size` leaves, folded from the full subtrees at its right edge.
CREATE FUNCTION record_root(size bigint) RETURNS bytea LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE rest bigint := size; width bigint; node bytea; root bytea;
BEGIN
  WHILE rest > 0 LOOP
    width := rest & -rest;
    node := (SELECT hash FROM record_node WHERE place = 2 * (rest - width) + width - 1);
    root := CASE WHEN root IS NULL THEN node ELSE sha256('\x01'::bytea || node || root) END;
    IF root IS NULL THEN RETURN NULL; END IF;
    rest := rest - width;
  END LOOP;
  RETURN root;
END $$;

CREATE FUNCTION check_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE former record_head;
BEGIN
  SELECT * INTO former FROM record_head ORDER BY size DESC LIMIT 1;
  IF former.size >= NEW.size OR former.at > NEW.at
    OR NEW.size IS DISTINCT FROM (SELECT max(leaf_index) + 1 FROM record_leaf)
    OR NEW.root IS DISTINCT FROM record_root(NEW.size) THEN
    RAISE EXCEPTION 'WRONG record_head' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_head BEFORE INSERT ON record_head FOR EACH ROW EXECUTE FUNCTION check_head();

-- 4. Nothing of it ever changes or goes, whoever asks ---------------------------------------------------------------------
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'APPEND_ONLY %', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record_entry
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record_node
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record_head
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The number of an entry comes from the sequence alone, its organisation's code from the trigger.
REVOKE INSERT ON record_entry FROM ba_nha_app;
GRANT INSERT (at, kind, subject_type, subject_code, actor_organisation_id, actor_post, payload, sha256)
  ON record_entry TO ba_nha_app;
GRANT SELECT, DELETE ON record_unsealed TO ba_nha_app;
GRANT SELECT, INSERT ON record_leaf, record_node, record_head TO ba_nha_app;
ALTER TABLE record_node ADD CHECK (place >= 0 AND length(hash) = 32);
ALTER TABLE record_head ADD CHECK (size > 0 AND length(root) = 32);
