-- CreateEnum
CREATE TYPE "DistributionKind" AS ENUM ('DISTRIBUTION', 'LOSS');

-- CreateEnum
CREATE TYPE "DistributionState" AS ENUM ('PROPOSED', 'LOCKED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DistributionTier" AS ENUM ('IP_REMUNERATION', 'TAX', 'LOSS_OFFSET', 'RESERVE', 'PREFERRED', 'AUTHORS', 'INTERMEDIARY', 'PARTY', 'LOSS_CARRIED', 'LOSS', 'UNALLOCATED');

-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "terms" JSONB;

-- CreateTable
CREATE TABLE "distribution_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "DistributionKind" NOT NULL,
    "state" "DistributionState" NOT NULL DEFAULT 'PROPOSED',
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "inputs" TEXT NOT NULL,
    "inputs_sha256" TEXT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "total_vnd" BIGINT NOT NULL,
    "authors_vnd" BIGINT NOT NULL,
    "authors_minimum_vnd" BIGINT NOT NULL,
    "loss_carried_vnd" BIGINT NOT NULL,
    "preferred_unpaid_vnd" BIGINT NOT NULL,
    "unallocated_to" TEXT,
    "compensates_id" UUID,
    "proposed_by_member_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "distribution_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distribution_line" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "tier" "DistributionTier" NOT NULL,
    "member_id" UUID,
    "author" TEXT,
    "amount_vnd" BIGINT NOT NULL,

    CONSTRAINT "distribution_line_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "distribution_approval" (
    "run_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "distribution_approval_pkey" PRIMARY KEY ("run_id","member_id")
);

-- CreateIndex
CREATE INDEX "distribution_run_compensates_id_idx" ON "distribution_run"("compensates_id");

-- CreateIndex
CREATE UNIQUE INDEX "distribution_run_agreement_id_number_key" ON "distribution_run"("agreement_id", "number");

-- AddForeignKey
ALTER TABLE "distribution_run" ADD CONSTRAINT "distribution_run_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_run" ADD CONSTRAINT "distribution_run_compensates_id_fkey" FOREIGN KEY ("compensates_id") REFERENCES "distribution_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_line" ADD CONSTRAINT "distribution_line_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "distribution_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_approval" ADD CONSTRAINT "distribution_approval_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "distribution_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Distribution runs (docs/domain.md, I3, I7 and I8), whoever writes.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON distribution_run TO ba_nha_app;
GRANT SELECT, INSERT ON distribution_line, distribution_approval TO ba_nha_app;
ALTER TABLE distribution_run ADD FOREIGN KEY (proposed_by_member_id) REFERENCES partnership_member;
ALTER TABLE distribution_run ADD FOREIGN KEY (proposed_by_id) REFERENCES person;
ALTER TABLE distribution_line ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE distribution_approval ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE distribution_approval ADD FOREIGN KEY (person_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE distribution_run ADD CHECK (number >= 1);
ALTER TABLE distribution_run ADD CHECK (period_from < period_to AND period_from >= '1900-01-01' AND period_to <= '2201-01-01');
ALTER TABLE distribution_run ADD CHECK (inputs_sha256 = encode(sha256(convert_to(inputs, 'UTF8')), 'hex'));
ALTER TABLE distribution_run ADD CHECK ((state = 'PROPOSED') = (ended_at IS NULL));
ALTER TABLE distribution_run ADD CHECK (total_vnd BETWEEN -10000000000000000 AND 10000000000000000);
ALTER TABLE distribution_run ADD CHECK (loss_carried_vnd >= 0 AND preferred_unpaid_vnd >= 0);
ALTER TABLE distribution_line ADD CHECK (amount_vnd BETWEEN -10000000000000000 AND 10000000000000000);
-- I8: authors get at least what the law gives them, else the run cannot be locked.
ALTER TABLE distribution_run ADD CHECK (state <> 'LOCKED' OR authors_vnd >= authors_minimum_vnd);
-- A day is distributed once; what was wrong is compensated.
ALTER TABLE distribution_run ADD CONSTRAINT distribution_once EXCLUDE USING gist
  (agreement_id WITH =, kind WITH =, daterange(period_from, period_to) WITH &&)
  WHERE (state = 'LOCKED' AND kind = 'DISTRIBUTION' AND compensates_id IS NULL) DEFERRABLE INITIALLY DEFERRED;
-- One run at a time waits for approvals: what it brings forward would else depend on the other.
CREATE UNIQUE INDEX distribution_open ON distribution_run (agreement_id) WHERE state = 'PROPOSED';

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('distribution_run', 'PROPOSED', 'LOCKED'), ('distribution_run', 'PROPOSED', 'WITHDRAWN');
CREATE TRIGGER move_distribution BEFORE UPDATE OF state ON distribution_run FOR EACH ROW EXECUTE FUNCTION move_along();

CREATE FUNCTION distribution_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = NEW.agreement_id FOR SHARE;
  IF NEW.state <> 'PROPOSED' OR a.signed_at IS NULL THEN
    RAISE EXCEPTION 'NO_TRANSITION distribution_run -> %', NEW.state USING ERRCODE = '23514';
  END IF;
  IF NOT daterange(a.valid_from, a.valid_to) @> daterange(NEW.period_from, NEW.period_to) THEN
    RAISE EXCEPTION 'DISTRIBUTION_OUTSIDE' USING ERRCODE = '23514';
  END IF;
  IF NEW.compensates_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM distribution_run r
    WHERE r.id = NEW.compensates_id AND r.agreement_id = NEW.agreement_id AND r.state = 'LOCKED' AND r.compensates_id IS NULL
      AND r.kind = NEW.kind AND (r.period_from, r.period_to) = (NEW.period_from, NEW.period_to)
  ) THEN
    RAISE EXCEPTION 'COMPENSATES' USING ERRCODE = '23514';
  END IF;
  NEW.proposed_at := least(NEW.proposed_at, now());
  NEW.recorded_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER distribution_begins BEFORE INSERT ON distribution_run FOR EACH ROW EXECUTE FUNCTION distribution_begins();

-- Lines come with their run, in the same transaction.
CREATE FUNCTION line_comes_with_run() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM distribution_run r WHERE r.id = NEW.run_id AND r.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'FROZEN distribution_line' USING ERRCODE = '23514';
  END IF;
  IF NEW.member_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM distribution_run r JOIN agreement a ON a.id = r.agreement_id
      JOIN partnership_member m ON m.partnership_id = a.partnership_id
    WHERE r.id = NEW.run_id AND m.id = NEW.member_id
  ) THEN
    RAISE EXCEPTION 'DISTRIBUTION_PARTY' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER line_comes_with_run BEFORE INSERT ON distribution_line FOR EACH ROW EXECUTE FUNCTION line_comes_with_run();

CREATE FUNCTION approval_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  r distribution_run%ROWTYPE;
BEGIN
  SELECT * INTO r FROM distribution_run WHERE id = NEW.run_id FOR UPDATE;
  IF r.state <> 'PROPOSED' THEN
    RAISE EXCEPTION 'APPROVAL_CLOSED' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM agreement a JOIN partnership_member m ON m.partnership_id = a.partnership_id
      JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE a.id = r.agreement_id AND m.id = NEW.member_id AND m.joined_at IS NOT NULL
      AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'APPROVAL_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
  NEW.approved_at := least(greatest(NEW.approved_at, r.proposed_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER approval_fits BEFORE INSERT ON distribution_approval FOR EACH ROW EXECUTE FUNCTION approval_fits();

-- 3. What must hold at commit -----------------------------------------------------------------------------------------------
-- What each dimension gives on the days of a locked run is what it gave when the run was calculated (I3): neither a later
-- amendment changes it, nor one that came between the calculation and the lock.
CREATE FUNCTION check_locked_days(agreement_to_check uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM distribution_run r
      JOIN share_schedule past ON past.agreement_id = r.agreement_id
        AND past.recorded_at <= r.recorded_at AND past.superseded_at > r.recorded_at
      JOIN share_schedule present ON present.agreement_id = r.agreement_id AND present.dimension = past.dimension
        AND present.superseded_at IS NULL
    WHERE r.agreement_id = agreement_to_check AND r.state = 'LOCKED'
      AND daterange(past.valid_from, past.valid_to) * daterange(present.valid_from, present.valid_to)
        && daterange(r.period_from, r.period_to)
      AND shares_in(past.id) IS DISTINCT FROM shares_in(present.id)
  ) THEN
    RAISE EXCEPTION 'RETROACTIVE_AFTER_DISTRIBUTION' USING ERRCODE = '23514';
  END IF;
END $$;
CREATE FUNCTION check_locked_schedule() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM check_locked_days(NEW.agreement_id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_locked_days AFTER INSERT OR UPDATE ON share_schedule
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_locked_schedule();

CREATE FUNCTION check_distribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  summed numeric;
  authors numeric;
BEGIN
  -- one after the other with whoever changes the shares
  PERFORM check_agreement(NEW.agreement_id);
  SELECT coalesce(sum(amount_vnd), 0), coalesce(sum(amount_vnd) FILTER (WHERE tier = 'AUTHORS'), 0)
  INTO summed, authors FROM distribution_line WHERE run_id = NEW.id;
  IF summed <> NEW.total_vnd THEN
    RAISE EXCEPTION 'DISTRIBUTION_SUM % <> %', summed, NEW.total_vnd USING ERRCODE = '23514';
  END IF;
  IF NEW.compensates_id IS NULL AND authors <> NEW.authors_vnd THEN
    RAISE EXCEPTION 'DISTRIBUTION_AUTHORS % <> %', authors, NEW.authors_vnd USING ERRCODE = '23514';
  END IF;
  IF NEW.state <> 'LOCKED' THEN RETURN NULL; END IF;
  IF (SELECT least(count(DISTINCT member_id), count(DISTINCT person_id)) FROM distribution_approval WHERE run_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'APPROVALS_MISSING' USING ERRCODE = '23514';
  END IF;
  IF NEW.unallocated_to IS NULL AND EXISTS (
    SELECT 1 FROM distribution_line WHERE run_id = NEW.id AND tier = 'UNALLOCATED' AND amount_vnd <> 0
  ) THEN
    RAISE EXCEPTION 'UNALLOCATED_UNDECIDED' USING ERRCODE = '23514';
  END IF;
  PERFORM check_locked_days(NEW.agreement_id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_distribution AFTER INSERT OR UPDATE ON distribution_run
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_distribution();

-- 4. The terms stand still with the text that carries them ----------------------------------------------------------------
CREATE OR REPLACE FUNCTION freeze_agreement() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  free text[] := ARRAY['state', 'signed_at'];
BEGIN
  IF OLD.state = 'NEGOTIATION' THEN
    free := free || ARRAY['valid_from', 'valid_to', 'profit_confidential', 'has_state_money', 'terms', 'text', 'text_sha256', 'agreed_at', 'version'];
  ELSIF NEW.state = 'NEGOTIATION' THEN
    free := free || ARRAY['text', 'text_sha256', 'agreed_at', 'version'];
  END IF;
  IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN agreement' USING ERRCODE = '23514';
  END IF;
  IF OLD.signed_at IS NOT NULL AND NEW.signed_at IS DISTINCT FROM OLD.signed_at THEN
    RAISE EXCEPTION 'FROZEN agreement.signed_at' USING ERRCODE = '23514';
  END IF;
  IF NEW.text IS NOT NULL AND (NEW.text::jsonb -> 'terms') IS DISTINCT FROM NEW.terms THEN
    RAISE EXCEPTION 'TEXT_NOT_TERMS' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- 5. Nothing ends later than now --------------------------------------------------------------------------------------------
CREATE FUNCTION ends_by_now() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
    NEW.ended_at := greatest(least(NEW.ended_at, now()), NEW.proposed_at);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ends_by_now BEFORE UPDATE ON distribution_run FOR EACH ROW EXECUTE FUNCTION ends_by_now();
CREATE TRIGGER ends_by_now BEFORE UPDATE ON amendment FOR EACH ROW EXECUTE FUNCTION ends_by_now();
