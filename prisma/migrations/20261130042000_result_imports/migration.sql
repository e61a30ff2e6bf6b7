-- CreateTable
CREATE TABLE "result_import" (
    "result_id" UUID NOT NULL,
    "host_organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_import_pkey" PRIMARY KEY ("result_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_import_host_organisation_id_key_key" ON "result_import"("host_organisation_id", "key");

-- AddForeignKey
ALTER TABLE "result_import" ADD CONSTRAINT "result_import_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Import of results (docs/domain.md, "Import of results"): a key names one result of its host for good.
GRANT SELECT, INSERT, UPDATE (sha256, revision, by_person_id, at) ON result_import TO ba_nha_app;
ALTER TABLE result_import ADD FOREIGN KEY (by_person_id) REFERENCES person, ADD FOREIGN KEY (host_organisation_id) REFERENCES organisation,
  ADD CHECK (length(btrim(key)) BETWEEN 1 AND 100), ADD CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- What was imported is a draft of its host's when it is written, and by whom may record for it.
CREATE FUNCTION guard_result_import() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM result WHERE id = NEW.result_id AND host_organisation_id = NEW.host_organisation_id
    AND state IN ('DRAFT', 'RETURNED')) THEN
    RAISE EXCEPTION 'NOT_A_DRAFT result_import' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM role_grant WHERE person_id = NEW.by_person_id AND organisation_id = NEW.host_organisation_id
    AND role IN ('PARTY_REP', 'RESULT_OFFICER') AND revoked_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_THE_HOST result_import' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result_import BEFORE INSERT OR UPDATE ON result_import FOR EACH ROW EXECUTE FUNCTION guard_result_import();
