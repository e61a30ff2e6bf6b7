-- After an acceptance (docs/domain.md, "After acceptance"): who owns the work, what they report, who closes it.
ALTER TABLE implementation ADD FOREIGN KEY (chief_person_id) REFERENCES person (id),
  ADD FOREIGN KEY (assigned_by_id) REFERENCES person (id),
  ADD CHECK (length(btrim(chief_post)) > 0), ADD CHECK (length(btrim(expected_product)) > 0), ADD CHECK (length(btrim(funding)) > 0),
  ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE implementation_report ADD CHECK (length(btrim(note)) > 0), ADD CHECK (language IN ('vi', 'en', 'fr')),
  ADD CHECK (percent < 100 OR length(btrim(evidence)) > 0);
ALTER TABLE initiative_link ADD FOREIGN KEY (added_by_id) REFERENCES person (id),
  ADD CHECK (num_nonnulls(ended_at, end_reason) IN (0, 2));

-- Only a verified organisation owns a work, and only an accepted initiative is given one.
CREATE FUNCTION implementation_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.owner_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'OWNER_NOT_VERIFIED' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND state = 'ACCEPTED') THEN
    RAISE EXCEPTION 'NOT_ACCEPTED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER implementation_fits BEFORE INSERT ON implementation FOR EACH ROW EXECUTE FUNCTION implementation_fits();

-- An assigned initiative has its assignment (checked at commit).
CREATE FUNCTION assignment_is_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'ASSIGNED' AND NOT EXISTS (SELECT 1 FROM implementation WHERE initiative_id = NEW.id) THEN
    RAISE EXCEPTION 'NO_ASSIGNMENT %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER assignment_is_written AFTER UPDATE OF state ON initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assignment_is_written();

-- The owner alone reports, while the work is on, and nothing after the report of the whole.
CREATE FUNCTION report_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM implementation m JOIN initiative i ON i.id = m.initiative_id
    WHERE m.initiative_id = NEW.initiative_id AND m.owner_id = NEW.organisation_id AND i.state = 'IN_IMPLEMENTATION'
  ) THEN
    RAISE EXCEPTION 'NOT_THE_OWNER' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM implementation_report WHERE initiative_id = NEW.initiative_id AND percent = 100) THEN
    RAISE EXCEPTION 'ALREADY_WHOLE' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_fits BEFORE INSERT ON implementation_report FOR EACH ROW EXECUTE FUNCTION report_fits();

-- Separation of duties: who takes the work up is the owner; who closes it is a body other than the owner's, in the person
-- of somebody who neither proposed it nor belongs to the owner.
CREATE FUNCTION work_step_is_independent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner uuid;
BEGIN
  IF NEW.to_state NOT IN ('IN_IMPLEMENTATION', 'CLOSED_APPLIED', 'CLOSED_NOT_APPLIED', 'CLOSED_STOPPED') THEN RETURN NEW; END IF;
  SELECT owner_id INTO owner FROM implementation WHERE initiative_id = NEW.initiative_id;
  IF NEW.to_state = 'IN_IMPLEMENTATION' THEN
    IF NEW.actor_organisation_id IS DISTINCT FROM owner THEN
      RAISE EXCEPTION 'NOT_THE_OWNER' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.actor_organisation_id IS NULL OR NEW.actor_organisation_id = owner
    OR EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND proposer_id = NEW.actor_id)
    OR EXISTS (SELECT 1 FROM affiliation WHERE person_id = NEW.actor_id AND organisation_id = owner AND to_on IS NULL) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT verifier' USING ERRCODE = '23514';
  END IF;
  IF coalesce(length(btrim(NEW.reason)), 0) < 20 THEN
    RAISE EXCEPTION 'NO_WRITTEN_REASON' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER work_step_is_independent BEFORE INSERT ON initiative_step FOR EACH ROW EXECUTE FUNCTION work_step_is_independent();

-- A tie leads to something that everybody can read, and never back to itself.
CREATE FUNCTION link_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own text;
BEGIN
  SELECT code INTO own FROM initiative WHERE id = NEW.initiative_id;
  IF NOT (CASE NEW.kind
    WHEN 'PARTNERSHIP' THEN EXISTS (SELECT 1 FROM partnership WHERE code = NEW.code AND published_at IS NOT NULL)
    WHEN 'RESULT' THEN EXISTS (SELECT 1 FROM result WHERE code = NEW.code AND state IN ('PUBLISHED', 'UNDER_REVIEW'))
    WHEN 'BUILDS_ON' THEN EXISTS (SELECT 1 FROM initiative WHERE code = NEW.code AND public_at IS NOT NULL)
    ELSE length(btrim(NEW.code)) > 0
  END) THEN
    RAISE EXCEPTION 'LINK_TO_NOTHING %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF NEW.kind = 'BUILDS_ON' THEN
    -- Two ties made at once could close a circle that neither closes alone.
    PERFORM pg_advisory_xact_lock(hashtext('initiative_link.builds_on'));
    IF own IN (
      WITH RECURSIVE below (code) AS (
        SELECT NEW.code
        UNION
        SELECT l.code FROM below b JOIN initiative i ON i.code = b.code
          JOIN initiative_link l ON l.initiative_id = i.id AND l.kind = 'BUILDS_ON' AND l.ended_at IS NULL
      ) SELECT code FROM below
    ) THEN
      RAISE EXCEPTION 'LINKED_TO_ITSELF %', own USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER link_fits BEFORE INSERT ON initiative_link FOR EACH ROW EXECUTE FUNCTION link_fits();
CREATE TRIGGER once_initiative_link BEFORE UPDATE ON initiative_link FOR EACH ROW EXECUTE FUNCTION once('ended_at', 'end_reason');

-- What is derived from an initiative is found from the initiative.
CREATE INDEX partnership_origin ON partnership (origin_initiative_id) WHERE origin_initiative_id IS NOT NULL;
CREATE INDEX result_origin ON result (origin_initiative_id) WHERE origin_initiative_id IS NOT NULL;
