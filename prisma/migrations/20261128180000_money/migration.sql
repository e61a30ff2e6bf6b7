-- CreateEnum
CREATE TYPE "ContributionKind" AS ENUM ('CASH', 'IP_RIGHT', 'RESEARCH_RESULT', 'EQUIPMENT', 'LAB_ACCESS', 'DATA', 'LABOUR');

-- CreateEnum
CREATE TYPE "CapitalEventKind" AS ENUM ('ISSUE', 'TRANSFER', 'REPURCHASE', 'CANCEL');

-- CreateEnum
CREATE TYPE "FundingSource" AS ENUM ('STATE_BUDGET_CENTRAL', 'STATE_BUDGET_LOCAL', 'SCHOOL_FUND', 'ENTERPRISE', 'LOAN', 'VENTURE_FUND', 'ODA', 'OTHER');

-- CreateTable
CREATE TABLE "capital_commitment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "ContributionKind" NOT NULL,
    "description" TEXT NOT NULL,
    "committed_vnd" BIGINT NOT NULL,
    "due_on" DATE NOT NULL,
    "valuation_method" TEXT,
    "valuer" TEXT,
    "valued_on" DATE,
    "report_sha256" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "capital_commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capital_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "CapitalEventKind" NOT NULL,
    "on_day" DATE NOT NULL,
    "commitment_id" UUID,
    "price_vnd" BIGINT,
    "reference" TEXT NOT NULL,
    "evidence_sha256" TEXT,
    "recorded_by_member_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by_member_id" UUID,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "declined_by_member_id" UUID,
    "declined_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,

    CONSTRAINT "capital_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capital_line" (
    "event_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "amount_vnd" BIGINT NOT NULL,

    CONSTRAINT "capital_line_pkey" PRIMARY KEY ("event_id","member_id")
);

-- CreateTable
CREATE TABLE "funding_line" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" "FundingSource" NOT NULL,
    "budget_line" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "allocated_vnd" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "funding_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_tranche" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "line_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "amount_vnd" BIGINT NOT NULL,
    "condition" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "condition_met_at" TIMESTAMPTZ(3),
    "condition_met_by_id" UUID,
    "condition_reference" TEXT,

    CONSTRAINT "funding_tranche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_transaction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "line_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "tranche_id" UUID,
    "on_day" DATE NOT NULL,
    "amount_vnd" BIGINT NOT NULL,
    "member_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "evidence_sha256" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "funding_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "capital_commitment_member_id_idx" ON "capital_commitment"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "capital_commitment_agreement_id_number_key" ON "capital_commitment"("agreement_id", "number");

-- CreateIndex
CREATE INDEX "capital_event_commitment_id_idx" ON "capital_event"("commitment_id");

-- CreateIndex
CREATE UNIQUE INDEX "capital_event_agreement_id_number_key" ON "capital_event"("agreement_id", "number");

-- CreateIndex
CREATE INDEX "capital_line_member_id_idx" ON "capital_line"("member_id");

-- CreateIndex
CREATE INDEX "funding_line_organisation_id_idx" ON "funding_line"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_line_agreement_id_number_key" ON "funding_line"("agreement_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "funding_tranche_line_id_number_key" ON "funding_tranche"("line_id", "number");

-- CreateIndex
CREATE INDEX "funding_transaction_tranche_id_idx" ON "funding_transaction"("tranche_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_transaction_line_id_number_key" ON "funding_transaction"("line_id", "number");

-- AddForeignKey
ALTER TABLE "capital_commitment" ADD CONSTRAINT "capital_commitment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capital_event" ADD CONSTRAINT "capital_event_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capital_event" ADD CONSTRAINT "capital_event_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "capital_commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capital_line" ADD CONSTRAINT "capital_line_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "capital_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_line" ADD CONSTRAINT "funding_line_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_tranche" ADD CONSTRAINT "funding_tranche_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "funding_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_transaction" ADD CONSTRAINT "funding_transaction_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "funding_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_transaction" ADD CONSTRAINT "funding_transaction_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "funding_tranche"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Money of partnerships (docs/domain.md, I4, I5, I10 and I11): commitments, capital paid in and money of the State are
-- recorded once, counted once another has said so, and never rewritten, whoever writes.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON capital_commitment, capital_event, capital_line, funding_line, funding_tranche, funding_transaction
  TO ba_nha_app;
GRANT UPDATE (confirmed_by_member_id, confirmed_by_id, confirmed_at, declined_by_member_id, declined_at, decline_reason)
  ON capital_event TO ba_nha_app;
GRANT UPDATE (condition_met_at, condition_met_by_id, condition_reference) ON funding_tranche TO ba_nha_app;

ALTER TABLE capital_commitment ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE capital_commitment ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE capital_event ADD FOREIGN KEY (recorded_by_member_id) REFERENCES partnership_member;
ALTER TABLE capital_event ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE capital_event ADD FOREIGN KEY (confirmed_by_member_id) REFERENCES partnership_member;
ALTER TABLE capital_event ADD FOREIGN KEY (confirmed_by_id) REFERENCES person;
ALTER TABLE capital_event ADD FOREIGN KEY (declined_by_member_id) REFERENCES partnership_member;
ALTER TABLE capital_line ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE funding_line ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE funding_line ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE funding_tranche ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE funding_tranche ADD FOREIGN KEY (condition_met_by_id) REFERENCES person;
ALTER TABLE funding_transaction ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE funding_transaction ADD FOREIGN KEY (recorded_by_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
CREATE FUNCTION day_in_vietnam(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT (instant AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
$$;

ALTER TABLE capital_commitment
  ADD CHECK (number >= 1),
  ADD CHECK (committed_vnd BETWEEN 1 AND 10000000000000000),
  ADD CHECK (due_on BETWEEN '1900-01-01' AND '2200-12-31'),
  ADD CHECK (length(btrim(description)) > 0),
  -- a valuation is whole or absent, and cash has none
  ADD CHECK (num_nulls(valuation_method, valuer, valued_on, report_sha256) IN (0, 4)),
  ADD CHECK (kind <> 'CASH' OR valuation_method IS NULL),
  ADD CHECK (report_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (length(btrim(valuation_method)) > 0 AND length(btrim(valuer)) > 0),
  ADD CHECK (valued_on <= day_in_vietnam(recorded_at));
ALTER TABLE capital_event
  ADD CHECK (number >= 1),
  ADD CHECK (on_day >= '1900-01-01' AND on_day <= day_in_vietnam(recorded_at)),
  ADD CHECK ((kind = 'ISSUE') = (commitment_id IS NOT NULL)),
  ADD CHECK (price_vnd IS NULL OR (price_vnd BETWEEN 0 AND 10000000000000000 AND kind IN ('TRANSFER', 'REPURCHASE'))),
  ADD CHECK (length(btrim(reference)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (num_nulls(confirmed_by_member_id, confirmed_by_id, confirmed_at) IN (0, 3)),
  ADD CHECK (num_nulls(declined_by_member_id, declined_at, decline_reason) IN (0, 3)),
  ADD CHECK (confirmed_at IS NULL OR declined_at IS NULL),
  ADD CHECK (length(btrim(decline_reason)) > 0);
ALTER TABLE capital_line ADD CHECK (amount_vnd <> 0 AND amount_vnd BETWEEN -10000000000000000 AND 10000000000000000);
ALTER TABLE funding_line
  ADD CHECK (number >= 1),
  ADD CHECK (allocated_vnd BETWEEN 1 AND 10000000000000000),
  ADD CHECK (length(btrim(budget_line)) > 0 AND length(btrim(reference)) > 0);
ALTER TABLE funding_tranche
  ADD CHECK (number >= 1),
  ADD CHECK (amount_vnd BETWEEN 1 AND 10000000000000000),
  ADD CHECK (due_on BETWEEN '1900-01-01' AND '2200-12-31'),
  ADD CHECK (length(btrim(condition)) > 0),
  ADD CHECK (num_nulls(condition_met_at, condition_met_by_id, condition_reference) IN (0, 3)),
  ADD CHECK (length(btrim(condition_reference)) > 0);
ALTER TABLE funding_transaction
  ADD CHECK (number >= 1),
  ADD CHECK (amount_vnd <> 0 AND amount_vnd BETWEEN -10000000000000000 AND 10000000000000000),
  ADD CHECK (on_day >= '1900-01-01' AND on_day <= day_in_vietnam(recorded_at)),
  ADD CHECK (length(btrim(reference)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$');

-- 3. What every writer is asked ---------------------------------------------------------------------------------------------
-- Two transactions that move the money of one agreement do so one after the other, whatever their isolation level.
CREATE FUNCTION take_turn(agreement_to_move uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO agreement_turn AS turn VALUES (agreement_to_move, pg_current_xact_id())
  ON CONFLICT (agreement_id) DO UPDATE SET transaction_id = excluded.transaction_id
  WHERE turn.transaction_id <> excluded.transaction_id
$$;

-- The agreement is signed; money before that has nothing to stand on.
CREATE FUNCTION require_signed(agreement_to_read uuid) RETURNS agreement LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = agreement_to_read FOR SHARE;
  IF NOT coalesce(a.state IN ('SIGNED', 'ACTIVE', 'AMENDING'), false) THEN
    RAISE EXCEPTION 'MONEY_UNSIGNED' USING ERRCODE = '23514';
  END IF;
  RETURN a;
END $$;

CREATE FUNCTION require_party(member_to_read uuid, partnership_to_read uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member WHERE id = member_to_read AND partnership_id = partnership_to_read AND joined_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'MONEY_PARTY' USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION require_representative(person_to_read uuid, member_to_read uuid, partnership_to_read uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_party(member_to_read, partnership_to_read);
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.id = member_to_read AND g.person_id = person_to_read AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'MONEY_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
END $$;

-- 4. Commitments ------------------------------------------------------------------------------------------------------------
CREATE FUNCTION plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lower(btrim(regexp_replace(normalize(name, NFC), '\s+', ' ', 'g')))
$$;

CREATE FUNCTION commitment_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
  threshold bigint;
BEGIN
  a := require_signed(NEW.agreement_id);
  PERFORM require_representative(NEW.recorded_by_id, NEW.member_id, a.partnership_id);
  NEW.recorded_at := least(greatest(NEW.recorded_at, a.signed_at), now());
  IF NEW.valuer IS NOT NULL AND EXISTS (
    SELECT 1 FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.partnership_id = a.partnership_id
      AND plain_name(NEW.valuer) IN (plain_name(o.name_vi), plain_name(o.name_en), plain_name(o.name_fr))
  ) THEN
    RAISE EXCEPTION 'VALUER_IS_A_PARTY' USING ERRCODE = '23514';
  END IF;
  SELECT value INTO threshold FROM legal_parameter
  WHERE key = 'partnership.in-kind-valuation.threshold'
    AND daterange(valid_from, valid_to) @> day_in_vietnam(NEW.recorded_at);
  IF NEW.kind <> 'CASH' AND NEW.committed_vnd >= threshold AND NEW.report_sha256 IS NULL THEN
    RAISE EXCEPTION 'VALUATION_MISSING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER commitment_fits BEFORE INSERT ON capital_commitment FOR EACH ROW EXECUTE FUNCTION commitment_fits();

-- 5. Capital events ---------------------------------------------------------------------------------------------------------
CREATE FUNCTION capital_event_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
BEGIN
  a := require_signed(NEW.agreement_id);
  PERFORM require_representative(NEW.recorded_by_id, NEW.recorded_by_member_id, a.partnership_id);
  IF NEW.confirmed_at IS NOT NULL OR NEW.declined_at IS NOT NULL THEN
    RAISE EXCEPTION 'CONFIRMED_BY_ANOTHER' USING ERRCODE = '23514';
  END IF;
  IF NEW.kind = 'ISSUE' AND NOT EXISTS (
    SELECT 1 FROM capital_commitment c
    WHERE c.id = NEW.commitment_id AND c.agreement_id = NEW.agreement_id AND c.member_id = NEW.recorded_by_member_id
  ) THEN
    RAISE EXCEPTION 'COMMITMENT_OF_ANOTHER' USING ERRCODE = '23514';
  END IF;
  NEW.recorded_at := least(greatest(NEW.recorded_at, a.signed_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER capital_event_begins BEFORE INSERT ON capital_event FOR EACH ROW EXECUTE FUNCTION capital_event_begins();

-- A line comes with its event, in the transaction that records it.
CREATE FUNCTION capital_line_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  partnership_of uuid;
BEGIN
  SELECT a.partnership_id INTO partnership_of FROM capital_event e JOIN agreement a ON a.id = e.agreement_id
  WHERE e.id = NEW.event_id AND e.confirmed_at IS NULL AND e.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'FROZEN capital_event' USING ERRCODE = '23514';
  END IF;
  PERFORM require_party(NEW.member_id, partnership_of);
  RETURN NEW;
END $$;
CREATE TRIGGER capital_line_fits BEFORE INSERT ON capital_line FOR EACH ROW EXECUTE FUNCTION capital_line_fits();

-- Another party says that it is so, once; what was said stays. Since when it is known is the database's alone to say.
CREATE FUNCTION capital_event_answered() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  partnership_of uuid;
BEGIN
  IF OLD.confirmed_at IS NOT NULL OR OLD.declined_at IS NOT NULL THEN
    RAISE EXCEPTION 'FROZEN capital_event' USING ERRCODE = '23514';
  END IF;
  SELECT partnership_id INTO partnership_of FROM agreement WHERE id = NEW.agreement_id;
  IF NEW.declined_at IS NOT NULL THEN
    PERFORM require_party(NEW.declined_by_member_id, partnership_of);
    NEW.declined_at := least(greatest(NEW.declined_at, OLD.recorded_at), now());
    RETURN NEW;
  END IF;
  IF NEW.confirmed_by_member_id = NEW.recorded_by_member_id OR NEW.confirmed_by_id = NEW.recorded_by_id THEN
    RAISE EXCEPTION 'CONFIRMED_BY_ANOTHER' USING ERRCODE = '23514';
  END IF;
  PERFORM require_representative(NEW.confirmed_by_id, NEW.confirmed_by_member_id, partnership_of);
  IF NEW.kind = 'TRANSFER' AND NOT EXISTS (
    SELECT 1 FROM capital_line WHERE event_id = NEW.id AND member_id = NEW.confirmed_by_member_id AND amount_vnd > 0
  ) THEN
    RAISE EXCEPTION 'CONFIRMED_BY_TAKER' USING ERRCODE = '23514';
  END IF;
  PERFORM take_turn(NEW.agreement_id);
  NEW.confirmed_at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER capital_event_answered BEFORE UPDATE ON capital_event FOR EACH ROW EXECUTE FUNCTION capital_event_answered();

CREATE FUNCTION check_capital_lines() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  facts record;
BEGIN
  SELECT count(*) AS lines, coalesce(sum(amount_vnd), 0) AS total,
    min(amount_vnd) FILTER (WHERE member_id = NEW.recorded_by_member_id) AS own
  INTO facts FROM capital_line WHERE event_id = NEW.id;
  IF NOT coalesce(CASE NEW.kind
    WHEN 'ISSUE' THEN facts.lines = 1 AND facts.own > 0
    WHEN 'TRANSFER' THEN facts.lines >= 2 AND facts.total = 0 AND facts.own < 0
    ELSE facts.lines = 1 AND facts.own < 0 END, false) THEN
    RAISE EXCEPTION 'CAPITAL_LINES % %', NEW.kind, facts.total USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_capital_lines AFTER INSERT ON capital_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_capital_lines();

-- Nobody has less than nothing at the end of any day, and nobody pays in more than was committed.
CREATE FUNCTION check_capital() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wrong record;
BEGIN
  PERFORM take_turn(NEW.agreement_id);
  SELECT member_id, on_day INTO wrong FROM (
    SELECT l.member_id, e.on_day, sum(l.amount_vnd) OVER (PARTITION BY l.member_id ORDER BY e.on_day) AS balance
    FROM capital_line l JOIN capital_event e ON e.id = l.event_id
    WHERE e.agreement_id = NEW.agreement_id AND e.confirmed_at IS NOT NULL
  ) AS days WHERE balance < 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'BALANCE_BELOW_ZERO % on %', wrong.member_id, wrong.on_day USING ERRCODE = '23514';
  END IF;
  SELECT c.id INTO wrong FROM capital_commitment c
    JOIN capital_event e ON e.commitment_id = c.id JOIN capital_line l ON l.event_id = e.id
  WHERE c.agreement_id = NEW.agreement_id AND e.confirmed_at IS NOT NULL
  GROUP BY c.id HAVING sum(l.amount_vnd) > c.committed_vnd LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ABOVE_THE_COMMITMENT %', wrong.id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_capital AFTER UPDATE ON capital_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_capital();

-- 6. Money of the State -----------------------------------------------------------------------------------------------------
-- Whoever moves it holds the role FUND in the body that pays, and speaks for no party.
CREATE FUNCTION require_fund(person_to_read uuid, body uuid, agreement_to_read uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
    WHERE g.person_id = person_to_read AND g.organisation_id = body AND g.role = 'FUND' AND g.revoked_at IS NULL
      AND o.house = 'STATE'
  ) THEN
    RAISE EXCEPTION 'MONEY_FUND' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM agreement a JOIN partnership_member m ON m.partnership_id = a.partnership_id
      JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE a.id = agreement_to_read AND g.person_id = person_to_read AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'MONEY_APART' USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION funding_line_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
BEGIN
  a := require_signed(NEW.agreement_id);
  PERFORM require_fund(NEW.recorded_by_id, NEW.organisation_id, NEW.agreement_id);
  IF NEW.source IN ('STATE_BUDGET_CENTRAL', 'STATE_BUDGET_LOCAL') AND NOT a.has_state_money THEN
    RAISE EXCEPTION 'NO_STATE_MONEY' USING ERRCODE = '23514';
  END IF;
  NEW.recorded_at := least(greatest(NEW.recorded_at, a.signed_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER funding_line_fits BEFORE INSERT ON funding_line FOR EACH ROW EXECUTE FUNCTION funding_line_fits();

CREATE FUNCTION funding_tranche_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  line funding_line%ROWTYPE;
BEGIN
  SELECT * INTO line FROM funding_line WHERE id = NEW.line_id;
  IF TG_OP = 'INSERT' THEN
    PERFORM require_fund(NEW.recorded_by_id, line.organisation_id, line.agreement_id);
    IF NEW.condition_met_at IS NOT NULL THEN
      RAISE EXCEPTION 'CONDITION_LATER' USING ERRCODE = '23514';
    END IF;
    NEW.recorded_at := least(NEW.recorded_at, now());
    RETURN NEW;
  END IF;
  IF OLD.condition_met_at IS NOT NULL OR NEW.condition_met_at IS NULL THEN
    RAISE EXCEPTION 'FROZEN funding_tranche' USING ERRCODE = '23514';
  END IF;
  PERFORM require_fund(NEW.condition_met_by_id, line.organisation_id, line.agreement_id);
  NEW.condition_met_at := least(NEW.condition_met_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER funding_tranche_fits BEFORE INSERT OR UPDATE ON funding_tranche
  FOR EACH ROW EXECUTE FUNCTION funding_tranche_fits();

CREATE FUNCTION funding_transaction_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  line funding_line%ROWTYPE;
BEGIN
  SELECT * INTO line FROM funding_line WHERE id = NEW.line_id;
  PERFORM require_fund(NEW.recorded_by_id, line.organisation_id, line.agreement_id);
  PERFORM require_party(NEW.member_id, (SELECT partnership_id FROM agreement WHERE id = line.agreement_id));
  IF NEW.tranche_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM funding_tranche t WHERE t.id = NEW.tranche_id AND t.line_id = NEW.line_id AND t.condition_met_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'CONDITION_NOT_MET' USING ERRCODE = '23514';
  END IF;
  NEW.recorded_at := least(NEW.recorded_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER funding_transaction_fits BEFORE INSERT ON funding_transaction
  FOR EACH ROW EXECUTE FUNCTION funding_transaction_fits();

-- Never above the allocation and never below nothing, at the end of any day; nor of any tranche.
CREATE FUNCTION check_funding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  line funding_line%ROWTYPE;
BEGIN
  SELECT * INTO line FROM funding_line WHERE id = NEW.line_id;
  PERFORM take_turn(line.agreement_id);
  IF (SELECT sum(amount_vnd) FROM funding_tranche WHERE line_id = line.id) > line.allocated_vnd THEN
    RAISE EXCEPTION 'TRANCHES_ABOVE_ALLOCATION' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM (
      SELECT sum(amount_vnd) OVER (ORDER BY on_day) AS paid FROM funding_transaction WHERE line_id = line.id
    ) AS days WHERE paid > line.allocated_vnd
  ) THEN
    RAISE EXCEPTION 'ABOVE_ALLOCATION' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM (
      SELECT sum(amount_vnd) OVER (ORDER BY on_day) AS paid FROM funding_transaction WHERE line_id = line.id
    ) AS days WHERE paid < 0
  ) THEN
    RAISE EXCEPTION 'PAID_BELOW_ZERO' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM funding_transaction x JOIN funding_tranche t ON t.id = x.tranche_id WHERE t.line_id = line.id
    GROUP BY t.id HAVING sum(x.amount_vnd) > t.amount_vnd OR sum(x.amount_vnd) < 0
  ) THEN
    RAISE EXCEPTION 'OUTSIDE_TRANCHE' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_funding AFTER INSERT ON funding_transaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_funding();
CREATE CONSTRAINT TRIGGER check_funding_plan AFTER INSERT ON funding_tranche
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_funding();
