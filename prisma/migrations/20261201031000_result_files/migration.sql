-- CreateTable
CREATE TABLE "result_file" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "small_sha256" TEXT,
    "small_width" INTEGER,
    "small_height" INTEGER,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_file_result_id_sha256_key" ON "result_file"("result_id", "sha256");

-- AddForeignKey
ALTER TABLE "result_file" ADD CONSTRAINT "result_file_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_file" ADD CONSTRAINT "result_file_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_file" ADD CONSTRAINT "result_file_small_sha256_fkey" FOREIGN KEY ("small_sha256") REFERENCES "stored_file"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- Files of a result (docs/domain.md, "Results"): a picture was redrawn, a document is as it was sent.
GRANT SELECT, INSERT, UPDATE (title), DELETE ON result_file TO ba_nha_app;
ALTER TABLE result_file ADD CHECK (kind IN ('IMAGE', 'DOCUMENT')), ADD CHECK (length(title) <= 200),
  ADD CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  ADD CHECK (CASE kind WHEN 'IMAGE' THEN num_nonnulls(width, height, small_sha256, small_width, small_height) = 5
    AND width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600 AND small_width BETWEEN 1 AND 640 AND small_height BETWEEN 1 AND 640
    ELSE num_nonnulls(width, height, small_sha256, small_width, small_height) = 0 END);
CREATE TRIGGER freeze_result_file BEFORE INSERT OR UPDATE OR DELETE ON result_file FOR EACH ROW EXECUTE FUNCTION freeze_result_part();

-- A picture is one that was redrawn, and there are only so many of each kind, however many are sent at once.
CREATE FUNCTION guard_result_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.kind = 'IMAGE') <> (SELECT media_type LIKE 'image/%' FROM stored_file WHERE sha256 = NEW.sha256)
    OR NEW.kind = 'IMAGE' AND EXISTS (SELECT FROM stored_file WHERE sha256 IN (NEW.sha256, NEW.small_sha256) AND media_type <> 'image/webp') THEN
    RAISE EXCEPTION 'NOT_REDRAWN result_file' USING ERRCODE = '23514';
  END IF;
  PERFORM FROM result WHERE id = NEW.result_id FOR UPDATE;
  IF (SELECT count(*) FROM result_file WHERE result_id = NEW.result_id AND kind = NEW.kind)
    >= (CASE NEW.kind WHEN 'IMAGE' THEN 8 ELSE 10 END) THEN
    RAISE EXCEPTION 'TOO_MANY result_file' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result_file BEFORE INSERT ON result_file FOR EACH ROW EXECUTE FUNCTION guard_result_file();

-- What a result says of itself beyond result_content(): both are read together.
CREATE FUNCTION result_profile(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'files', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'title', f.title, 'name', f.name,
          'mediaType', s.media_type, 'sizeBytes', s.size_bytes, 'sha256', f.sha256, 'width', f.width, 'height', f.height,
          'smallWidth', f.small_width, 'smallHeight', f.small_height)
        ORDER BY f.added_at, f.id)
      FROM result_file f JOIN stored_file s ON s.sha256 = f.sha256 WHERE f.result_id = result_to_read), '[]'))
$$;
