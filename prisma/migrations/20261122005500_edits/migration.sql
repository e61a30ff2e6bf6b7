-- The public text changes after submission in one way alone: as a new version, word for word (docs/domain.md, "Public voice").

-- As before, and besides: what is public may be edited while nobody evaluates or decides it.
CREATE OR REPLACE FUNCTION freeze_initiative() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'revision', 'updated_at', 'submitted_at', 'decided_at', 'screened_by_id', 'public_at'];
BEGIN
  IF OLD.state IN ('DRAFT', 'NEEDS_COMPLETION') THEN RETURN NEW; END IF;
  IF OLD.state = 'SUBMITTED' AND NEW.state = 'SCREENED' THEN
    free := free || ARRAY['track', 'ford_code', 'product_codes', 'plan_system_code'];
  END IF;
  IF NEW.state = OLD.state AND OLD.public_at IS NOT NULL AND (
    OLD.state IN ('ACCEPTED', 'ASSIGNED', 'IN_IMPLEMENTATION')
    OR (OLD.state = 'SCREENED' AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.initiative_id = OLD.id))
  ) THEN
    free := free || ARRAY['title', 'abstract', 'problem', 'solution', 'novelty', 'public_benefit'];
  END IF;
  IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN initiative %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- After its submission the text is, at every commit, what the newest version says.
CREATE FUNCTION text_is_a_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_row initiative%ROWTYPE;
  newest jsonb;
BEGIN
  SELECT * INTO now_row FROM initiative WHERE id = NEW.id;
  IF now_row.state IN ('DRAFT', 'NEEDS_COMPLETION', 'LAPSED', 'WITHDRAWN') THEN RETURN NULL; END IF;
  SELECT v.content::jsonb INTO newest FROM initiative_version v WHERE v.initiative_id = NEW.id ORDER BY v.number DESC LIMIT 1;
  IF newest IS NULL OR (newest -> 'title', newest -> 'abstract') IS DISTINCT FROM (now_row.title::jsonb, now_row.abstract::jsonb)
    OR (newest ->> 'problem', newest ->> 'solution', newest ->> 'novelty', newest ->> 'publicBenefit')
      IS DISTINCT FROM (now_row.problem, now_row.solution, now_row.novelty, now_row.public_benefit) THEN
    RAISE EXCEPTION 'TEXT_WITHOUT_VERSION %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER text_is_a_version AFTER UPDATE OF title, abstract, problem, solution, novelty, public_benefit ON initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.title, OLD.abstract, OLD.problem, OLD.solution, OLD.novelty, OLD.public_benefit)
    IS DISTINCT FROM (NEW.title, NEW.abstract, NEW.problem, NEW.solution, NEW.novelty, NEW.public_benefit))
  EXECUTE FUNCTION text_is_a_version();

-- An edit says why, and is one of a public text; a submission has nothing to explain.
ALTER TABLE initiative_version ADD CHECK ((kind = 'EDIT') = (note IS NOT NULL)), ADD CHECK (note IS NULL OR length(btrim(note)) >= 10);
