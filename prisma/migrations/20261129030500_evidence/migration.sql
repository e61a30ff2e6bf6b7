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

-- AlterTable
ALTER TABLE "milestone_step" ADD COLUMN     "evidence_id" UUID;

-- AlterTable
ALTER TABLE "metric_reading" ADD COLUMN     "evidence_id" UUID;

-- AlterTable
ALTER TABLE "performance_failure" ADD COLUMN     "evidence_id" UUID;

-- AlterTable
ALTER TABLE "partnership_completion" ADD COLUMN     "evidence_id" UUID;

-- CreateTable
CREATE TABLE "evidence_hold" (
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_hold_pkey" PRIMARY KEY ("partnership_id","person_id","sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "partnership_evidence_id_sha256_key" ON "partnership_evidence"("id", "sha256");

-- AddForeignKey
ALTER TABLE "partnership_evidence" ADD CONSTRAINT "partnership_evidence_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_evidence" ADD CONSTRAINT "partnership_evidence_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_hold" ADD CONSTRAINT "evidence_hold_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_evidence_id_evidence_sha256_fkey" FOREIGN KEY ("evidence_id", "evidence_sha256") REFERENCES "partnership_evidence"("id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_reading" ADD CONSTRAINT "metric_reading_evidence_id_evidence_sha256_fkey" FOREIGN KEY ("evidence_id", "evidence_sha256") REFERENCES "partnership_evidence"("id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_failure" ADD CONSTRAINT "performance_failure_evidence_id_evidence_sha256_fkey" FOREIGN KEY ("evidence_id", "evidence_sha256") REFERENCES "partnership_evidence"("id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_completion" ADD CONSTRAINT "partnership_completion_evidence_id_evidence_sha256_fkey" FOREIGN KEY ("evidence_id", "evidence_sha256") REFERENCES "partnership_evidence"("id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- It is handed in with one row of the same partnership, by who writes that row.
ALTER TABLE milestone_step ADD CHECK (evidence_id IS NULL OR evidence_sha256 IS NOT NULL);
CREATE UNIQUE INDEX milestone_step_evidence ON milestone_step (evidence_id);
ALTER TABLE metric_reading ADD CHECK (evidence_id IS NULL OR evidence_sha256 IS NOT NULL);
CREATE UNIQUE INDEX metric_reading_evidence ON metric_reading (evidence_id);
ALTER TABLE performance_failure ADD CHECK (evidence_id IS NULL OR evidence_sha256 IS NOT NULL);
CREATE UNIQUE INDEX performance_failure_evidence ON performance_failure (evidence_id);
ALTER TABLE partnership_completion ADD CHECK (evidence_id IS NULL OR evidence_sha256 IS NOT NULL);
CREATE UNIQUE INDEX partnership_completion_evidence ON partnership_completion (evidence_id);

CREATE FUNCTION shown_by_own_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  partnership_of uuid;
  author uuid;
BEGIN
  IF TG_TABLE_NAME = 'milestone_step' THEN
    SELECT m.partnership_id, NEW.person_id INTO partnership_of, author FROM milestone m WHERE m.id = NEW.milestone_id;
  ELSIF TG_TABLE_NAME = 'metric_reading' THEN
    SELECT k.partnership_id, NEW.recorded_by_id INTO partnership_of, author FROM performance_metric k WHERE k.id = NEW.metric_id;
  ELSIF TG_TABLE_NAME = 'performance_failure' THEN
    SELECT NEW.partnership_id, NEW.recorded_by_id INTO partnership_of, author;
  ELSE
    SELECT NEW.partnership_id, NEW.proposed_by_id INTO partnership_of, author;
  END IF;
  IF NOT EXISTS (SELECT FROM partnership_evidence e
    WHERE e.id = NEW.evidence_id AND e.partnership_id = partnership_of AND e.added_by_id = author) THEN
    RAISE EXCEPTION 'EVIDENCE_OF_ANOTHER' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shown_by_own_evidence BEFORE INSERT ON milestone_step FOR EACH ROW
  WHEN (NEW.evidence_id IS NOT NULL) EXECUTE FUNCTION shown_by_own_evidence();
CREATE TRIGGER shown_by_own_evidence BEFORE INSERT ON metric_reading FOR EACH ROW
  WHEN (NEW.evidence_id IS NOT NULL) EXECUTE FUNCTION shown_by_own_evidence();
CREATE TRIGGER shown_by_own_evidence BEFORE INSERT ON performance_failure FOR EACH ROW
  WHEN (NEW.evidence_id IS NOT NULL) EXECUTE FUNCTION shown_by_own_evidence();
CREATE TRIGGER shown_by_own_evidence BEFORE INSERT ON partnership_completion FOR EACH ROW
  WHEN (NEW.evidence_id IS NOT NULL) EXECUTE FUNCTION shown_by_own_evidence();

-- A file whose form came back waits for it to be sent again: evidence of nothing, by who speaks for a member.
GRANT SELECT, INSERT, DELETE ON evidence_hold TO ba_nha_app;
ALTER TABLE evidence_hold
  ADD FOREIGN KEY (person_id) REFERENCES person,
  ADD CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  ADD CHECK (size_bytes > 0);

CREATE FUNCTION evidence_is_held() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  PERFORM require_speaker(NEW.person_id, NEW.partnership_id, NULL, false);
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_is_held BEFORE INSERT ON evidence_hold FOR EACH ROW EXECUTE FUNCTION evidence_is_held();
