-- CreateEnum
CREATE TYPE "ComplaintGround" AS ENUM ('WRONG_FACTS', 'RIGHTS', 'SECRET', 'PERSONAL_DATA', 'ILLEGAL');

-- CreateEnum
CREATE TYPE "ComplaintOutcome" AS ENUM ('UPHELD', 'DISMISSED');

-- CreateTable
CREATE TABLE "result_complaint" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "ground" "ComplaintGround" NOT NULL,
    "text" TEXT NOT NULL,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "ComplaintOutcome",
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_by_body" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "result_complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_complaint_result_id_by_person_id_key" ON "result_complaint"("result_id", "by_person_id");

-- AddForeignKey
ALTER TABLE "result_complaint" ADD CONSTRAINT "result_complaint_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Complaints about published results (docs/domain.md, "Results"): one open at a time, one by each person, answered once by
-- an officer who is independent of the result and did not complain, whoever writes.
GRANT SELECT, INSERT, UPDATE (outcome, answer, answered_by_id, answered_by_body, answered_at) ON result_complaint TO ba_nha_app;
ALTER TABLE result_complaint
  ADD FOREIGN KEY (by_person_id) REFERENCES person,
  ADD FOREIGN KEY (answered_by_id) REFERENCES person,
  ADD FOREIGN KEY (answered_by_body) REFERENCES organisation,
  ADD CHECK (length(btrim(text)) > 0),
  ADD CHECK ((outcome IS NULL) = (answered_at IS NULL)),
  ADD CHECK ((outcome IS NULL) = (answered_by_id IS NULL)),
  ADD CHECK ((outcome IS NULL) = (answered_by_body IS NULL)),
  ADD CHECK ((outcome IS NULL) = (answer IS NULL)),
  ADD CHECK (answer IS NULL OR length(btrim(answer)) > 0),
  ADD CHECK (answered_at >= at);
CREATE UNIQUE INDEX result_complaint_open ON result_complaint (result_id) WHERE outcome IS NULL;

CREATE FUNCTION guard_result_complaint() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.outcome IS NOT NULL OR NOT EXISTS (SELECT 1 FROM result WHERE id = NEW.result_id AND state IN ('PUBLISHED', 'UNDER_REVIEW')) THEN
      RAISE EXCEPTION 'NOT_PUBLISHED complaint' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.outcome IS NOT NULL THEN RAISE EXCEPTION 'ONCE result_complaint.outcome' USING ERRCODE = '23514'; END IF;
  IF NEW.answered_by_id = OLD.by_person_id OR NOT is_independent_officer(NEW.answered_by_id, NEW.result_id) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT answer to a complaint' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result_complaint BEFORE INSERT OR UPDATE ON result_complaint
  FOR EACH ROW EXECUTE FUNCTION guard_result_complaint();
