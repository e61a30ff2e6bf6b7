-- Shares and signatures, closed further: what the first guards let pass when somebody writes past the commands.

-- 1. Two transactions that touch one agreement check one after the other, whatever their isolation level -----------------
-- A row lock alone is not enough under REPEATABLE READ: the second transaction would get the lock and check its old
-- picture. Writing a row makes it fail instead (40001), and a command is then tried again.
CREATE TABLE agreement_turn (
  agreement_id uuid PRIMARY KEY REFERENCES agreement,
  transaction_id xid8 NOT NULL
);

CREATE OR REPLACE FUNCTION check_agreement(agreement_to_check uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  a agreement%ROWTYPE;
  wrong record;
  recorded jsonb;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM agreement WHERE id = agreement_to_check) THEN RETURN; END IF;
  INSERT INTO agreement_turn AS turn VALUES (agreement_to_check, pg_current_xact_id())
  ON CONFLICT (agreement_id) DO UPDATE SET transaction_id = excluded.transaction_id
  WHERE turn.transaction_id <> excluded.transaction_id;

  SELECT * INTO a FROM agreement WHERE id = agreement_to_check;
  IF a.state = 'NEGOTIATION' AND NOT EXISTS (SELECT 1 FROM share_schedule WHERE agreement_id = a.id AND superseded_at IS NULL) THEN
    RETURN;
  END IF;

  SELECT s.id, s.dimension, coalesce(sum(l.ppm), 0) AS total INTO wrong
  FROM share_schedule s LEFT JOIN share_line l ON l.schedule_id = s.id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL
  GROUP BY s.id, s.dimension HAVING coalesce(sum(l.ppm), 0) <> 1000000 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'SUM_NOT_100 % = %', wrong.dimension, wrong.total USING ERRCODE = '23514';
  END IF;

  SELECT d.dimension INTO wrong
  FROM unnest(enum_range(NULL::"ShareDimension")) AS d(dimension)
  WHERE NOT coalesce((
    SELECT range_agg(daterange(s.valid_from, s.valid_to)) FROM share_schedule s
    WHERE s.agreement_id = a.id AND s.dimension = d.dimension AND s.superseded_at IS NULL
  ) @> daterange(a.valid_from, a.valid_to), false) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'GAP %', wrong.dimension USING ERRCODE = '23514';
  END IF;

  SELECT m.id INTO wrong
  FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id JOIN partnership_member m ON m.id = l.member_id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND (
    m.partnership_id <> a.partnership_id
    OR (l.ppm > 0 AND NOT daterange(m.valid_from, m.valid_to) @> daterange(s.valid_from, s.valid_to))
  ) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PARTY_NOT_ACTIVE %', wrong.id USING ERRCODE = '23514';
  END IF;

  IF a.state = 'NEGOTIATION' THEN RETURN; END IF;

  -- What people sign says what is recorded: the schedules stand in the text, in order, party by place.
  SELECT jsonb_agg(jsonb_build_object(
      'dimension', s.dimension, 'from', s.valid_from, 'to', s.valid_to,
      'lines', (
        SELECT jsonb_agg(jsonb_build_object('party', m.position, 'ppm', l.ppm) ORDER BY m.position)
        FROM share_line l JOIN partnership_member m ON m.id = l.member_id WHERE l.schedule_id = s.id
      )) ORDER BY s.dimension, s.valid_from)
  INTO recorded FROM share_schedule s WHERE s.agreement_id = a.id AND s.superseded_at IS NULL;
  IF recorded IS DISTINCT FROM a.text::jsonb -> 'schedules' OR (a.text::jsonb -> 'version') IS DISTINCT FROM to_jsonb(a.version)
    OR (a.text::jsonb -> 'validity') IS DISTINCT FROM jsonb_build_object('from', a.valid_from, 'to', a.valid_to) THEN
    RAISE EXCEPTION 'TEXT_NOT_SHARES' USING ERRCODE = '23514';
  END IF;

  IF a.state NOT IN ('SIGNED', 'ACTIVE', 'AMENDING') THEN RETURN; END IF;

  SELECT DISTINCT l.member_id AS id INTO wrong
  FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM signature g WHERE g.agreement_id = a.id AND g.member_id = l.member_id AND g.text_sha256 = a.text_sha256
  ) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'NOT_SIGNED_BY %', wrong.id USING ERRCODE = '23514';
  END IF;

  IF (
    SELECT count(DISTINCT o.house)
    FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
      JOIN partnership_member m ON m.id = l.member_id JOIN organisation o ON o.id = m.organisation_id
    WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND o.house <> 'OTHER'
  ) < 3 THEN
    RAISE EXCEPTION 'HOUSE_MISSING' USING ERRCODE = '23514';
  END IF;
END $$;

-- 2. Dates that people mean -----------------------------------------------------------------------------------------------
-- An 'infinity' would be a date that no page can print; an open end is NULL.
ALTER TABLE agreement ADD CHECK (valid_from BETWEEN '1900-01-01' AND '2200-12-31' AND valid_to <= '2201-01-01');
ALTER TABLE partnership ADD CHECK (valid_from BETWEEN '1900-01-01' AND '2200-12-31' AND valid_to <= '2201-01-01');
ALTER TABLE partnership_member ADD CHECK (valid_from BETWEEN '1900-01-01' AND '2200-12-31' AND valid_to <= '2201-01-01');
ALTER TABLE share_schedule ADD CHECK (valid_from BETWEEN '1900-01-01' AND '2200-12-31' AND valid_to <= '2201-01-01');
ALTER TABLE share_schedule ADD CHECK (superseded_at >= recorded_at);

-- 3. A text exists while it is agreed; reopening takes it away and counts on --------------------------------------------------
-- The version stands in the text, so that a reopened agreement never has the hash of an earlier signature again.
ALTER TABLE agreement ADD CHECK ((state = 'NEGOTIATION') = (text IS NULL));
ALTER TABLE agreement ADD CHECK ((text IS NULL) = (agreed_at IS NULL));
CREATE FUNCTION agreement_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'NEGOTIATION' OR NEW.version <> 1 THEN
      RAISE EXCEPTION 'NO_TRANSITION agreement -> %', NEW.state USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.version <> OLD.version + (OLD.state <> 'NEGOTIATION' AND NEW.state = 'NEGOTIATION')::int THEN
    RAISE EXCEPTION 'FROZEN agreement.version' USING ERRCODE = '23514';
  END IF;
  IF NEW.state = 'SIGNED' AND OLD.state <> 'SIGNED' THEN NEW.signed_at := now(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_version BEFORE INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION agreement_version();

-- 4. What is known, and since when, is the database's to say -----------------------------------------------------------------
CREATE FUNCTION record_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.recorded_at := now();
    NEW.superseded_at := NULL;
  ELSIF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL THEN
    -- one who waited for another's lock began before the other recorded
    NEW.superseded_at := greatest(now(), OLD.recorded_at);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER aaa_record_time BEFORE INSERT OR UPDATE ON share_schedule FOR EACH ROW EXECUTE FUNCTION record_time();
-- Of a schedule nothing changes but the end of its being known; a draft that is not signed may be taken back whole.
REVOKE UPDATE ON share_schedule FROM ba_nha_app;
GRANT UPDATE (superseded_at) ON share_schedule TO ba_nha_app;

-- 5. A signature is by a representative of a party that joined, on the text that is agreed now --------------------------------
CREATE OR REPLACE FUNCTION signature_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed record;
BEGIN
  SELECT a.state, a.text_sha256 INTO agreed FROM agreement a WHERE a.id = NEW.agreement_id FOR SHARE;
  IF NOT FOUND OR agreed.state NOT IN ('AGREED_DRAFT', 'APPROVED') OR agreed.text_sha256 <> NEW.text_sha256 THEN
    RAISE EXCEPTION 'SIGNATURE_TEXT' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
    WHERE s.agreement_id = NEW.agreement_id AND s.superseded_at IS NULL AND l.member_id = NEW.member_id
  ) THEN
    RAISE EXCEPTION 'SIGNATURE_PARTY' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.id = NEW.member_id AND m.joined_at IS NOT NULL
      AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'SIGNATURE_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
  NEW.signed_at := now();
  RETURN NEW;
END $$;

-- 6. Who signed as what stays so ------------------------------------------------------------------------------------------------
CREATE TRIGGER once_member BEFORE UPDATE ON partnership_member FOR EACH ROW EXECUTE FUNCTION once('joined_at');
CREATE FUNCTION freeze_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'valid_to') IS DISTINCT FROM (to_jsonb(OLD) - 'valid_to')
    AND EXISTS (SELECT 1 FROM signature WHERE member_id = OLD.id) THEN
    RAISE EXCEPTION 'FROZEN partnership_member' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_member BEFORE UPDATE ON partnership_member FOR EACH ROW EXECUTE FUNCTION freeze_member();

-- A verification taken back does not open the house of a body that signed.
CREATE FUNCTION keep_signed_house() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM partnership_member m JOIN signature g ON g.member_id = m.id WHERE m.organisation_id = OLD.id
  ) THEN
    RAISE EXCEPTION 'IMMUTABLE organisation.house' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_signed_house BEFORE UPDATE OF house ON organisation
  FOR EACH ROW WHEN (OLD.house IS DISTINCT FROM NEW.house) EXECUTE FUNCTION keep_signed_house();
CREATE FUNCTION check_house_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_agreement(a.id)
  FROM partnership_member m JOIN agreement a ON a.partnership_id = m.partnership_id
  WHERE m.organisation_id = NEW.id ORDER BY a.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_house AFTER UPDATE OF house ON organisation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.house IS DISTINCT FROM NEW.house) EXECUTE FUNCTION check_house_row();

-- 7. A published partnership keeps what was published -----------------------------------------------------------------------------
CREATE FUNCTION freeze_partnership() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'revision', 'updated_at', 'published_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('IDEA', 'CALL_OPEN', 'FORMING') OR NEW.published_at IS NOT NULL THEN
      RAISE EXCEPTION 'NO_TRANSITION partnership -> %', NEW.state USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.published_at IS NOT NULL AND (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN partnership %', OLD.code USING ERRCODE = '23514';
  END IF;
  IF OLD.published_at IS NULL AND NEW.published_at IS NOT NULL THEN NEW.published_at := now(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_partnership BEFORE INSERT OR UPDATE ON partnership FOR EACH ROW EXECUTE FUNCTION freeze_partnership();

-- 8. The guards read the portal's own tables ---------------------------------------------------------------------------------------
-- A temporary table of the same name would otherwise come first, and a guard would check that one.
DO $$
DECLARE
  guard regprocedure;
BEGIN
  FOR guard IN
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
    WHERE n.nspname = 'public' AND l.lanname = 'plpgsql' AND p.proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', guard);
  END LOOP;
END $$;
