-- CreateTable
CREATE TABLE "partnership_evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partnership_evidence_partnership_id_sha256_is_public_key" ON "partnership_evidence"("partnership_id", "sha256", "is_public");

-- AddForeignKey
ALTER TABLE "partnership_evidence" ADD CONSTRAINT "partnership_evidence_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_evidence" ADD CONSTRAINT "partnership_evidence_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence of partnerships (docs/domain.md, "Milestones and completion"): handed in by who speaks for a member while the
-- partnership runs, and never changed.
GRANT SELECT, INSERT ON partnership_evidence TO ba_nha_app;
ALTER TABLE partnership_evidence
  ADD FOREIGN KEY (added_by_id) REFERENCES person,
  ADD CHECK (length(btrim(name)) BETWEEN 1 AND 120);

CREATE FUNCTION evidence_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  PERFORM require_speaker(NEW.added_by_id, NEW.partnership_id, NULL, false);
  NEW.added_at := least(NEW.added_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_fits BEFORE INSERT ON partnership_evidence FOR EACH ROW EXECUTE FUNCTION evidence_fits();
