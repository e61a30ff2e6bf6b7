-- AlterTable
ALTER TABLE "assessment_reading" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "reading_draft" (
    "unit_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "typed" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_draft_pkey" PRIMARY KEY ("unit_id","reader_id")
);

-- A campaign planned with a template of a body is read by the questions of that template (docs/domain.md, "Assessments and two voices"):
-- every reading answers each of them, in their order, whoever writes; anything but a plain yes says why.
CREATE FUNCTION questions_of(campaign uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT jsonb_array_length(v.content->'questions') FROM monitoring_campaign c
    JOIN template_version v ON v.template_id = c.template_id AND v.number = c.template_number WHERE c.id = $1), 0)
$$;
CREATE FUNCTION answers_fit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF jsonb_typeof(NEW.answers) <> 'array' OR jsonb_array_length(NEW.answers) <> questions_of(campaign_of_unit(NEW.unit_id))
    OR EXISTS (SELECT FROM jsonb_array_elements(NEW.answers) AS one
      WHERE coalesce(one->>'answer', '') NOT IN ('YES', 'PARTLY', 'NO', 'UNKNOWN', 'IN_WORDS')
        OR one->>'answer' <> 'YES' AND btrim(coalesce(one->>'note', '')) = '') THEN
    RAISE EXCEPTION 'TEMPLATE_ANSWERS' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answers_fit BEFORE INSERT ON assessment_reading FOR EACH ROW EXECUTE FUNCTION answers_fit();

-- What is typed of a reading before it is handed in: of the team, in the field work, of whoever has not read the subject.
GRANT SELECT, INSERT, DELETE, UPDATE (typed, saved_at) ON reading_draft TO ba_nha_app;
ALTER TABLE reading_draft ADD FOREIGN KEY (unit_id) REFERENCES sample_unit, ADD FOREIGN KEY (reader_id) REFERENCES person,
  ADD CHECK (jsonb_typeof(typed) = 'object');
CREATE FUNCTION reading_draft_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM team_acts(NEW.reader_id, campaign_of_unit(NEW.unit_id), ARRAY['FIELDWORK']);
  IF EXISTS (SELECT FROM assessment_reading r WHERE r.unit_id = NEW.unit_id AND (r.reader_id = NEW.reader_id OR r.place = 2)) THEN
    RAISE EXCEPTION 'READ_ALREADY' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_draft_fits BEFORE INSERT OR UPDATE ON reading_draft FOR EACH ROW EXECUTE FUNCTION reading_draft_fits();
