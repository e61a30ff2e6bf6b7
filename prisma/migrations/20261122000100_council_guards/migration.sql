-- Councils, second rounds, replies, corrections and appeals: what holds whoever writes. docs/domain.md, "Council", "Appeal".

-- 1. Seats ---------------------------------------------------------------------------------------------------------------
UPDATE evaluation_seat SET recusal_ground = 'OTHER' WHERE recused_at IS NOT NULL AND recusal_ground IS NULL;
ALTER TABLE evaluation_seat
  ADD CHECK (recusal_ground IN ('EMPLOYER', 'COAUTHOR', 'PARTNER', 'FINANCIAL', 'SUPERVISOR', 'FAMILY', 'TIME', 'OTHER')),
  ADD CHECK ((recused_at IS NULL) = (recusal_ground IS NULL));
CREATE UNIQUE INDEX evaluation_seat_replaces_once ON evaluation_seat (replaces_seat_id);
CREATE UNIQUE INDEX evaluation_one_open ON evaluation (initiative_id) WHERE closed_at IS NULL;
DROP TRIGGER once_seat ON evaluation_seat;
CREATE TRIGGER once_seat BEFORE UPDATE ON evaluation_seat FOR EACH ROW
  EXECUTE FUNCTION once('conflict_declared_at', 'recused_at', 'scored_at', 'recusal_ground', 'recusal_reason');
DROP TRIGGER keep_seat ON evaluation_seat;
CREATE TRIGGER keep_seat BEFORE UPDATE ON evaluation_seat FOR EACH ROW
  EXECUTE FUNCTION keep('evaluation_id', 'person_id', 'replaces_seat_id');
DROP TRIGGER keep_evaluation ON evaluation;
CREATE TRIGGER keep_evaluation BEFORE UPDATE ON evaluation FOR EACH ROW
  EXECUTE FUNCTION keep('initiative_id', 'round', 'chair_id', 'opened_at', 'kind', 'criteria', 'version_number');

-- Whoever had a part before a round: for a panel everybody of the earlier councils and every decider; for the council
-- after a panel also the panel, but for whoever led it when it comes to leading again.
CREATE FUNCTION had_earlier_part(person uuid, initiative_of uuid, kind_of "EvaluationKind", leads boolean) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  panel int;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM appeal WHERE initiative_id = initiative_of) THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM decision WHERE initiative_id = initiative_of AND decided_by_id = person) THEN RETURN true; END IF;
  SELECT max(round) INTO panel FROM evaluation WHERE initiative_id = initiative_of AND kind = 'APPEAL';
  RETURN EXISTS (
    SELECT 1 FROM evaluation e LEFT JOIN evaluation_seat s ON s.evaluation_id = e.id
    WHERE e.initiative_id = initiative_of AND (s.person_id = person OR e.chair_id = person)
      AND CASE WHEN kind_of = 'APPEAL' THEN e.kind <> 'APPEAL'
        WHEN leads THEN e.round <= panel AND (e.kind <> 'APPEAL' OR s.person_id = person)
        ELSE e.round <= panel END);
END $$;

CREATE FUNCTION stands_behind(person uuid, initiative_of uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM initiative WHERE id = initiative_of AND proposer_id = person)
    OR EXISTS (SELECT 1 FROM initiative_author WHERE initiative_id = initiative_of AND person_id = person AND confirmed_at IS NOT NULL)
$$;

CREATE OR REPLACE FUNCTION seat_is_independent() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  e evaluation%ROWTYPE;
BEGIN
  SELECT * INTO e FROM evaluation WHERE id = NEW.evaluation_id;
  IF e.chair_id = NEW.person_id OR stands_behind(NEW.person_id, e.initiative_id)
    OR EXISTS (SELECT 1 FROM initiative WHERE id = e.initiative_id AND screened_by_id = NEW.person_id)
    OR EXISTS (SELECT 1 FROM decision WHERE initiative_id = e.initiative_id AND decided_by_id = NEW.person_id)
    OR had_earlier_part(NEW.person_id, e.initiative_id, e.kind, false) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT evaluator' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM affiliation theirs JOIN initiative i ON i.id = e.initiative_id
    WHERE theirs.person_id = NEW.person_id AND (theirs.to_on IS NULL OR theirs.to_on > CURRENT_DATE)
      AND (theirs.organisation_id = i.organisation_id OR EXISTS (
        SELECT 1 FROM affiliation own WHERE own.organisation_id = theirs.organisation_id
          AND (own.to_on IS NULL OR own.to_on > CURRENT_DATE) AND stands_behind(own.person_id, i.id)))
  ) THEN
    RAISE EXCEPTION 'SAME_ORGANISATION evaluator' USING ERRCODE = '23514';
  END IF;
  IF NEW.replaces_seat_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM evaluation_seat WHERE id = NEW.replaces_seat_id AND evaluation_id = NEW.evaluation_id AND recused_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'NO_SEAT_TO_FILL' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION chair_is_independent() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF stands_behind(NEW.chair_id, NEW.initiative_id)
    OR EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND screened_by_id = NEW.chair_id)
    OR had_earlier_part(NEW.chair_id, NEW.initiative_id, NEW.kind, true) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT chair' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chair_is_independent BEFORE INSERT ON evaluation FOR EACH ROW EXECUTE FUNCTION chair_is_independent();

CREATE OR REPLACE FUNCTION decider_is_independent() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF stands_behind(NEW.decided_by_id, NEW.initiative_id) OR EXISTS (
    SELECT 1 FROM initiative i WHERE i.id = NEW.initiative_id AND i.screened_by_id = NEW.decided_by_id
  ) OR EXISTS (
    SELECT 1 FROM evaluation e JOIN evaluation_seat s ON s.evaluation_id = e.id
    WHERE e.initiative_id = NEW.initiative_id AND s.person_id = NEW.decided_by_id
  ) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT decider' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- 2. Scores and votes --------------------------------------------------------------------------------------------------------
-- A score needs a declared absence of conflict, an open round that asks for its criterion, and a seat that has not scored.
CREATE OR REPLACE FUNCTION score_in_time() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id
    WHERE s.id = NEW.seat_id AND s.conflict_declared_at IS NOT NULL AND s.recused_at IS NULL AND s.scored_at IS NULL
      AND e.closed_at IS NULL AND e.kind <> 'APPEAL' AND (cardinality(e.criteria) = 0 OR NEW.criterion = ANY(e.criteria))
  ) THEN
    RAISE EXCEPTION 'SCORE_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION vote_in_time() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id
    WHERE s.id = NEW.seat_id AND s.conflict_declared_at IS NOT NULL AND s.recused_at IS NULL AND s.scored_at IS NULL
      AND e.closed_at IS NULL AND e.kind = 'APPEAL'
  ) THEN
    RAISE EXCEPTION 'VOTE_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_in_time BEFORE INSERT ON appeal_vote FOR EACH ROW EXECUTE FUNCTION vote_in_time();
ALTER TABLE appeal_vote ADD CHECK (length(btrim(reason)) >= 20);

-- 3. The author's reply --------------------------------------------------------------------------------------------------------
CREATE FUNCTION reply_in_time() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM evaluation e JOIN initiative i ON i.id = e.initiative_id
    WHERE e.id = NEW.evaluation_id AND e.initiative_id = NEW.initiative_id AND e.closed_at IS NOT NULL AND e.kind <> 'APPEAL'
      AND i.state IN ('EVALUATED', 'SUBMITTED_TO_STEERING')
  ) THEN
    RAISE EXCEPTION 'REPLY_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reply_in_time BEFORE INSERT ON author_reply FOR EACH ROW EXECUTE FUNCTION reply_in_time();
ALTER TABLE author_reply ADD CHECK (language IN ('vi', 'en', 'fr'));

-- 4. Decisions: corrected by new ones, sealed until their moment -----------------------------------------------------------------
CREATE UNIQUE INDEX decision_corrected_once ON decision (corrects_id);
CREATE UNIQUE INDEX decision_one_sealed ON decision (initiative_id) WHERE published_at IS NULL;
CREATE INDEX decision_to_publish ON decision (publish_at) WHERE published_at IS NULL;
ALTER TABLE decision ADD CHECK (published_at >= publish_at), ADD CHECK (publish_at >= decided_at);
CREATE FUNCTION decision_fits() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM decision d JOIN initiative i ON i.id = d.initiative_id
    WHERE d.id = NEW.corrects_id AND d.initiative_id = NEW.initiative_id AND d.kind = NEW.kind AND d.number < NEW.number
      AND d.published_at IS NOT NULL AND i.state = d.kind
  ) THEN
    RAISE EXCEPTION 'CORRECTS_NOTHING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_fits BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_fits();

-- A decided initiative has its decision, and a published one (checked at commit).
CREATE OR REPLACE FUNCTION decision_is_written() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state IN ('ACCEPTED', 'REJECTED') AND NOT EXISTS (
    SELECT 1 FROM decision d WHERE d.initiative_id = NEW.id AND d.kind = NEW.state AND d.published_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'NO_WRITTEN_REASON %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF NEW.state = 'APPEALED' AND NOT EXISTS (SELECT 1 FROM appeal a WHERE a.initiative_id = NEW.id) THEN
    RAISE EXCEPTION 'NO_APPEAL %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF OLD.state = 'APPEALED' AND NEW.state <> 'APPEALED' AND NOT EXISTS (
    SELECT 1 FROM appeal a WHERE a.initiative_id = NEW.id AND a.outcome = NEW.state
  ) THEN
    RAISE EXCEPTION 'NO_WRITTEN_REASON %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- 5. Appeals: once, against what stands, by the proposer alone in the command -----------------------------------------------------
CREATE FUNCTION appeal_fits() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.outcome IS NOT NULL OR NOT EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND state = NEW.against) THEN
    RAISE EXCEPTION 'APPEAL_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeal_fits BEFORE INSERT ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_fits();
