-- CreateTable
CREATE TABLE "field_visit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "met" TEXT[],
    "seen" TEXT NOT NULL,
    "agreed" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'vi',
    "is_public" BOOLEAN NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "field_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_presence" (
    "visit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "field_presence_pkey" PRIMARY KEY ("visit_id","person_id")
);

-- CreateTable
CREATE TABLE "photograph" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "visit_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "taken_on" DATE NOT NULL,
    "caption" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "is_public" BOOLEAN NOT NULL,
    "original_sha256" TEXT NOT NULL,
    "original_name" TEXT NOT NULL,
    "copy_sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photograph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "with_post" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "name" TEXT,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "consent_recorded" BOOLEAN NOT NULL,
    "consent_quoted" BOOLEAN NOT NULL,
    "consent_named" BOOLEAN NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name_withdrawn_at" TIMESTAMPTZ(3),
    "words_withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "interview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "field_visit_code_key" ON "field_visit"("code");

-- CreateIndex
CREATE INDEX "field_visit_campaign_id_idx" ON "field_visit"("campaign_id");

-- CreateIndex
CREATE INDEX "field_visit_unit_id_idx" ON "field_visit"("unit_id");

-- CreateIndex
CREATE INDEX "photograph_original_sha256_idx" ON "photograph"("original_sha256");

-- CreateIndex
CREATE INDEX "photograph_copy_sha256_idx" ON "photograph"("copy_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "photograph_visit_id_number_key" ON "photograph"("visit_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "interview_code_key" ON "interview"("code");

-- CreateIndex
CREATE INDEX "interview_campaign_id_idx" ON "interview"("campaign_id");

-- CreateIndex
CREATE INDEX "interview_unit_id_idx" ON "interview"("unit_id");

-- AddForeignKey
ALTER TABLE "field_presence" ADD CONSTRAINT "field_presence_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "field_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photograph" ADD CONSTRAINT "photograph_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "field_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Field work (docs/domain.md, "Field work"): the team alone writes minutes, photographs and interviews, in the field; signed minutes
-- and photographs stay as they are, and of an interview nothing changes but that its consent is taken back.

-- 1. Rights and plain facts ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (on_day, place, met, seen, agreed, language, is_public) ON field_visit TO ba_nha_app;
GRANT SELECT, INSERT, DELETE, UPDATE (signed_at) ON field_presence TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (is_public) ON photograph TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (summary, name, name_withdrawn_at, words_withdrawn_at) ON interview TO ba_nha_app;
ALTER TABLE field_visit ADD FOREIGN KEY (campaign_id) REFERENCES monitoring_campaign, ADD FOREIGN KEY (unit_id) REFERENCES sample_unit,
  ADD FOREIGN KEY (written_by_id) REFERENCES person, ADD CHECK (length(btrim(place)) > 0), ADD CHECK (cardinality(met) BETWEEN 1 AND 20),
  ADD CHECK (length(btrim(seen)) >= 20), ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE field_presence ADD FOREIGN KEY (person_id) REFERENCES person, ADD CHECK (length(btrim(post)) > 0);
ALTER TABLE photograph ADD FOREIGN KEY (by_id) REFERENCES person, ADD FOREIGN KEY (original_sha256) REFERENCES stored_file,
  ADD FOREIGN KEY (copy_sha256) REFERENCES stored_file, ADD CHECK (number BETWEEN 1 AND 30), ADD CHECK (length(btrim(caption)) > 0),
  ADD CHECK (length(btrim(alt)) > 0), ADD CHECK (width > 0 AND height > 0), ADD CHECK (copy_sha256 <> original_sha256),
  ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE interview ADD FOREIGN KEY (campaign_id) REFERENCES monitoring_campaign, ADD FOREIGN KEY (unit_id) REFERENCES sample_unit,
  ADD FOREIGN KEY (written_by_id) REFERENCES person, ADD CHECK (length(btrim(with_post)) > 0), ADD CHECK (language IN ('vi', 'en', 'fr')),
  ADD CHECK (consent_recorded OR (summary = '' AND NOT consent_quoted)), ADD CHECK (consent_quoted OR NOT consent_named),
  ADD CHECK (name IS NULL OR consent_named), ADD CHECK (words_withdrawn_at IS NULL OR (summary = '' AND name IS NULL)),
  ADD CHECK (name_withdrawn_at IS NULL OR name IS NULL),
  ADD CHECK (NOT consent_recorded OR words_withdrawn_at IS NOT NULL OR length(btrim(summary)) >= 20);
CREATE TRIGGER once_presence BEFORE UPDATE ON field_presence FOR EACH ROW EXECUTE FUNCTION once('signed_at');
CREATE TRIGGER once_interview BEFORE UPDATE ON interview FOR EACH ROW EXECUTE FUNCTION once('name_withdrawn_at', 'words_withdrawn_at');

-- 2. Minutes: of a drawn subject, by the team in the field, frozen with the first signature --------------------------------------
CREATE FUNCTION visit_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM team_acts(NEW.written_by_id, NEW.campaign_id, ARRAY['FIELDWORK']);
  IF campaign_of_unit(NEW.unit_id) IS DISTINCT FROM NEW.campaign_id OR NEW.on_day > day_in_vietnam(now()) THEN
    RAISE EXCEPTION 'NOT_IN_THE_SAMPLE' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_fits BEFORE INSERT ON field_visit FOR EACH ROW EXECUTE FUNCTION visit_fits();
CREATE TRIGGER interview_fits BEFORE INSERT ON interview FOR EACH ROW EXECUTE FUNCTION visit_fits();

CREATE FUNCTION visit_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM field_presence p WHERE p.visit_id = OLD.id AND p.signed_at IS NOT NULL) OR NOT EXISTS (
    SELECT FROM monitoring_campaign c WHERE c.id = OLD.campaign_id AND c.state = 'FIELDWORK' FOR SHARE) THEN
    RAISE EXCEPTION 'FROZEN field_visit %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_stands BEFORE UPDATE ON field_visit FOR EACH ROW EXECUTE FUNCTION visit_stands();

CREATE FUNCTION presence_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v field_visit%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN SELECT * INTO v FROM field_visit WHERE id = OLD.visit_id FOR UPDATE;
  ELSE SELECT * INTO v FROM field_visit WHERE id = NEW.visit_id FOR UPDATE;
  END IF;
  IF TG_OP <> 'UPDATE' AND EXISTS (SELECT FROM field_presence p WHERE p.visit_id = v.id AND p.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'FROZEN field_visit %', v.code USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  PERFORM team_acts(NEW.person_id, v.campaign_id, ARRAY['FIELDWORK']);
  RETURN NEW;
END $$;
CREATE TRIGGER presence_fits BEFORE INSERT OR UPDATE OR DELETE ON field_presence FOR EACH ROW EXECUTE FUNCTION presence_fits();

CREATE FUNCTION visits_are_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM field_visit v LEFT JOIN field_presence p ON p.visit_id = v.id
    WHERE v.campaign_id = NEW.campaign_id AND p.signed_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_READY DRAFT_REPORT VISIT_NOT_SIGNED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visits_are_signed BEFORE INSERT ON campaign_step FOR EACH ROW
  WHEN (NEW.to_state = 'DRAFT_REPORT') EXECUTE FUNCTION visits_are_signed();

-- 3. Photographs: added in the field; who sees one is chosen until the publication ---------------------------------------------
CREATE FUNCTION photograph_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM team_acts(NEW.by_id, (SELECT v.campaign_id FROM field_visit v WHERE v.id = NEW.visit_id), ARRAY['FIELDWORK']);
  RETURN NEW;
END $$;
CREATE TRIGGER photograph_fits BEFORE INSERT ON photograph FOR EACH ROW EXECUTE FUNCTION photograph_fits();

CREATE FUNCTION photograph_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM field_visit v JOIN monitoring_campaign c ON c.id = v.campaign_id
    WHERE v.id = OLD.visit_id AND c.published_at IS NULL FOR SHARE OF c) THEN
    RAISE EXCEPTION 'FROZEN photograph' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER photograph_stands BEFORE UPDATE ON photograph FOR EACH ROW EXECUTE FUNCTION photograph_stands();

-- 4. Of an interview, words and name go with the consent, and nothing comes back --------------------------------------------------
CREATE FUNCTION interview_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.summary <> OLD.summary AND (NEW.summary <> '' OR NEW.words_withdrawn_at IS NULL))
    OR (NEW.name IS DISTINCT FROM OLD.name AND (NEW.name IS NOT NULL OR num_nonnulls(NEW.words_withdrawn_at, NEW.name_withdrawn_at) = 0)) THEN
    RAISE EXCEPTION 'FROZEN interview %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interview_stands BEFORE UPDATE ON interview FOR EACH ROW EXECUTE FUNCTION interview_stands();
