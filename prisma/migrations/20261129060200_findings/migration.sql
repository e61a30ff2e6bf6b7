-- CreateEnum
CREATE TYPE "Potential" AS ENUM ('UNCLEAR', 'MODEST', 'SUBSTANTIAL');

-- CreateEnum
CREATE TYPE "Completion" AS ENUM ('NO_EVIDENCE', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE');

-- CreateEnum
CREATE TYPE "EarlyResults" AS ENUM ('NO_NOTABLE', 'MODERATE', 'SIGNIFICANT');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('MINOR', 'MODERATE', 'MAJOR', 'CRITICAL');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('DRAFT', 'SECOND_READ', 'CONFIRMED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "Criticality" AS ENUM ('CRITICAL', 'IMPORTANT');

-- CreateEnum
CREATE TYPE "RecommendationStatus" AS ENUM ('OPEN', 'OPEN_PARTIALLY_ADDRESSED', 'CLOSED_IMPLEMENTED', 'CLOSED_NOT_IMPLEMENTED');

-- CreateEnum
CREATE TYPE "RecommendationProgress" AS ENUM ('NONE', 'ACKNOWLEDGED', 'IN_ACTION', 'CLAIMED_DONE');

-- CreateEnum
CREATE TYPE "Acceptance" AS ENUM ('ACCEPTED', 'PARTIALLY', 'NOT_ACCEPTED');

-- CreateTable
CREATE TABLE "assessment" (
    "unit_id" UUID NOT NULL,
    "self_completion" "Completion",
    "self_report" TEXT NOT NULL DEFAULT '',
    "self_source" TEXT NOT NULL DEFAULT '',
    "self_reported_on" DATE,
    "verifiable" BOOLEAN,
    "potential" "Potential",
    "completion" "Completion",
    "early_results" "EarlyResults",
    "resolution" TEXT,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL DEFAULT 'vi',

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("unit_id")
);

-- CreateTable
CREATE TABLE "assessment_reading" (
    "unit_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "reader_id" UUID NOT NULL,
    "verifiable" BOOLEAN NOT NULL,
    "potential" "Potential" NOT NULL,
    "completion" "Completion" NOT NULL,
    "early_results" "EarlyResults" NOT NULL,
    "rationale" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_reading_pkey" PRIMARY KEY ("unit_id","place")
);

-- CreateTable
CREATE TABLE "gap_explanation" (
    "unit_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gap_explanation_pkey" PRIMARY KEY ("unit_id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_id" UUID,
    "state" "FindingState" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "evidence" JSONB NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "second_reader_id" UUID,
    "second_note" TEXT,
    "confirmed_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_erratum" (
    "id" BIGSERIAL NOT NULL,
    "finding_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_erratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "finding_id" UUID NOT NULL,
    "addressee_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "criticality" "Criticality" NOT NULL,
    "priority" BOOLEAN NOT NULL DEFAULT false,
    "due_on" DATE NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "RecommendationStatus" NOT NULL DEFAULT 'OPEN',
    "progress" "RecommendationProgress" NOT NULL DEFAULT 'NONE',
    "escalated_at" TIMESTAMPTZ(3),

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation_response" (
    "id" BIGSERIAL NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "acceptance" "Acceptance" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "plan" TEXT NOT NULL DEFAULT '',
    "target_on" DATE,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_step" (
    "id" BIGSERIAL NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "progress" "RecommendationProgress" NOT NULL,
    "note" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" BIGSERIAL NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "verdict" "RecommendationStatus" NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assessment_reading_unit_id_reader_id_key" ON "assessment_reading"("unit_id", "reader_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_code_key" ON "finding"("code");

-- CreateIndex
CREATE INDEX "finding_campaign_id_idx" ON "finding"("campaign_id");

-- CreateIndex
CREATE INDEX "finding_unit_id_idx" ON "finding"("unit_id");

-- CreateIndex
CREATE INDEX "finding_erratum_finding_id_idx" ON "finding_erratum"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_code_key" ON "recommendation"("code");

-- CreateIndex
CREATE INDEX "recommendation_finding_id_idx" ON "recommendation"("finding_id");

-- CreateIndex
CREATE INDEX "recommendation_addressee_id_idx" ON "recommendation"("addressee_id");

-- CreateIndex
CREATE INDEX "recommendation_response_recommendation_id_idx" ON "recommendation_response"("recommendation_id");

-- CreateIndex
CREATE INDEX "progress_step_recommendation_id_idx" ON "progress_step"("recommendation_id");

-- CreateIndex
CREATE INDEX "follow_up_recommendation_id_idx" ON "follow_up"("recommendation_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "sample_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_reading" ADD CONSTRAINT "assessment_reading_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "assessment"("unit_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_explanation" ADD CONSTRAINT "gap_explanation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "assessment"("unit_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "monitoring_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "sample_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_erratum" ADD CONSTRAINT "finding_erratum_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_response" ADD CONSTRAINT "recommendation_response_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_step" ADD CONSTRAINT "progress_step_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Assessments, findings and recommendations (docs/domain.md, "Monitoring"): the Front alone writes them, the addressee alone answers
-- and tells its progress, whoever writes.

-- 1. Rights and plain facts -----------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (verifiable, potential, completion, early_results, resolution, settled_by_id, settled_at) ON assessment TO ba_nha_app;
GRANT SELECT, INSERT ON assessment_reading, gap_explanation, finding_erratum, recommendation_response, progress_step, follow_up TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (state, second_reader_id, second_note, confirmed_by_id, published_at) ON finding TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (status, progress, escalated_at) ON recommendation TO ba_nha_app;
GRANT USAGE ON SEQUENCE finding_erratum_id_seq, recommendation_response_id_seq, progress_step_id_seq, follow_up_id_seq TO ba_nha_app;
ALTER TABLE assessment ADD FOREIGN KEY (settled_by_id) REFERENCES person, ADD CHECK (language IN ('vi', 'en', 'fr')),
  ADD CHECK ((self_completion IS NULL) = (self_reported_on IS NULL)),
  ADD CHECK (self_completion IS NULL OR length(btrim(self_source)) > 0),
  ADD CHECK (num_nonnulls(verifiable, potential, completion, early_results, settled_by_id, settled_at) IN (0, 6)),
  ADD CHECK (resolution IS NULL OR settled_at IS NOT NULL);
ALTER TABLE assessment_reading ADD FOREIGN KEY (reader_id) REFERENCES person, ADD CHECK (place IN (1, 2)),
  ADD CHECK (length(btrim(rationale)) >= 20), ADD CHECK (jsonb_array_length(evidence) >= 1), ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE gap_explanation ADD FOREIGN KEY (organisation_id) REFERENCES organisation, ADD FOREIGN KEY (person_id) REFERENCES person,
  ADD CHECK (length(btrim(text)) >= 20);
ALTER TABLE finding ADD FOREIGN KEY (author_id) REFERENCES person, ADD FOREIGN KEY (second_reader_id) REFERENCES person,
  ADD FOREIGN KEY (confirmed_by_id) REFERENCES person, ADD CHECK (jsonb_array_length(evidence) >= 1),
  ADD CHECK (least(length(btrim(criteria)), length(btrim(condition)), length(btrim(cause)), length(btrim(effect))) > 0),
  ADD CHECK ((state = 'DRAFT') = (second_reader_id IS NULL)), ADD CHECK (second_reader_id <> author_id),
  ADD CHECK ((state IN ('CONFIRMED', 'PUBLISHED')) = (confirmed_by_id IS NOT NULL)), ADD CHECK (confirmed_by_id <> author_id),
  ADD CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL));
ALTER TABLE finding_erratum ADD FOREIGN KEY (by_id) REFERENCES person, ADD CHECK (length(btrim(text)) >= 10);
ALTER TABLE recommendation ADD FOREIGN KEY (addressee_id) REFERENCES organisation, ADD FOREIGN KEY (created_by_id) REFERENCES person,
  ADD CHECK (length(btrim(text)) >= 20);
ALTER TABLE recommendation_response ADD FOREIGN KEY (person_id) REFERENCES person, ADD CHECK (length(btrim(post)) > 0),
  ADD CHECK (acceptance = 'ACCEPTED' OR length(btrim(reason)) >= 20),
  ADD CHECK (acceptance = 'NOT_ACCEPTED' OR (length(btrim(plan)) >= 20 AND target_on IS NOT NULL));
ALTER TABLE progress_step ADD FOREIGN KEY (person_id) REFERENCES person, ADD CHECK (progress <> 'NONE');
ALTER TABLE follow_up ADD FOREIGN KEY (by_id) REFERENCES person, ADD CHECK (length(btrim(note)) >= 20);

CREATE TRIGGER once_assessment BEFORE UPDATE ON assessment FOR EACH ROW
  EXECUTE FUNCTION once('verifiable', 'potential', 'completion', 'early_results', 'resolution', 'settled_by_id', 'settled_at');
CREATE TRIGGER once_finding BEFORE UPDATE ON finding FOR EACH ROW WHEN (NEW.state <> 'DRAFT')
  EXECUTE FUNCTION once('second_reader_id', 'second_note', 'confirmed_by_id', 'published_at');
CREATE TRIGGER once_recommendation BEFORE UPDATE ON recommendation FOR EACH ROW EXECUTE FUNCTION once('escalated_at');

-- 2. Who works on a campaign: a monitor of its team, independent, in one of these states ---------------------------------------
CREATE FUNCTION team_acts(person uuid, campaign uuid, states text[]) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM monitor_acts($1, $2, false);
  IF NOT EXISTS (SELECT FROM campaign_member m WHERE m.campaign_id = $2 AND m.person_id = $1 AND m.left_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_ON_THE_TEAM' USING ERRCODE = '23514';
  END IF;
  PERFORM 1 FROM monitoring_campaign c WHERE c.id = $2 AND c.state::text = ANY ($3) FOR SHARE;
  IF NOT FOUND THEN RAISE EXCEPTION 'NOT_ALLOWED_FROM_STATE' USING ERRCODE = '23514'; END IF;
END $$;
CREATE FUNCTION campaign_of_unit(unit uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.campaign_id FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id WHERE u.id = $1 AND u.drawn IS NOT NULL
$$;
CREATE FUNCTION campaign_of_recommendation(recommendation uuid) RETURNS uuid LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.campaign_id FROM recommendation r JOIN finding f ON f.id = r.finding_id WHERE r.id = $1 AND f.state = 'PUBLISHED'
$$;

-- 3. Two read every subject; the codes are what both said, or what a lead settled with a reason ---------------------------------
CREATE FUNCTION assessment_reading_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM team_acts(NEW.reader_id, campaign_of_unit(NEW.unit_id), ARRAY['FIELDWORK']);
  IF NEW.place = 2 AND NOT EXISTS (SELECT FROM assessment_reading r WHERE r.unit_id = NEW.unit_id AND r.place = 1) THEN
    RAISE EXCEPTION 'READ_FIRST' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_reading_fits BEFORE INSERT ON assessment_reading FOR EACH ROW EXECUTE FUNCTION assessment_reading_fits();

CREATE FUNCTION assessment_settles() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one assessment_reading%ROWTYPE;
  two assessment_reading%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM monitoring_campaign c WHERE c.id = campaign_of_unit(NEW.unit_id) AND c.state = 'FIELDWORK') THEN
      RAISE EXCEPTION 'NOT_ALLOWED_FROM_STATE' USING ERRCODE = '23514';
    END IF;
  ELSIF OLD.settled_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.settled_at IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO one FROM assessment_reading r WHERE r.unit_id = NEW.unit_id AND r.place = 1;
  SELECT * INTO two FROM assessment_reading r WHERE r.unit_id = NEW.unit_id AND r.place = 2;
  IF one.place IS NULL OR two.place IS NULL THEN
    RAISE EXCEPTION 'TWO_READERS' USING ERRCODE = '23514';
  END IF;
  PERFORM monitor_acts(NEW.settled_by_id, campaign_of_unit(NEW.unit_id), false);
  IF (one.verifiable, one.potential, one.completion, one.early_results)
    = (two.verifiable, two.potential, two.completion, two.early_results) THEN
    IF (NEW.verifiable, NEW.potential, NEW.completion, NEW.early_results)
      IS DISTINCT FROM (one.verifiable, one.potential, one.completion, one.early_results) THEN
      RAISE EXCEPTION 'AGREED_CODES' USING ERRCODE = '23514';
    END IF;
  ELSE
    PERFORM monitor_acts(NEW.settled_by_id, campaign_of_unit(NEW.unit_id), true);
    IF length(btrim(coalesce(NEW.resolution, ''))) < 20 THEN
      RAISE EXCEPTION 'DISAGREEMENT' USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_settles BEFORE INSERT OR UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION assessment_settles();

-- The field work ends once every drawn subject is settled; a campaign is closed once no recommendation is open.
CREATE FUNCTION campaign_step_is_ripe() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.to_state = 'DRAFT_REPORT' AND EXISTS (SELECT FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
    LEFT JOIN assessment a ON a.unit_id = u.id
    WHERE s.campaign_id = NEW.campaign_id AND u.drawn IS NOT NULL AND a.settled_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_READY DRAFT_REPORT' USING ERRCODE = '23514';
  END IF;
  IF NEW.to_state = 'CLOSED' AND EXISTS (SELECT FROM finding f JOIN recommendation r ON r.finding_id = f.id
    WHERE f.campaign_id = NEW.campaign_id AND f.state = 'PUBLISHED' AND r.status IN ('OPEN', 'OPEN_PARTIALLY_ADDRESSED')) THEN
    RAISE EXCEPTION 'NOT_READY CLOSED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_step_is_ripe BEFORE INSERT ON campaign_step FOR EACH ROW EXECUTE FUNCTION campaign_step_is_ripe();

-- A published assessment with a gap is explained by the body that answers for the subject.
CREATE FUNCTION explanation_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id JOIN monitoring_campaign c ON c.id = s.campaign_id
      JOIN role_grant g ON g.organisation_id = u.body_ids[1]
    WHERE u.id = NEW.unit_id AND c.published_at IS NOT NULL AND u.body_ids[1] = NEW.organisation_id
      AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_THE_ADDRESSEE' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER explanation_fits BEFORE INSERT ON gap_explanation FOR EACH ROW EXECUTE FUNCTION explanation_fits();

-- 4. Findings ------------------------------------------------------------------------------------------------------------------
INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('finding', 'DRAFT', 'SECOND_READ'), ('finding', 'SECOND_READ', 'CONFIRMED'), ('finding', 'CONFIRMED', 'PUBLISHED');
CREATE TRIGGER move_finding BEFORE UPDATE OF state ON finding FOR EACH ROW EXECUTE FUNCTION move_along();

CREATE FUNCTION finding_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  writing text[] := ARRAY['FIELDWORK', 'DRAFT_REPORT', 'FACTUAL_CHECK', 'PUBLIC_COMMENT'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM team_acts(NEW.author_id, NEW.campaign_id, ARRAY['FIELDWORK', 'DRAFT_REPORT']);
    IF NEW.state <> 'DRAFT' OR NEW.unit_id IS NOT NULL AND campaign_of_unit(NEW.unit_id) IS DISTINCT FROM NEW.campaign_id THEN
      RAISE EXCEPTION 'FINDING_SUBJECT' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'SECOND_READ' AND OLD.state = 'DRAFT' THEN
    PERFORM team_acts(NEW.second_reader_id, NEW.campaign_id, writing);
  ELSIF NEW.state = 'CONFIRMED' AND OLD.state = 'SECOND_READ' THEN
    PERFORM monitor_acts(NEW.confirmed_by_id, NEW.campaign_id, true);
  ELSIF NEW.state = 'PUBLISHED' AND OLD.state = 'CONFIRMED'
    AND NOT EXISTS (SELECT FROM monitoring_campaign c WHERE c.id = NEW.campaign_id AND c.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'CAMPAIGN_NOT_PUBLISHED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_fits BEFORE INSERT OR UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION finding_fits();

CREATE FUNCTION erratum_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  f finding%ROWTYPE;
BEGIN
  SELECT * INTO f FROM finding WHERE id = NEW.finding_id;
  PERFORM monitor_acts(NEW.by_id, f.campaign_id, true);
  IF f.state <> 'PUBLISHED' THEN RAISE EXCEPTION 'NOT_PUBLISHED' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER erratum_fits BEFORE INSERT ON finding_erratum FOR EACH ROW EXECUTE FUNCTION erratum_fits();

-- 5. Recommendations: status is the Front's, progress the addressee's -------------------------------------------------------------
-- Whom one can be addressed to: the verified among the bodies that the drawn subjects are about, and where the steering body sits.
CREATE FUNCTION addressees_of_campaign(campaign uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id FROM organisation o WHERE o.verified_at IS NOT NULL AND (
    EXISTS (SELECT FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
      WHERE s.campaign_id = $1 AND u.drawn IS NOT NULL AND o.id = ANY (u.body_ids))
    OR EXISTS (SELECT FROM role_grant g WHERE g.organisation_id = o.id AND g.role = 'STEERING' AND g.revoked_at IS NULL))
$$;

CREATE FUNCTION recommendation_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  f finding%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO f FROM finding WHERE id = NEW.finding_id FOR SHARE;
    PERFORM team_acts(NEW.created_by_id, f.campaign_id, ARRAY['FIELDWORK', 'DRAFT_REPORT']);
    IF f.state <> 'DRAFT' OR NEW.status <> 'OPEN' OR NEW.progress <> 'NONE' OR NEW.escalated_at IS NOT NULL THEN
      RAISE EXCEPTION 'FINDING_READ' USING ERRCODE = '23514';
    END IF;
    IF NOT EXISTS (SELECT FROM addressees_of_campaign(f.campaign_id) a WHERE a = NEW.addressee_id) THEN
      RAISE EXCEPTION 'ADDRESSEE_UNKNOWN' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status <> OLD.status AND NEW.status IS DISTINCT FROM
    (SELECT u.verdict FROM follow_up u WHERE u.recommendation_id = NEW.id ORDER BY u.id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'NO_FOLLOW_UP %', NEW.status USING ERRCODE = '23514';
  END IF;
  IF NEW.progress <> OLD.progress AND (NEW.progress < OLD.progress OR NEW.progress IS DISTINCT FROM
    (SELECT p.progress FROM progress_step p WHERE p.recommendation_id = NEW.id ORDER BY p.id DESC LIMIT 1)) THEN
    RAISE EXCEPTION 'NO_PROGRESS %', NEW.progress USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recommendation_fits BEFORE INSERT OR UPDATE ON recommendation FOR EACH ROW EXECUTE FUNCTION recommendation_fits();

-- A closed recommendation asks nothing more of anybody.
CREATE FUNCTION closed_owes_nothing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.status IN ('CLOSED_IMPLEMENTED', 'CLOSED_NOT_IMPLEMENTED') AND (
    NEW.escalated_at IS DISTINCT FROM OLD.escalated_at
    OR EXISTS (SELECT FROM obligation o WHERE o.subject_type = 'RECOMMENDATION' AND o.subject_id = NEW.id AND o.done_at IS NULL AND o.voided_at IS NULL)) THEN
    RAISE EXCEPTION 'CLOSED_OWES %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER closed_owes_nothing AFTER UPDATE ON recommendation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION closed_owes_nothing();

CREATE FUNCTION addressee_acts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF campaign_of_recommendation(NEW.recommendation_id) IS NULL OR NOT EXISTS (
    SELECT FROM recommendation r JOIN role_grant g ON g.organisation_id = r.addressee_id
    WHERE r.id = NEW.recommendation_id AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_THE_ADDRESSEE' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER response_fits BEFORE INSERT ON recommendation_response FOR EACH ROW EXECUTE FUNCTION addressee_acts();
CREATE TRIGGER progress_fits BEFORE INSERT ON progress_step FOR EACH ROW EXECUTE FUNCTION addressee_acts();

CREATE FUNCTION follow_up_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM monitor_acts(NEW.by_id, campaign_of_recommendation(NEW.recommendation_id), NEW.verdict = 'CLOSED_NOT_IMPLEMENTED');
  IF EXISTS (SELECT FROM recommendation r WHERE r.id = NEW.recommendation_id AND r.status IN ('CLOSED_IMPLEMENTED', 'CLOSED_NOT_IMPLEMENTED')) THEN
    RAISE EXCEPTION 'RECOMMENDATION_CLOSED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_up_fits BEFORE INSERT ON follow_up FOR EACH ROW EXECUTE FUNCTION follow_up_fits();
