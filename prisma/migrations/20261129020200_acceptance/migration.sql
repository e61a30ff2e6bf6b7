-- CreateEnum
CREATE TYPE "AcceptanceDecision" AS ENUM ('ACCEPTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "RefundGround" AS ENUM ('UNUSED', 'WRONG_PURPOSE', 'LOSS');

-- AlterTable
ALTER TABLE "funding_transaction" ADD COLUMN     "refund_ground" "RefundGround";

-- CreateTable
CREATE TABLE "risk_file" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "criteria" INTEGER NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_seal" (
    "file_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_seal_pkey" PRIMARY KEY ("file_id","member_id")
);

-- CreateTable
CREATE TABLE "risk_acceptance" (
    "file_id" UUID NOT NULL,
    "loss_run_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "criteria_met" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "procedure_followed" BOOLEAN,
    "no_fraud" BOOLEAN,
    "no_misuse" BOOLEAN,
    "decision" "AcceptanceDecision",
    "reason" TEXT,
    "lessons" TEXT,
    "decided_by_id" UUID,
    "post" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "risk_acceptance_pkey" PRIMARY KEY ("file_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "risk_file_partnership_id_number_key" ON "risk_file"("partnership_id", "number");

-- CreateIndex
CREATE INDEX "risk_acceptance_loss_run_id_idx" ON "risk_acceptance"("loss_run_id");

-- CreateIndex
CREATE INDEX "risk_acceptance_organisation_id_idx" ON "risk_acceptance"("organisation_id");

-- AddForeignKey
ALTER TABLE "risk_file" ADD CONSTRAINT "risk_file_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_seal" ADD CONSTRAINT "risk_seal_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "risk_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_acceptance" ADD CONSTRAINT "risk_acceptance_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "risk_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Accepted risk (docs/domain.md, "Accepted risk"; Law 93/2025/QH15, Art. 9): what the members knew and decided is sealed before
-- the outcome; after a loss a State body that is no party says whether it was kept to. Where it says so, the loss is final.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON risk_file, risk_seal TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (criteria_met, procedure_followed, no_fraud, no_misuse, decision, reason, lessons, decided_by_id,
  post, decided_at) ON risk_acceptance TO ba_nha_app;
ALTER TABLE risk_seal
  ADD FOREIGN KEY (member_id) REFERENCES partnership_member,
  ADD FOREIGN KEY (person_id) REFERENCES person;
ALTER TABLE risk_acceptance
  ADD FOREIGN KEY (loss_run_id) REFERENCES distribution_run,
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation,
  ADD FOREIGN KEY (asked_by_id) REFERENCES person,
  ADD FOREIGN KEY (decided_by_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE risk_file
  ADD CHECK (number >= 1 AND criteria BETWEEN 1 AND 20),
  ADD CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE risk_seal ADD CHECK (length(btrim(post)) > 0);
ALTER TABLE risk_acceptance
  ADD CHECK (num_nulls(procedure_followed, no_fraud, no_misuse, decision, reason, lessons, decided_by_id, post, decided_at)
    IN (0, 9)),
  ADD CHECK (decision IS NULL OR length(btrim(reason)) > 0 AND length(btrim(lessons)) > 0 AND length(btrim(post)) > 0),
  ADD CHECK (decision IS DISTINCT FROM 'ACCEPTED' OR procedure_followed AND no_fraud AND no_misuse);
ALTER TABLE funding_transaction ADD CHECK (refund_ground IS NULL OR amount_vnd < 0);

-- 3. Sealed before the outcome ----------------------------------------------------------------------------------------------
-- A loss that is calculated for a period that reaches behind a day is the outcome: nothing is sealed on that day any more.
CREATE FUNCTION require_outcome_open(partnership_to_read uuid, sealed_on date) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM distribution_run r JOIN agreement a ON a.id = r.agreement_id
    WHERE a.partnership_id = partnership_to_read AND r.kind = 'LOSS' AND r.state <> 'WITHDRAWN' AND r.period_to > sealed_on
  ) THEN
    RAISE EXCEPTION 'OUTCOME_KNOWN' USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION risk_file_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  NEW.sealed_at := least(NEW.sealed_at, now());
  PERFORM require_outcome_open(NEW.partnership_id, day_in_vietnam(NEW.sealed_at));
  RETURN NEW;
END $$;
CREATE TRIGGER risk_file_fits BEFORE INSERT ON risk_file FOR EACH ROW EXECUTE FUNCTION risk_file_fits();

CREATE FUNCTION check_risk_file_sealed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM risk_seal WHERE file_id = NEW.id) THEN
    RAISE EXCEPTION 'SEAL_MISSING' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_risk_file_sealed AFTER INSERT ON risk_file
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_risk_file_sealed();

CREATE FUNCTION risk_seal_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  file risk_file%ROWTYPE;
BEGIN
  SELECT * INTO file FROM risk_file WHERE id = NEW.file_id;
  PERFORM require_running(file.partnership_id);
  PERFORM require_representative(NEW.person_id, NEW.member_id, file.partnership_id);
  PERFORM require_member(NEW.member_id, file.partnership_id);
  NEW.sealed_at := least(greatest(NEW.sealed_at, file.sealed_at), now());
  PERFORM require_outcome_open(file.partnership_id, day_in_vietnam(NEW.sealed_at));
  RETURN NEW;
END $$;
CREATE TRIGGER risk_seal_fits BEFORE INSERT ON risk_seal FOR EACH ROW EXECUTE FUNCTION risk_seal_fits();

-- 4. Decided after a loss, by a State body that is no party -----------------------------------------------------------------
CREATE FUNCTION risk_acceptance_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  file risk_file%ROWTYPE;
BEGIN
  SELECT * INTO file FROM risk_file WHERE id = NEW.file_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.decision IS NOT NULL THEN
      RAISE EXCEPTION 'ACCEPTANCE_LATER' USING ERRCODE = '23514';
    END IF;
    PERFORM require_speaker(NEW.asked_by_id, file.partnership_id, NULL, false);
    IF NOT EXISTS (
      SELECT 1 FROM distribution_run r JOIN agreement a ON a.id = r.agreement_id
      WHERE r.id = NEW.loss_run_id AND a.partnership_id = file.partnership_id AND r.kind = 'LOSS' AND r.state = 'LOCKED'
        AND r.period_to > day_in_vietnam(file.sealed_at)
    ) THEN
      RAISE EXCEPTION 'LOSS_BEFORE_SEAL' USING ERRCODE = '23514';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND house = 'STATE')
      OR EXISTS (SELECT 1 FROM partnership_member
        WHERE partnership_id = file.partnership_id AND organisation_id = NEW.organisation_id) THEN
      RAISE EXCEPTION 'AUTHORITY_IS_A_PARTY' USING ERRCODE = '23514';
    END IF;
    NEW.asked_at := least(greatest(NEW.asked_at, file.sealed_at), now());
    RETURN NEW;
  END IF;
  IF OLD.decision IS NOT NULL OR NEW.decision IS NULL THEN
    RAISE EXCEPTION 'FROZEN risk_acceptance' USING ERRCODE = '23514';
  END IF;
  PERFORM require_authority(NEW.decided_by_id, NEW.organisation_id, file.partnership_id);
  IF NEW.decision = 'ACCEPTED' AND NOT NEW.criteria_met @> ARRAY(SELECT generate_series(1, file.criteria)) THEN
    RAISE EXCEPTION 'CRITERIA_NOT_MET' USING ERRCODE = '23514';
  END IF;
  NEW.decided_at := least(greatest(NEW.decided_at, OLD.asked_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER risk_acceptance_fits BEFORE INSERT OR UPDATE ON risk_acceptance
  FOR EACH ROW EXECUTE FUNCTION risk_acceptance_fits();

-- 5. What was accepted is not claimed back --------------------------------------------------------------------------------------
-- The locked losses of an agreement, and which of them were accepted.
CREATE FUNCTION losses_of(agreement_to_read uuid) RETURNS TABLE (run_id uuid, accepted boolean) LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, EXISTS (SELECT 1 FROM risk_acceptance x WHERE x.loss_run_id = r.id AND x.decision = 'ACCEPTED')
  FROM distribution_run r WHERE r.agreement_id = $1 AND r.kind = 'LOSS' AND r.state = 'LOCKED'
$$;

CREATE FUNCTION refund_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agreement_of uuid;
  house_of "House";
BEGIN
  IF NEW.refund_ground IS NULL THEN
    RAISE EXCEPTION 'REFUND_GROUND' USING ERRCODE = '23514';
  END IF;
  IF NEW.refund_ground = 'LOSS' THEN
    SELECT l.agreement_id INTO agreement_of FROM funding_line l WHERE l.id = NEW.line_id;
    SELECT o.house INTO house_of FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.id = NEW.member_id;
    IF NOT EXISTS (SELECT 1 FROM losses_of(agreement_of)) THEN
      RAISE EXCEPTION 'NO_LOSS' USING ERRCODE = '23514';
    END IF;
    IF house_of IN ('SCHOOL', 'ENTERPRISE') AND NOT EXISTS (SELECT 1 FROM losses_of(agreement_of) WHERE NOT accepted) THEN
      RAISE EXCEPTION 'LOSS_ACCEPTED' USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_fits BEFORE INSERT ON funding_transaction
  FOR EACH ROW WHEN (NEW.amount_vnd < 0) EXECUTE FUNCTION refund_fits();
