-- CreateEnum
CREATE TYPE "CampaignState" AS ENUM ('PLANNED', 'APPROVED', 'FIELDWORK', 'DRAFT_REPORT', 'FACTUAL_CHECK', 'PUBLIC_COMMENT', 'PUBLISHED', 'FOLLOW_UP', 'CLOSED');

-- CreateEnum
CREATE TYPE "MonitoredType" AS ENUM ('INITIATIVE', 'PARTNERSHIP', 'RESULT', 'OBLIGATION');

-- CreateEnum
CREATE TYPE "SampleMethod" AS ENUM ('SIMPLE', 'STRATIFIED', 'SYSTEMATIC');

-- CreateTable
CREATE TABLE "monitoring_campaign" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "state" "CampaignState" NOT NULL DEFAULT 'PLANNED',
    "owner_organisation_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "question" JSONB NOT NULL,
    "scope" JSONB NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "subject_types" "MonitoredType"[],
    "method" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "approval_number" TEXT,
    "approved_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "monitoring_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_step" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" UUID NOT NULL,
    "from_state" "CampaignState",
    "to_state" "CampaignState" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_member" (
    "campaign_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "declaration" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_member_pkey" PRIMARY KEY ("campaign_id","person_id")
);

-- CreateTable
CREATE TABLE "campaign_sample" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject_type" "MonitoredType" NOT NULL,
    "filter" JSONB NOT NULL,
    "population_size" INTEGER NOT NULL,
    "population_sha256" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "method" "SampleMethod",
    "stratum_by" TEXT,
    "size" INTEGER,
    "seed" TEXT,
    "drawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_unit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sample_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "subject_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL DEFAULT '',
    "house" TEXT NOT NULL DEFAULT '',
    "body_ids" UUID[],
    "drawn" INTEGER,

    CONSTRAINT "sample_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "act" TEXT NOT NULL,
    "subject_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "roles" TEXT[],
    "organisation_ids" UUID[],
    "reason" TEXT NOT NULL,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_campaign_code_key" ON "monitoring_campaign"("code");

-- CreateIndex
CREATE INDEX "monitoring_campaign_owner_organisation_id_idx" ON "monitoring_campaign"("owner_organisation_id");

-- CreateIndex
CREATE INDEX "monitoring_campaign_state_idx" ON "monitoring_campaign"("state");

-- CreateIndex
CREATE INDEX "campaign_step_campaign_id_id_idx" ON "campaign_step"("campaign_id", "id");

-- CreateIndex
CREATE INDEX "campaign_member_person_id_idx" ON "campaign_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_sample_campaign_id_number_key" ON "campaign_sample"("campaign_id", "number");

-- CreateIndex
CREATE INDEX "sample_unit_subject_code_idx" ON "sample_unit"("subject_code");

-- CreateIndex
CREATE UNIQUE INDEX "sample_unit_sample_id_key_key" ON "sample_unit"("sample_id", "key");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- AddForeignKey
ALTER TABLE "campaign_step" ADD CONSTRAINT "campaign_step_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "monitoring_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_member" ADD CONSTRAINT "campaign_member_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "monitoring_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_sample" ADD CONSTRAINT "campaign_sample_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "monitoring_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_unit" ADD CONSTRAINT "sample_unit_sample_id_fkey" FOREIGN KEY ("sample_id") REFERENCES "campaign_sample"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Monitoring (docs/domain.md, "Monitoring"): the Front alone plans, moves and samples, whoever writes; who acts belongs to no
-- monitored body and did not in the last three years.

-- 1. Rights and plain facts -----------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE ON monitoring_campaign TO ba_nha_app;
GRANT SELECT, INSERT ON campaign_step, sample_unit, security_event TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (post, declaration, declared_at, left_at) ON campaign_member TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (method, stratum_by, size, seed, drawn_at) ON campaign_sample TO ba_nha_app;
GRANT UPDATE (drawn) ON sample_unit TO ba_nha_app;
GRANT USAGE ON SEQUENCE campaign_step_id_seq, security_event_id_seq TO ba_nha_app;
ALTER TABLE monitoring_campaign ADD FOREIGN KEY (owner_organisation_id) REFERENCES organisation,
  ADD FOREIGN KEY (created_by_id) REFERENCES person,
  ADD CHECK (title <> '{}' AND question <> '{}'), ADD CHECK (length(btrim(legal_basis)) > 0),
  ADD CHECK (cardinality(subject_types) > 0), ADD CHECK (ends_on >= starts_on),
  ADD CHECK ((approval_number IS NULL) = (approved_on IS NULL)),
  ADD CHECK (state = 'PLANNED' OR length(btrim(coalesce(approval_number, ''))) > 0),
  ADD CHECK ((published_at IS NOT NULL) = (state IN ('PUBLISHED', 'FOLLOW_UP', 'CLOSED')));
ALTER TABLE campaign_step ADD FOREIGN KEY (by_id) REFERENCES person;
ALTER TABLE campaign_member ADD FOREIGN KEY (person_id) REFERENCES person, ADD CHECK (length(btrim(declaration)) >= 20);
ALTER TABLE campaign_sample ADD CHECK (number >= 1), ADD CHECK (population_size >= 1),
  ADD CHECK (population_sha256 ~ '^[0-9a-f]{64}$'), ADD CHECK (seed ~ '^[0-9a-f]{32}$'),
  ADD CHECK (size BETWEEN 1 AND population_size), ADD CHECK (stratum_by IN ('PROVINCE', 'HOUSE')),
  ADD CHECK (num_nonnulls(method, size, seed, drawn_at) IN (0, 4)),
  ADD CHECK ((method = 'STRATIFIED') IS NOT DISTINCT FROM (CASE WHEN method IS NULL THEN NULL ELSE stratum_by IS NOT NULL END));
ALTER TABLE sample_unit ADD CHECK (drawn >= 1), ADD CHECK (key ~ '^[\x20-\x7e]+$');
CREATE UNIQUE INDEX sample_unit_drawn ON sample_unit (sample_id, drawn) WHERE drawn IS NOT NULL;
ALTER TABLE security_event ADD FOREIGN KEY (person_id) REFERENCES person;

CREATE TRIGGER keep_campaign BEFORE UPDATE ON monitoring_campaign FOR EACH ROW
  EXECUTE FUNCTION keep('code', 'owner_organisation_id', 'created_by_id', 'created_at');
CREATE TRIGGER once_campaign BEFORE UPDATE ON monitoring_campaign FOR EACH ROW
  EXECUTE FUNCTION once('approval_number', 'approved_on', 'published_at');
CREATE TRIGGER once_sample BEFORE UPDATE ON campaign_sample FOR EACH ROW
  EXECUTE FUNCTION once('method', 'stratum_by', 'size', 'seed', 'drawn_at');
CREATE TRIGGER once_drawn BEFORE UPDATE ON sample_unit FOR EACH ROW EXECUTE FUNCTION once('drawn');

-- 2. Who may act -------------------------------------------------------------------------------------------------------------
-- Whether a person holds a role of the Front in that body now; a lead is a monitor too.
CREATE FUNCTION is_monitor(person uuid, body uuid, leads boolean) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM role_grant g WHERE g.person_id = $1 AND g.organisation_id = $2 AND g.revoked_at IS NULL
    AND (g.role = 'MONITOR_LEAD' OR (g.role = 'MONITOR' AND NOT $3)))
$$;

-- The monitored body of a campaign to which a person belongs or belonged in the last three years, by a post or a role; null where there is none.
CREATE FUNCTION monitor_conflict(person uuid, campaign uuid) RETURNS uuid LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT x.organisation_id FROM (
    SELECT f.organisation_id FROM affiliation f WHERE f.person_id = $1
      AND (f.to_on IS NULL OR f.to_on > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - interval '3 years')
    UNION
    SELECT g.organisation_id FROM role_grant g WHERE g.person_id = $1 AND g.organisation_id IS NOT NULL
      AND (g.revoked_at IS NULL OR g.revoked_at > now() - interval '3 years')
  ) x WHERE EXISTS (SELECT FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
    WHERE s.campaign_id = $2 AND x.organisation_id = ANY (u.body_ids))
  ORDER BY x.organisation_id LIMIT 1
$$;

CREATE FUNCTION monitor_acts(person uuid, campaign uuid, leads boolean) RETURNS void LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM monitoring_campaign c WHERE c.id = $2 AND is_monitor($1, c.owner_organisation_id, $3)) THEN
    RAISE EXCEPTION 'NOT_A_MONITOR' USING ERRCODE = '23514';
  END IF;
  IF monitor_conflict($1, $2) IS NOT NULL THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT %', monitor_conflict($1, $2) USING ERRCODE = '23514';
  END IF;
END $$;

-- 3. A campaign is planned by a monitor, moved by a lead along its table, and its plan stands once it is approved -------------
INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('monitoring_campaign', 'PLANNED', 'APPROVED'), ('monitoring_campaign', 'APPROVED', 'FIELDWORK'),
  ('monitoring_campaign', 'FIELDWORK', 'DRAFT_REPORT'), ('monitoring_campaign', 'DRAFT_REPORT', 'FACTUAL_CHECK'),
  ('monitoring_campaign', 'FACTUAL_CHECK', 'PUBLIC_COMMENT'), ('monitoring_campaign', 'PUBLIC_COMMENT', 'PUBLISHED'),
  ('monitoring_campaign', 'PUBLISHED', 'FOLLOW_UP'), ('monitoring_campaign', 'FOLLOW_UP', 'CLOSED');
CREATE TRIGGER move_campaign BEFORE UPDATE OF state ON monitoring_campaign FOR EACH ROW EXECUTE FUNCTION move_along();

CREATE FUNCTION campaign_holds() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  free text[] := ARRAY['state', 'updated_at', 'published_at'];
  moved campaign_step%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'PLANNED' OR NOT is_monitor(NEW.created_by_id, NEW.owner_organisation_id, false) THEN
      RAISE EXCEPTION 'NOT_A_MONITOR' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'PLANNED' AND (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN monitoring_campaign %', OLD.code USING ERRCODE = '23514';
  END IF;
  IF NEW.state <> OLD.state THEN
    SELECT * INTO moved FROM campaign_step s WHERE s.campaign_id = NEW.id ORDER BY s.id DESC LIMIT 1;
    IF moved.from_state IS DISTINCT FROM OLD.state OR moved.to_state <> NEW.state THEN
      RAISE EXCEPTION 'NO_STEP % -> %', OLD.state, NEW.state USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_holds BEFORE INSERT OR UPDATE ON monitoring_campaign FOR EACH ROW EXECUTE FUNCTION campaign_holds();

-- The approval is told by a lead who did not plan it, once there is a population and a team of two.
CREATE FUNCTION campaign_step_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c monitoring_campaign%ROWTYPE;
BEGIN
  SELECT * INTO c FROM monitoring_campaign WHERE id = NEW.campaign_id FOR UPDATE;
  IF NEW.from_state IS NULL THEN
    IF NEW.to_state <> 'PLANNED' OR NEW.by_id <> c.created_by_id THEN
      RAISE EXCEPTION 'NO_STEP' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM monitor_acts(NEW.by_id, NEW.campaign_id, true);
  IF NEW.from_state <> c.state THEN
    RAISE EXCEPTION 'NO_STEP % -> %', c.state, NEW.to_state USING ERRCODE = '23514';
  END IF;
  IF NEW.to_state = 'APPROVED' AND (NEW.by_id = c.created_by_id
    OR NOT EXISTS (SELECT FROM campaign_sample s WHERE s.campaign_id = c.id)
    OR (SELECT count(*) FROM campaign_member m WHERE m.campaign_id = c.id AND m.left_at IS NULL) < 2) THEN
    RAISE EXCEPTION 'NOT_READY APPROVED' USING ERRCODE = '23514';
  END IF;
  IF NEW.to_state = 'FIELDWORK' AND EXISTS (SELECT FROM campaign_sample s WHERE s.campaign_id = c.id AND s.drawn_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_READY FIELDWORK' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_step_fits BEFORE INSERT ON campaign_step FOR EACH ROW EXECUTE FUNCTION campaign_step_fits();

-- 4. The team is independent -------------------------------------------------------------------------------------------------
CREATE FUNCTION member_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.left_at IS NULL THEN PERFORM monitor_acts(NEW.person_id, NEW.campaign_id, false); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_fits BEFORE INSERT OR UPDATE ON campaign_member FOR EACH ROW EXECUTE FUNCTION member_fits();

-- 5. A population is frozen while the campaign is planned; the sample is drawn once, after the approval ------------------------
CREATE FUNCTION sample_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c monitoring_campaign%ROWTYPE;
BEGIN
  SELECT * INTO c FROM monitoring_campaign WHERE id = NEW.campaign_id FOR SHARE;
  IF TG_OP = 'INSERT' AND (c.state <> 'PLANNED' OR NEW.drawn_at IS NOT NULL OR NOT NEW.subject_type = ANY (c.subject_types)) THEN
    RAISE EXCEPTION 'SAMPLE_LATER' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE' AND c.state <> 'APPROVED' THEN
    RAISE EXCEPTION 'SAMPLE_TOO_EARLY' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_fits BEFORE INSERT OR UPDATE ON campaign_sample FOR EACH ROW EXECUTE FUNCTION sample_fits();

CREATE FUNCTION unit_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM campaign_sample s JOIN monitoring_campaign c ON c.id = s.campaign_id
    WHERE s.id = NEW.sample_id AND (c.owner_organisation_id = ANY (NEW.body_ids)
      OR (TG_OP = 'INSERT' AND c.state <> 'PLANNED') OR (TG_OP = 'UPDATE' AND c.state <> 'APPROVED'))) THEN
    RAISE EXCEPTION 'UNIT_FROZEN %', NEW.key USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_fits BEFORE INSERT OR UPDATE ON sample_unit FOR EACH ROW EXECUTE FUNCTION unit_fits();

-- No population grows past what was counted, and no sample past what was drawn; what falls short is refused by `sample_counts`.
CREATE FUNCTION units_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
    WHERE s.id IN (SELECT f.sample_id FROM fresh f) GROUP BY s.id
    HAVING count(*) > s.population_size OR count(u.drawn) > coalesce(s.size, 0)) THEN
    RAISE EXCEPTION 'SAMPLE_FROZEN' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER units_stay AFTER INSERT ON sample_unit REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION units_stay();
CREATE TRIGGER drawn_stay AFTER UPDATE ON sample_unit REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION units_stay();

-- What was counted and drawn is what is stored: as many units as the population has, as many drawn as the sample has.
CREATE FUNCTION sample_counts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s campaign_sample%ROWTYPE;
  units int;
  taken int;
BEGIN
  SELECT * INTO s FROM campaign_sample WHERE id = NEW.id;
  SELECT count(*), count(drawn) INTO units, taken FROM sample_unit WHERE sample_id = s.id;
  IF units <> s.population_size OR taken <> coalesce(s.size, 0) THEN
    RAISE EXCEPTION 'SAMPLE_COUNT % of %', taken, units USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT FROM campaign_member m WHERE m.campaign_id = s.campaign_id AND m.left_at IS NULL
    AND monitor_conflict(m.person_id, m.campaign_id) IS NOT NULL) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sample_counts AFTER INSERT OR UPDATE ON campaign_sample DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sample_counts();
