-- CreateEnum
CREATE TYPE "ClosingState" AS ENUM ('DRAWN', 'CLOSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "partnership_closing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "ClosingState" NOT NULL DEFAULT 'DRAWN',
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "lapse_reason" TEXT,
    "profit_tail_until" DATE,
    "organisation_id" UUID NOT NULL,
    "drawn_by_id" UUID NOT NULL,
    "drawn_post" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_by_id" UUID,
    "seen_post" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_closing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partnership_closing_partnership_id_number_key" ON "partnership_closing"("partnership_id", "number");

-- A partnership is closed (docs/domain.md, "Closing"): by a fund, on an account that an auditor has seen, with nothing open.

-- 1. Rights and plain facts -------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (state, seen_by_id, seen_post, seen_at, ended_at) ON partnership_closing TO ba_nha_app;
ALTER TABLE partnership_closing ADD FOREIGN KEY (partnership_id) REFERENCES partnership;
ALTER TABLE partnership_closing ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE partnership_closing ADD FOREIGN KEY (drawn_by_id) REFERENCES person;
ALTER TABLE partnership_closing ADD FOREIGN KEY (seen_by_id) REFERENCES person;
ALTER TABLE partnership_closing ADD CHECK (number >= 1);
ALTER TABLE partnership_closing ADD CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE partnership_closing ADD CHECK ((state = 'DRAWN') = (ended_at IS NULL));
ALTER TABLE partnership_closing ADD CHECK ((seen_at IS NULL) = (seen_by_id IS NULL));
ALTER TABLE partnership_closing ADD CHECK (state <> 'CLOSED' OR seen_at IS NOT NULL);
ALTER TABLE partnership_closing ADD CHECK (seen_by_id <> drawn_by_id);
CREATE UNIQUE INDEX partnership_closing_drawn ON partnership_closing (partnership_id) WHERE state = 'DRAWN';
CREATE UNIQUE INDEX partnership_closing_closed ON partnership_closing (partnership_id) WHERE state = 'CLOSED';

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('partnership_closing', 'DRAWN', 'CLOSED'), ('partnership_closing', 'DRAWN', 'WITHDRAWN');
CREATE TRIGGER move_closing BEFORE UPDATE OF state ON partnership_closing FOR EACH ROW EXECUTE FUNCTION move_along();
CREATE TRIGGER once_closing BEFORE UPDATE ON partnership_closing FOR EACH ROW
  EXECUTE FUNCTION once('seen_by_id', 'seen_post', 'seen_at', 'ended_at');

-- 2. Who draws it up, and who sees it: nobody of a party -------------------------------------------------------------------
-- The bodies that allocated money to a partnership and are none of its parties: where there are any, one of them closes it.
CREATE FUNCTION payers_apart(partnership_to_read uuid) RETURNS uuid[] LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY(SELECT DISTINCT f.organisation_id FROM funding_line f JOIN agreement a ON a.id = f.agreement_id
    WHERE a.partnership_id = $1 AND NOT EXISTS (
      SELECT FROM partnership_member m WHERE m.partnership_id = $1 AND m.organisation_id = f.organisation_id))
$$;

CREATE FUNCTION closing_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  acting uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAWN' OR NEW.seen_at IS NOT NULL OR NOT EXISTS (
      SELECT FROM partnership WHERE id = NEW.partnership_id AND state IN ('COMPLETED', 'FAILED', 'TERMINATED')) THEN
      RAISE EXCEPTION 'NO_TRANSITION partnership_closing -> %', NEW.state USING ERRCODE = '23514';
    END IF;
    acting := NEW.drawn_by_id;
    NEW.drawn_at := least(NEW.drawn_at, now());
  ELSIF OLD.seen_by_id IS NULL AND NEW.seen_by_id IS NOT NULL THEN
    acting := NEW.seen_by_id;
  ELSE
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM role_grant g WHERE g.person_id = acting AND g.revoked_at IS NULL
      AND CASE TG_OP WHEN 'INSERT' THEN g.role = 'FUND' AND g.organisation_id = NEW.organisation_id ELSE g.role = 'AUDITOR' END)
    OR EXISTS (
      SELECT FROM partnership_member m WHERE m.partnership_id = NEW.partnership_id AND (
        EXISTS (SELECT FROM role_grant g
          WHERE g.organisation_id = m.organisation_id AND g.person_id = acting AND g.revoked_at IS NULL)
        OR EXISTS (SELECT FROM affiliation f
          WHERE f.organisation_id = m.organisation_id AND f.person_id = acting AND (f.to_on IS NULL OR f.to_on > now()::date)))) THEN
    RAISE EXCEPTION 'CLOSING_HAND' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.organisation_id <> ALL (payers_apart(NEW.partnership_id))
    AND cardinality(payers_apart(NEW.partnership_id)) > 0 THEN
    RAISE EXCEPTION 'CLOSING_PAYER' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closing_fits BEFORE INSERT OR UPDATE ON partnership_closing FOR EACH ROW EXECUTE FUNCTION closing_fits();

-- 3. Closed with its account, and with nothing that waits for anybody -------------------------------------------------------
CREATE FUNCTION partnership_is_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM partnership_closing WHERE partnership_id = NEW.id AND state = 'CLOSED') THEN
    RAISE EXCEPTION 'NO_CLOSING' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT FROM capital_event e JOIN agreement a ON a.id = e.agreement_id
      WHERE a.partnership_id = NEW.id AND e.confirmed_at IS NULL AND e.declined_at IS NULL)
    OR EXISTS (SELECT FROM distribution_run r JOIN agreement a ON a.id = r.agreement_id
      WHERE a.partnership_id = NEW.id AND r.state = 'PROPOSED')
    OR EXISTS (SELECT FROM agreement WHERE partnership_id = NEW.id AND state = 'AMENDING')
    OR EXISTS (SELECT FROM party_exit WHERE partnership_id = NEW.id AND state = 'OPEN')
    OR EXISTS (SELECT FROM partnership_motion WHERE partnership_id = NEW.id AND state = 'OPEN')
    OR EXISTS (SELECT FROM exit_handover h JOIN exit_settlement s ON s.id = h.settlement_id JOIN party_exit e ON e.id = s.exit_id
      WHERE e.partnership_id = NEW.id AND h.done_at IS NULL) THEN
    RAISE EXCEPTION 'STILL_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER partnership_is_closed AFTER UPDATE OF state ON partnership
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'CLOSED' AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION partnership_is_closed();

CREATE FUNCTION check_closing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state = 'CLOSED' AND NOT EXISTS (SELECT FROM partnership WHERE id = NEW.partnership_id AND state = 'CLOSED') THEN
    RAISE EXCEPTION 'CLOSING_WITHOUT_END' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_closing AFTER UPDATE ON partnership_closing
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_closing();

-- 4. What was closed stays: no money moves, and no profit is shared beyond the last day that the account names ---------------
CREATE FUNCTION is_closed(agreement_to_read uuid) RETURNS boolean LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands "PartnershipState";
BEGIN
  SELECT p.state INTO stands FROM partnership p JOIN agreement a ON a.partnership_id = p.id WHERE a.id = agreement_to_read
    FOR SHARE OF p;
  RETURN stands = 'CLOSED';
END $$;
CREATE FUNCTION stays_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agreement_of uuid;
BEGIN
  IF TG_TABLE_NAME = 'funding_transaction' THEN
    SELECT l.agreement_id INTO agreement_of FROM funding_line l WHERE l.id = NEW.line_id;
  ELSE
    agreement_of := NEW.agreement_id;
  END IF;
  IF is_closed(agreement_of) THEN
    RAISE EXCEPTION 'PARTNERSHIP_CLOSED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays_closed BEFORE INSERT ON capital_commitment FOR EACH ROW EXECUTE FUNCTION stays_closed();
CREATE TRIGGER stays_closed BEFORE INSERT ON capital_event FOR EACH ROW EXECUTE FUNCTION stays_closed();
CREATE TRIGGER stays_closed BEFORE INSERT ON funding_line FOR EACH ROW EXECUTE FUNCTION stays_closed();
CREATE TRIGGER stays_closed BEFORE INSERT ON funding_transaction FOR EACH ROW EXECUTE FUNCTION stays_closed();

CREATE FUNCTION within_profit_tail() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF is_closed(NEW.agreement_id) AND NOT EXISTS (
    SELECT FROM partnership_closing c JOIN agreement a ON a.partnership_id = c.partnership_id
    WHERE a.id = NEW.agreement_id AND c.state = 'CLOSED' AND NEW.kind = 'DISTRIBUTION' AND NEW.period_to - 1 <= c.profit_tail_until) THEN
    RAISE EXCEPTION 'PROFIT_TAIL' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER within_profit_tail BEFORE INSERT ON distribution_run FOR EACH ROW EXECUTE FUNCTION within_profit_tail();
