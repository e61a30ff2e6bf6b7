-- Who reads each part of a proposal, its files included, and who opened what is not public.

-- What a file's yes or no said becomes a level.
ALTER TABLE "attachment" ADD COLUMN     "level" "PartLevel" NOT NULL DEFAULT 'REVIEWERS',
ADD COLUMN     "until_on" DATE;
ALTER TABLE attachment DISABLE TRIGGER freeze_attachment;
UPDATE attachment SET level = 'PUBLIC' WHERE is_public;
ALTER TABLE attachment ENABLE TRIGGER freeze_attachment;
ALTER TABLE "attachment" DROP COLUMN "is_public";
ALTER TABLE attachment ADD CHECK ((level = 'SEALED') = (until_on IS NOT NULL));
ALTER TABLE part_visibility
  ADD CHECK (field IN ('problem', 'publicBenefit', 'solution', 'novelty', 'funding', 'priorRights'));

-- Levels are set with the content and frozen with it. Later a part can be opened to everybody, and never closed again.
CREATE OR REPLACE FUNCTION freeze_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['level', 'until_on'];
BEGIN
  IF EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND state IN ('DRAFT', 'NEEDS_COMPLETION')) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.level = 'PUBLIC' AND (to_jsonb(NEW) - free) = (to_jsonb(OLD) - free) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'FROZEN attachment' USING ERRCODE = '23514';
END $$;

CREATE FUNCTION freeze_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part part_visibility%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  IF EXISTS (SELECT 1 FROM initiative WHERE id = part.initiative_id AND state IN ('DRAFT', 'NEEDS_COMPLETION')) THEN
    RETURN part;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.level = 'PUBLIC' AND NEW.initiative_id = OLD.initiative_id AND NEW.field = OLD.field THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'FROZEN part %', part.field USING ERRCODE = '23514';
END $$;
CREATE TRIGGER freeze_part BEFORE INSERT OR UPDATE OR DELETE ON part_visibility FOR EACH ROW EXECUTE FUNCTION freeze_part();

-- The log is about others: what an author opens is theirs.
CREATE FUNCTION reading_is_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND proposer_id = NEW.person_id) THEN
    RAISE EXCEPTION 'OWN_READING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_is_by_others BEFORE INSERT ON file_reading FOR EACH ROW EXECUTE FUNCTION reading_is_by_others();
CREATE INDEX file_reading_by_person ON file_reading (initiative_id, person_id, at);

-- The parts of an initiative that not everybody may read today, in Vietnam.
CREATE FUNCTION closed_parts(initiative uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(p.field), '{}') FROM part_visibility p
  WHERE p.initiative_id = initiative AND p.level <> 'PUBLIC'
    AND NOT (p.level = 'SEALED' AND p.until_on <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;
