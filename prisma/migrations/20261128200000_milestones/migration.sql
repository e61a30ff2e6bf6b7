-- CreateEnum
CREATE TYPE "MilestoneStepKind" AS ENUM ('REPORTED', 'MET', 'RETURNED', 'WAIVED');

-- CreateEnum
CREATE TYPE "MetricDirection" AS ENUM ('AT_LEAST', 'AT_MOST');

-- CreateEnum
CREATE TYPE "CompletionAnswer" AS ENUM ('ACCEPTED', 'RETURNED');

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_step" (
    "milestone_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" "MilestoneStepKind" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "evidence_sha256" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_step_pkey" PRIMARY KEY ("milestone_id","place")
);

-- CreateTable
CREATE TABLE "performance_metric" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "MetricDirection" NOT NULL,
    "target" DECIMAL(20,4) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "performance_metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_reading" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "metric_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "on_day" DATE NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "reference" TEXT NOT NULL,
    "evidence_sha256" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verified_organisation_id" UUID,
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),

    CONSTRAINT "metric_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "performance_failure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "description" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    "cure_on" DATE NOT NULL,
    "evidence_sha256" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verified_organisation_id" UUID,
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "cured_organisation_id" UUID,
    "cured_by_id" UUID,
    "cured_at" TIMESTAMPTZ(3),
    "cure_reference" TEXT,

    CONSTRAINT "performance_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_completion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "evidence_sha256" TEXT,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "CompletionAnswer",
    "answer_note" TEXT,
    "answered_organisation_id" UUID,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_completion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "milestone_partnership_id_number_key" ON "milestone"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "performance_metric_partnership_id_number_key" ON "performance_metric"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "metric_reading_metric_id_number_key" ON "metric_reading"("metric_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "performance_failure_partnership_id_number_key" ON "performance_failure"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_completion_partnership_id_number_key" ON "partnership_completion"("partnership_id", "number");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_metric" ADD CONSTRAINT "performance_metric_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_reading" ADD CONSTRAINT "metric_reading_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "performance_metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_failure" ADD CONSTRAINT "performance_failure_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_completion" ADD CONSTRAINT "partnership_completion_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Milestones, metrics, failures and completion of partnerships (docs/domain.md, "Milestones and completion"): what a party
-- says is recorded once; that it is so, somebody says who is no party, whoever writes.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON milestone, milestone_step, performance_metric, metric_reading, performance_failure,
  partnership_completion TO ba_nha_app;
GRANT UPDATE (verified_organisation_id, verified_by_id, verified_at) ON metric_reading TO ba_nha_app;
GRANT UPDATE (verified_organisation_id, verified_by_id, verified_at, cured_organisation_id, cured_by_id, cured_at,
  cure_reference) ON performance_failure TO ba_nha_app;
GRANT UPDATE (answer, answer_note, answered_organisation_id, answered_by_id, answered_at) ON partnership_completion
  TO ba_nha_app;

ALTER TABLE milestone ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE milestone ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE milestone_step ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE milestone_step ADD FOREIGN KEY (person_id) REFERENCES person;
ALTER TABLE performance_metric ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE performance_metric ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE metric_reading ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE metric_reading ADD FOREIGN KEY (verified_organisation_id) REFERENCES organisation;
ALTER TABLE metric_reading ADD FOREIGN KEY (verified_by_id) REFERENCES person;
ALTER TABLE performance_failure ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE performance_failure ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE performance_failure ADD FOREIGN KEY (verified_organisation_id) REFERENCES organisation;
ALTER TABLE performance_failure ADD FOREIGN KEY (verified_by_id) REFERENCES person;
ALTER TABLE performance_failure ADD FOREIGN KEY (cured_organisation_id) REFERENCES organisation;
ALTER TABLE performance_failure ADD FOREIGN KEY (cured_by_id) REFERENCES person;
ALTER TABLE partnership_completion ADD FOREIGN KEY (proposed_by_id) REFERENCES person;
ALTER TABLE partnership_completion ADD FOREIGN KEY (answered_organisation_id) REFERENCES organisation;
ALTER TABLE partnership_completion ADD FOREIGN KEY (answered_by_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE milestone
  ADD CHECK (number >= 1 AND weight BETWEEN 1 AND 100),
  ADD CHECK (due_on BETWEEN '1900-01-01' AND '2200-12-31'),
  ADD CHECK (length(btrim(title)) > 0 AND length(btrim(measure)) > 0);
ALTER TABLE milestone_step
  ADD CHECK (place >= 1),
  ADD CHECK (length(btrim(note)) > 0 AND length(btrim(post)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE performance_metric ADD CHECK (number >= 1 AND length(btrim(name)) > 0 AND length(btrim(unit)) > 0);
ALTER TABLE metric_reading
  ADD CHECK (number >= 1),
  ADD CHECK (on_day >= '1900-01-01' AND on_day <= day_in_vietnam(recorded_at)),
  ADD CHECK (length(btrim(reference)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (num_nulls(verified_organisation_id, verified_by_id, verified_at) IN (0, 3));
ALTER TABLE performance_failure
  ADD CHECK (number >= 1),
  ADD CHECK (on_day >= '1900-01-01' AND on_day <= day_in_vietnam(recorded_at) AND cure_on >= on_day),
  ADD CHECK (length(btrim(description)) > 0 AND length(btrim(consequence)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (num_nulls(verified_organisation_id, verified_by_id, verified_at) IN (0, 3)),
  ADD CHECK (num_nulls(cured_organisation_id, cured_by_id, cured_at, cure_reference) IN (0, 4)),
  ADD CHECK (cured_at IS NULL OR verified_at IS NOT NULL);
ALTER TABLE partnership_completion
  ADD CHECK (number >= 1 AND length(btrim(statement)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (num_nulls(answer, answer_note, answered_organisation_id, answered_by_id, answered_at) IN (0, 5)),
  ADD CHECK (length(btrim(answer_note)) > 0);

-- 3. What every writer is asked ---------------------------------------------------------------------------------------------
-- The partnership is signed and not at its end.
CREATE FUNCTION require_running(partnership_to_read uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM partnership WHERE id = partnership_to_read AND state IN ('SIGNED', 'ACTIVE', 'SUSPENDED') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'NOT_RUNNING' USING ERRCODE = '23514';
  END IF;
END $$;

-- Who verifies holds the role in a body that is no member, and speaks for no party.
CREATE FUNCTION require_verifier(person_to_read uuid, body uuid, partnership_to_read uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM role_grant WHERE person_id = person_to_read AND organisation_id = body AND role = 'VERIFIER'
      AND revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'NOT_A_VERIFIER' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM partnership_member m
      LEFT JOIN role_grant g ON g.organisation_id = m.organisation_id AND g.person_id = person_to_read
        AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
    WHERE m.partnership_id = partnership_to_read AND (m.organisation_id = body OR g.person_id IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'VERIFIER_IS_A_PARTY' USING ERRCODE = '23514';
  END IF;
END $$;

-- The person speaks for a member of the partnership: for the one of that organisation, for its lead, or for any (null).
CREATE FUNCTION require_speaker(person_to_read uuid, partnership_to_read uuid, body uuid, only_lead boolean) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.partnership_id = partnership_to_read AND m.joined_at IS NOT NULL AND (NOT only_lead OR m.role = 'LEAD')
      AND (body IS NULL OR m.organisation_id = body)
      AND g.person_id = person_to_read AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'NOT_A_SPEAKER' USING ERRCODE = '23514';
  END IF;
END $$;

-- 4. Milestones -------------------------------------------------------------------------------------------------------------
CREATE FUNCTION milestone_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  PERFORM require_party(NEW.member_id, NEW.partnership_id);
  PERFORM require_speaker(NEW.recorded_by_id, NEW.partnership_id, NULL, true);
  IF NEW.weight + (SELECT coalesce(sum(weight), 0) FROM milestone WHERE partnership_id = NEW.partnership_id) > 100 THEN
    RAISE EXCEPTION 'WEIGHTS_ABOVE_WHOLE' USING ERRCODE = '23514';
  END IF;
  NEW.recorded_at := least(NEW.recorded_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER milestone_fits BEFORE INSERT ON milestone FOR EACH ROW EXECUTE FUNCTION milestone_fits();

CREATE FUNCTION milestone_step_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  m milestone%ROWTYPE;
  last milestone_step%ROWTYPE;
  owner uuid;
BEGIN
  SELECT * INTO m FROM milestone WHERE id = NEW.milestone_id;
  PERFORM require_running(m.partnership_id);
  SELECT * INTO last FROM milestone_step WHERE milestone_id = NEW.milestone_id ORDER BY place DESC LIMIT 1;
  IF NEW.place <> coalesce(last.place, 0) + 1 OR coalesce(last.kind IN ('MET', 'WAIVED'), false) THEN
    RAISE EXCEPTION 'FROZEN milestone' USING ERRCODE = '23514';
  END IF;
  IF NEW.kind IN ('MET', 'RETURNED') THEN
    IF last.kind IS DISTINCT FROM 'REPORTED' THEN
      RAISE EXCEPTION 'MILESTONE_NOT_REPORTED' USING ERRCODE = '23514';
    END IF;
    PERFORM require_verifier(NEW.person_id, NEW.organisation_id, m.partnership_id);
  ELSIF NEW.kind = 'WAIVED' THEN
    PERFORM require_speaker(NEW.person_id, m.partnership_id, NEW.organisation_id, true);
  ELSE
    IF last.kind = 'REPORTED' THEN
      RAISE EXCEPTION 'FROZEN milestone' USING ERRCODE = '23514';
    END IF;
    SELECT organisation_id INTO owner FROM partnership_member WHERE id = m.member_id;
    IF owner IS DISTINCT FROM NEW.organisation_id THEN
      RAISE EXCEPTION 'MILESTONE_OF_ANOTHER' USING ERRCODE = '23514';
    END IF;
    PERFORM require_speaker(NEW.person_id, m.partnership_id, NEW.organisation_id, false);
  END IF;
  NEW.at := least(NEW.at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER milestone_step_fits BEFORE INSERT ON milestone_step FOR EACH ROW EXECUTE FUNCTION milestone_step_fits();

-- 5. Metrics ----------------------------------------------------------------------------------------------------------------
CREATE FUNCTION metric_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  PERFORM require_party(NEW.member_id, NEW.partnership_id);
  PERFORM require_speaker(NEW.recorded_by_id, NEW.partnership_id, NULL, true);
  NEW.recorded_at := least(NEW.recorded_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER metric_fits BEFORE INSERT ON performance_metric FOR EACH ROW EXECUTE FUNCTION metric_fits();

CREATE FUNCTION reading_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  metric performance_metric%ROWTYPE;
BEGIN
  SELECT * INTO metric FROM performance_metric WHERE id = NEW.metric_id;
  PERFORM require_running(metric.partnership_id);
  IF TG_OP = 'INSERT' THEN
    PERFORM require_representative(NEW.recorded_by_id, metric.member_id, metric.partnership_id);
    IF NEW.verified_at IS NOT NULL THEN
      RAISE EXCEPTION 'VERIFIED_LATER' USING ERRCODE = '23514';
    END IF;
    NEW.recorded_at := least(NEW.recorded_at, now());
  ELSE
    IF OLD.verified_at IS NOT NULL THEN
      RAISE EXCEPTION 'FROZEN metric_reading' USING ERRCODE = '23514';
    END IF;
    PERFORM require_verifier(NEW.verified_by_id, NEW.verified_organisation_id, metric.partnership_id);
    NEW.verified_at := least(NEW.verified_at, now());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_fits BEFORE INSERT OR UPDATE ON metric_reading FOR EACH ROW EXECUTE FUNCTION reading_fits();

-- 6. Failures ---------------------------------------------------------------------------------------------------------------
CREATE FUNCTION failure_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  IF TG_OP = 'INSERT' THEN
    PERFORM require_party(NEW.member_id, NEW.partnership_id);
    PERFORM require_speaker(NEW.recorded_by_id, NEW.partnership_id, NULL, false);
    IF NEW.verified_at IS NOT NULL OR NEW.cured_at IS NOT NULL THEN
      RAISE EXCEPTION 'VERIFIED_LATER' USING ERRCODE = '23514';
    END IF;
    NEW.recorded_at := least(NEW.recorded_at, now());
    RETURN NEW;
  END IF;
  IF OLD.cured_at IS NOT NULL OR (OLD.verified_at IS NOT NULL AND
    (NEW.verified_at, NEW.verified_by_id, NEW.verified_organisation_id)
      IS DISTINCT FROM (OLD.verified_at, OLD.verified_by_id, OLD.verified_organisation_id)) THEN
    RAISE EXCEPTION 'FROZEN performance_failure' USING ERRCODE = '23514';
  END IF;
  PERFORM require_verifier(NEW.verified_by_id, NEW.verified_organisation_id, NEW.partnership_id);
  IF NEW.cured_at IS NOT NULL THEN
    PERFORM require_verifier(NEW.cured_by_id, NEW.cured_organisation_id, NEW.partnership_id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER failure_fits BEFORE INSERT OR UPDATE ON performance_failure FOR EACH ROW EXECUTE FUNCTION failure_fits();

-- 7. Completion -------------------------------------------------------------------------------------------------------------
CREATE FUNCTION unmet_milestones(partnership_to_read uuid) RETURNS integer LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM milestone m WHERE m.partnership_id = partnership_to_read AND NOT EXISTS (
    SELECT 1 FROM milestone_step s WHERE s.milestone_id = m.id AND s.kind IN ('MET', 'WAIVED'))
$$;

CREATE FUNCTION completion_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_running(NEW.partnership_id);
  IF TG_OP = 'INSERT' THEN
    PERFORM require_speaker(NEW.proposed_by_id, NEW.partnership_id, NULL, true);
    IF NEW.answer IS NOT NULL OR EXISTS (
      SELECT 1 FROM partnership_completion WHERE partnership_id = NEW.partnership_id AND answer IS NULL
    ) THEN
      RAISE EXCEPTION 'COMPLETION_OPEN' USING ERRCODE = '23514';
    END IF;
    NEW.proposed_at := least(NEW.proposed_at, now());
    RETURN NEW;
  END IF;
  IF OLD.answer IS NOT NULL THEN
    RAISE EXCEPTION 'FROZEN partnership_completion' USING ERRCODE = '23514';
  END IF;
  PERFORM require_verifier(NEW.answered_by_id, NEW.answered_organisation_id, NEW.partnership_id);
  RETURN NEW;
END $$;
CREATE TRIGGER completion_fits BEFORE INSERT OR UPDATE ON partnership_completion
  FOR EACH ROW EXECUTE FUNCTION completion_fits();

-- A partnership is completed when each of its milestones is met or waived and its final statement was accepted.
CREATE FUNCTION partnership_is_complete() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM milestone WHERE partnership_id = NEW.id) OR unmet_milestones(NEW.id) > 0 THEN
    RAISE EXCEPTION 'MILESTONES_MISSING' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM partnership_completion WHERE partnership_id = NEW.id AND answer = 'ACCEPTED') THEN
    RAISE EXCEPTION 'STATEMENT_MISSING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER partnership_is_complete BEFORE UPDATE OF state ON partnership FOR EACH ROW
  WHEN (NEW.state = 'COMPLETED' AND OLD.state IS DISTINCT FROM 'COMPLETED') EXECUTE FUNCTION partnership_is_complete();
