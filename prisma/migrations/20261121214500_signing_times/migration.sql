-- A signature, the signing of an agreement and the publishing of a partnership carry the instant of the act, which is
-- never later than now and, for a signature, never before the text was agreed. Since when something is known
-- (share_schedule.recorded_at) stays the database's alone to say.
CREATE OR REPLACE FUNCTION agreement_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  -- least() passes over NULL
  IF NEW.agreed_at > now() THEN NEW.agreed_at := now(); END IF;
  IF NEW.state = 'SIGNED' AND OLD.state <> 'SIGNED' THEN
    NEW.signed_at := least(greatest(NEW.signed_at, NEW.agreed_at), now());
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION signature_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agreed record;
BEGIN
  SELECT a.state, a.text_sha256, a.agreed_at INTO agreed FROM agreement a WHERE a.id = NEW.agreement_id FOR SHARE;
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
  NEW.signed_at := least(greatest(NEW.signed_at, agreed.agreed_at), now());
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION freeze_partnership() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  IF NEW.published_at > now() THEN NEW.published_at := now(); END IF;
  RETURN NEW;
END $$;
