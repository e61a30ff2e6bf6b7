-- DropIndex
DROP INDEX "appraisal_agreement_id_version_key";

-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "amendment" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_agreement_id_text_sha256_key" ON "appraisal"("agreement_id", "text_sha256");

-- Appraisals of amendments (docs/domain.md, "Appraisal"): one that first brings something of the State's into an agreement
-- is appraised before anybody signs it, whoever writes.
ALTER TABLE appraisal ADD FOREIGN KEY (agreement_id, amendment) REFERENCES amendment (agreement_id, number);
CREATE UNIQUE INDEX appraisal_version ON appraisal (agreement_id, version) WHERE amendment IS NULL;

-- What a text says: State money, a public asset, or a State body with capital on any day.
CREATE FUNCTION says_the_states(said jsonb, partnership_to_read uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((said ->> 'hasStateMoney')::boolean, false) OR coalesce((said -> 'terms' ->> 'publicAsset')::boolean, false)
    OR EXISTS (
      SELECT 1 FROM jsonb_array_elements(said -> 'schedules') AS schedule, jsonb_array_elements(schedule -> 'lines') AS line
        JOIN partnership_member m ON m.partnership_id = $2 AND m.position = (line ->> 'party')::int
        JOIN organisation o ON o.id = m.organisation_id
      WHERE schedule ->> 'dimension' = 'CAPITAL' AND (line ->> 'ppm')::bigint > 0 AND o.house = 'STATE')
$$;

CREATE FUNCTION amendment_needs_appraisal(e amendment) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT says_the_states(e.text::jsonb, a.partnership_id) AND NOT a.has_state_money AND NOT says_the_states(
    coalesce((SELECT b.text FROM amendment b WHERE b.agreement_id = e.agreement_id AND b.text_sha256 = e.base_sha256), a.text)::jsonb,
    a.partnership_id)
  FROM agreement a WHERE a.id = e.agreement_id
$$;

CREATE FUNCTION is_approved(agreement_to_read uuid, hash text) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM appraisal WHERE agreement_id = $1 AND text_sha256 = $2 AND outcome = 'APPROVED')
$$;

CREATE OR REPLACE FUNCTION appraisal_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
  e amendment%ROWTYPE;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = NEW.agreement_id FOR SHARE;
  SELECT * INTO e FROM amendment WHERE agreement_id = NEW.agreement_id AND number = NEW.amendment;
  IF TG_OP = 'INSERT' THEN
    IF NEW.amendment IS NULL AND (a.state <> 'AGREED_DRAFT' OR a.text_sha256 IS DISTINCT FROM NEW.text_sha256)
      OR NEW.amendment IS NOT NULL AND (e.state <> 'PROPOSED' OR e.text_sha256 <> NEW.text_sha256 OR NOT amendment_needs_appraisal(e))
      OR a.version <> NEW.version THEN
      RAISE EXCEPTION 'APPRAISAL_TEXT' USING ERRCODE = '23514';
    END IF;
    IF NEW.outcome IS NOT NULL THEN
      RAISE EXCEPTION 'APPRAISAL_LATER' USING ERRCODE = '23514';
    END IF;
    IF EXISTS (SELECT 1 FROM partnership_member WHERE partnership_id = a.partnership_id AND organisation_id = NEW.organisation_id)
      OR NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND house = 'STATE') THEN
      RAISE EXCEPTION 'APPRAISAL_APART' USING ERRCODE = '23514';
    END IF;
    IF NOT EXISTS (
      SELECT 1 FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
      WHERE m.partnership_id = a.partnership_id AND m.role = 'LEAD'
        AND g.person_id = NEW.submitted_by_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
    ) THEN
      RAISE EXCEPTION 'APPRAISAL_LEAD' USING ERRCODE = '23514';
    END IF;
    NEW.submitted_at := least(greatest(NEW.submitted_at, coalesce(e.proposed_at, a.agreed_at)), now());
    RETURN NEW;
  END IF;
  IF OLD.outcome IS NOT NULL OR NEW.outcome IS NULL
    OR (NEW.amendment IS NULL AND a.state <> 'UNDER_APPRAISAL') OR (NEW.amendment IS NOT NULL AND e.state <> 'PROPOSED') THEN
    RAISE EXCEPTION 'FROZEN appraisal' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM role_grant g
    WHERE g.person_id = NEW.decided_by_id AND g.organisation_id = NEW.organisation_id AND g.role = 'STEERING' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'APPRAISAL_AUTHORITY' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM partnership_member m WHERE m.partnership_id = a.partnership_id AND (
      m.organisation_id = NEW.organisation_id
      OR EXISTS (SELECT 1 FROM role_grant g
        WHERE g.organisation_id = m.organisation_id AND g.person_id = NEW.decided_by_id AND g.revoked_at IS NULL)
      OR EXISTS (SELECT 1 FROM affiliation f
        WHERE f.organisation_id = m.organisation_id AND f.person_id = NEW.decided_by_id AND (f.to_on IS NULL OR f.to_on > now()::date))
    )
  ) THEN
    RAISE EXCEPTION 'APPRAISAL_APART' USING ERRCODE = '23514';
  END IF;
  NEW.decided_at := least(greatest(NEW.decided_at, OLD.submitted_at), now());
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION signature_after_appraisal() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT state FROM agreement WHERE id = NEW.agreement_id) = 'AGREED_DRAFT' AND appraisal_needed(NEW.agreement_id) THEN
    RAISE EXCEPTION 'APPRAISAL_NEEDED' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM amendment e WHERE e.agreement_id = NEW.agreement_id AND e.text_sha256 = NEW.text_sha256
    AND amendment_needs_appraisal(e)) AND NOT is_approved(NEW.agreement_id, NEW.text_sha256) THEN
    RAISE EXCEPTION 'APPRAISAL_NEEDED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION amendment_is_appraised() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF amendment_needs_appraisal(NEW) AND NOT is_approved(NEW.agreement_id, NEW.text_sha256) THEN
    RAISE EXCEPTION 'APPRAISAL_NEEDED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_amendment_is_appraised BEFORE UPDATE OF state ON amendment
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state = 'SIGNED') EXECUTE FUNCTION amendment_is_appraised();

-- While it is appraised nobody takes it back or declines it.
CREATE FUNCTION amendment_waits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM appraisal WHERE agreement_id = NEW.agreement_id AND amendment = NEW.number AND outcome IS NULL) THEN
    RAISE EXCEPTION 'APPRAISAL_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_amendment_waits BEFORE UPDATE OF state ON amendment
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION amendment_waits();
