-- CreateEnum
CREATE TYPE "ResultReportKind" AS ENUM ('READINESS', 'ACT', 'REVENUE', 'LOCALISATION');

-- CreateEnum
CREATE TYPE "ReportVerdict" AS ENUM ('VERIFIED', 'RETURNED');

-- AlterTable
ALTER TABLE "readiness_observation" ADD COLUMN     "report_id" UUID;

-- AlterTable
ALTER TABLE "exploitation_act" ADD COLUMN     "report_id" UUID;

-- CreateTable
CREATE TABLE "result_report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ResultReportKind" NOT NULL,
    "evidence" TEXT NOT NULL,
    "reason" TEXT,
    "on_date" DATE,
    "level" INTEGER,
    "act" "ExploitationKind",
    "counterparty" TEXT,
    "territory" TEXT,
    "revenue_vnd" BIGINT,
    "interest_id" UUID,
    "period_from" DATE,
    "period_to" DATE,
    "gross_vnd" BIGINT,
    "cost_vnd" BIGINT,
    "profit_after_tax_vnd" BIGINT,
    "price_vnd" BIGINT,
    "domestic_value_added_vnd" BIGINT,
    "domestic_cost_vnd" BIGINT,
    "core_tech_ppm" INTEGER,
    "domestic_demand_ppm" INTEGER,
    "sums_public" BOOLEAN NOT NULL DEFAULT false,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reported_by_id" UUID NOT NULL,
    "verdict" "ReportVerdict",
    "note" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answered_by_body" UUID,

    CONSTRAINT "result_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_stage_step" (
    "id" BIGSERIAL NOT NULL,
    "result_id" UUID NOT NULL,
    "from_stage" "ResultStage",
    "to_stage" "ResultStage" NOT NULL,
    "on_date" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "evidence" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "report_id" UUID,
    "actor_organisation_id" UUID,
    "actor_role" TEXT NOT NULL,
    "record_entry_id" BIGINT NOT NULL,

    CONSTRAINT "result_stage_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_report_result_id_number_key" ON "result_report"("result_id", "number");

-- CreateIndex
CREATE INDEX "result_stage_step_result_id_id_idx" ON "result_stage_step"("result_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_observation_report_id_key" ON "readiness_observation"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "exploitation_act_report_id_key" ON "exploitation_act"("report_id");

-- AddForeignKey
ALTER TABLE "result_report" ADD CONSTRAINT "result_report_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_stage_step" ADD CONSTRAINT "result_stage_step_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Reports on the way of a published result to the market (docs/domain.md, "The way to the market"): the host reports, an
-- officer of another body answers once, and what was verified counts; whoever writes.
GRANT SELECT, INSERT, UPDATE (verdict, note, answered_at, answered_by_id, answered_by_body) ON result_report TO ba_nha_app;
GRANT SELECT, INSERT ON result_stage_step TO ba_nha_app;
GRANT USAGE ON SEQUENCE result_stage_step_id_seq TO ba_nha_app;

ALTER TABLE result_report
  ADD FOREIGN KEY (reported_by_id) REFERENCES person,
  ADD FOREIGN KEY (answered_by_id) REFERENCES person,
  ADD FOREIGN KEY (answered_by_body) REFERENCES organisation,
  ADD FOREIGN KEY (interest_id) REFERENCES call_interest,
  ADD CHECK (number > 0),
  ADD CHECK (length(btrim(evidence)) >= 10),
  ADD CHECK (reason IS NULL OR length(btrim(reason)) > 0),
  ADD CHECK ((verdict IS NULL) = (answered_at IS NULL)),
  ADD CHECK ((verdict IS NULL) = (answered_by_id IS NULL)),
  ADD CHECK ((verdict IS NULL) = (answered_by_body IS NULL)),
  ADD CHECK ((verdict IS NULL) = (note IS NULL)),
  ADD CHECK (note IS NULL OR length(btrim(note)) >= 20),
  ADD CHECK (answered_at >= reported_at),
  ADD CONSTRAINT result_report_amounts CHECK (
    coalesce(revenue_vnd, 0) BETWEEN 0 AND 10000000000000000 AND coalesce(gross_vnd, 0) BETWEEN 0 AND 10000000000000000
    AND coalesce(cost_vnd, 0) BETWEEN 0 AND 10000000000000000 AND coalesce(price_vnd, 0) BETWEEN 0 AND 10000000000000000
    AND coalesce(domestic_value_added_vnd, 0) >= 0 AND coalesce(domestic_cost_vnd, 0) >= 0
    AND coalesce(core_tech_ppm, 0) BETWEEN 0 AND 1000000 AND coalesce(domestic_demand_ppm, 0) BETWEEN 0 AND 1000000),
  -- a kind fills its own columns and no other
  ADD CONSTRAINT result_report_kind CHECK (CASE kind
    WHEN 'READINESS' THEN level BETWEEN 1 AND 9 AND on_date IS NOT NULL
      AND num_nonnulls(act, counterparty, territory, revenue_vnd, interest_id, period_from, period_to, gross_vnd, cost_vnd,
        profit_after_tax_vnd, price_vnd, domestic_value_added_vnd, domestic_cost_vnd, core_tech_ppm, domestic_demand_ppm) = 0
    WHEN 'ACT' THEN num_nonnulls(act, on_date, counterparty, territory) = 4
      AND num_nonnulls(level, period_from, period_to, gross_vnd, cost_vnd, profit_after_tax_vnd, price_vnd,
        domestic_value_added_vnd, domestic_cost_vnd, core_tech_ppm, domestic_demand_ppm) = 0
    WHEN 'REVENUE' THEN num_nonnulls(period_from, period_to, gross_vnd, cost_vnd, profit_after_tax_vnd) = 5
      AND profit_after_tax_vnd <= gross_vnd - cost_vnd AND profit_after_tax_vnd >= -10000000000000000
      AND num_nonnulls(level, on_date, act, counterparty, territory, revenue_vnd, interest_id, price_vnd,
        domestic_value_added_vnd, domestic_cost_vnd, core_tech_ppm, domestic_demand_ppm) = 0
    ELSE num_nonnulls(period_from, period_to) = 2
      AND (price_vnd IS NULL) = (domestic_value_added_vnd IS NULL) AND (cost_vnd IS NULL) = (domestic_cost_vnd IS NULL)
      AND coalesce(domestic_value_added_vnd <= price_vnd, true) AND coalesce(domestic_cost_vnd <= cost_vnd, true)
      AND num_nonnulls(price_vnd, cost_vnd, core_tech_ppm, domestic_demand_ppm) > 0
      AND num_nonnulls(level, on_date, act, counterparty, territory, revenue_vnd, interest_id, gross_vnd,
        profit_after_tax_vnd) = 0
    END),
  ADD CONSTRAINT result_report_period CHECK (period_from IS NULL OR (
    extract(day FROM period_from) = 1 AND extract(day FROM period_to) = 1
    AND period_from < period_to AND period_to <= (period_from + interval '12 months')::date)),
  ADD CONSTRAINT result_report_periods_apart EXCLUDE USING gist (result_id WITH =, kind WITH =,
    daterange(period_from, period_to) WITH &&) WHERE (period_from IS NOT NULL AND (verdict IS NULL OR verdict = 'VERIFIED'));
CREATE UNIQUE INDEX result_report_interest ON result_report (interest_id)
  WHERE interest_id IS NOT NULL AND (verdict IS NULL OR verdict = 'VERIFIED');
CREATE INDEX result_report_waiting ON result_report (reported_at) WHERE verdict IS NULL;

ALTER TABLE result_stage_step
  ADD FOREIGN KEY (report_id) REFERENCES result_report,
  ADD FOREIGN KEY (actor_organisation_id) REFERENCES organisation,
  ADD FOREIGN KEY (record_entry_id) REFERENCES record_entry,
  ADD CHECK (from_stage IS DISTINCT FROM to_stage),
  ADD CHECK (from_stage IS NULL OR from_stage <> 'DISCONTINUED'),
  -- forward with evidence; backward, or to the end, with a reason
  ADD CONSTRAINT result_stage_step_shown CHECK (CASE
    WHEN to_stage = 'DISCONTINUED' OR to_stage < from_stage THEN length(btrim(coalesce(reason, ''))) > 0
    ELSE length(btrim(evidence)) > 0 END);

-- Over how many verified periods in a row, up to the newest, gross revenue grew: each follows the former without a gap, is as
-- many months long, and brought more.
CREATE FUNCTION result_growing_periods(result_to_read uuid) RETURNS int LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(min(n) FILTER (WHERE NOT grew) - 1, 0)::int FROM (
    SELECT row_number() OVER (ORDER BY period_from DESC) AS n,
      coalesce(period_from = lag(period_to) OVER w AND gross_vnd > lag(gross_vnd) OVER w
        AND age(period_to, period_from) = age(lag(period_to) OVER w, lag(period_from) OVER w), false) AS grew
    FROM result_report WHERE result_id = result_to_read AND kind = 'REVENUE' AND verdict = 'VERIFIED'
    WINDOW w AS (ORDER BY period_from)) AS periods
$$;

-- The stage that the shown facts of a result make it, as app/domain/results/stage.ts derives it; a test holds the two together.
CREATE FUNCTION result_stage(result_to_read uuid) RETURNS "ResultStage" LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM result_stage_step WHERE result_id = result_to_read AND to_stage = 'DISCONTINUED')
      THEN 'DISCONTINUED'::"ResultStage"
    WHEN EXISTS (SELECT 1 FROM exploitation_act WHERE result_id = result_to_read AND verified_at IS NOT NULL
      AND (revenue_vnd > 0 OR kind IN ('DEPLOYMENT', 'CAPITAL_CONTRIBUTION')))
      THEN CASE WHEN result_growing_periods(result_to_read) >= 2 THEN 'SCALING'::"ResultStage" ELSE 'ON_MARKET' END
    ELSE (SELECT CASE WHEN level <= 3 THEN 'RESEARCH'::"ResultStage" WHEN level <= 5 THEN 'LAB_VALIDATED'
        WHEN level = 6 THEN 'DEMONSTRATED' WHEN level = 7 THEN 'PILOT' ELSE 'MARKET_READY' END
      FROM readiness_observation WHERE result_id = result_to_read ORDER BY on_date DESC LIMIT 1) END
$$;

-- What was published before has one step: where it stood.
INSERT INTO result_stage_step (result_id, to_stage, on_date, at, evidence, actor_organisation_id, actor_role, record_entry_id)
  SELECT r.id, result_stage(r.id), o.on_date, s.at, o.evidence, s.actor_organisation_id, s.actor_role, s.record_entry_id
  FROM result r
    CROSS JOIN LATERAL (SELECT on_date, evidence FROM readiness_observation WHERE result_id = r.id ORDER BY on_date DESC LIMIT 1) AS o
    CROSS JOIN LATERAL (SELECT * FROM result_step WHERE result_id = r.id AND to_state = 'PUBLISHED' AND record_entry_id IS NOT NULL
      ORDER BY id LIMIT 1) AS s
  WHERE r.published_at IS NOT NULL;

CREATE FUNCTION guard_result_report() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  r result%ROWTYPE;
  last_day date;
BEGIN
  SELECT * INTO r FROM result WHERE id = NEW.result_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.verdict IS NOT NULL OR r.state <> 'PUBLISHED' OR result_stage(r.id) = 'DISCONTINUED' THEN
      RAISE EXCEPTION 'NOT_PUBLISHED report of %', r.code USING ERRCODE = '23514';
    END IF;
    last_day := coalesce(NEW.on_date, NEW.period_to - 1);
    IF last_day > (NEW.reported_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date THEN
      RAISE EXCEPTION 'IN_THE_FUTURE report of %', r.code USING ERRCODE = '23514';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM role_grant WHERE person_id = NEW.reported_by_id AND role = 'PARTY_REP' AND revoked_at IS NULL
      AND organisation_id = r.host_organisation_id) THEN
      RAISE EXCEPTION 'NOT_THE_HOST report of %', r.code USING ERRCODE = '23514';
    END IF;
    IF NEW.kind = 'READINESS' AND EXISTS (SELECT 1 FROM readiness_observation WHERE result_id = r.id AND on_date = NEW.on_date) THEN
      RAISE EXCEPTION 'LEVEL_ON_DAY report of %', r.code USING ERRCODE = '23514';
    END IF;
    IF NEW.interest_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM call_interest n JOIN partnership_call c ON c.id = n.call_id
      WHERE n.id = NEW.interest_id AND n.state = 'ACCEPTED' AND c.kind::text = 'RESULT_OFFER' AND c.origin_result_id = r.id) THEN
      RAISE EXCEPTION 'NO_SUCH_INTEREST report of %', r.code USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.verdict IS NOT NULL THEN RAISE EXCEPTION 'ONCE result_report.verdict' USING ERRCODE = '23514'; END IF;
  IF r.state NOT IN ('PUBLISHED', 'UNDER_REVIEW') THEN
    RAISE EXCEPTION 'NOT_PUBLISHED report of %', r.code USING ERRCODE = '23514';
  END IF;
  IF NOT is_independent_officer(NEW.answered_by_id, NEW.result_id) OR NEW.answered_by_id = NEW.reported_by_id OR NOT EXISTS (
    SELECT 1 FROM role_grant WHERE person_id = NEW.answered_by_id AND role = 'RESULT_OFFICER' AND revoked_at IS NULL
      AND organisation_id = NEW.answered_by_body) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT answer to a report' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result_report BEFORE INSERT OR UPDATE ON result_report FOR EACH ROW EXECUTE FUNCTION guard_result_report();
CREATE TRIGGER keep_result_report BEFORE UPDATE ON result_report FOR EACH ROW EXECUTE FUNCTION keep('result_id', 'number', 'kind',
  'evidence', 'reason', 'on_date', 'level', 'act', 'counterparty', 'territory', 'revenue_vnd', 'interest_id', 'period_from',
  'period_to', 'gross_vnd', 'cost_vnd', 'profit_after_tax_vnd', 'price_vnd', 'domestic_value_added_vnd', 'domestic_cost_vnd',
  'core_tech_ppm', 'domestic_demand_ppm', 'sums_public', 'reported_at', 'reported_by_id');

-- A fact that comes after the publication says what a verified report said, to the letter.
CREATE FUNCTION is_verified_report(fact jsonb, of_table text) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM result_report p JOIN result r ON r.id = p.result_id
    WHERE p.id = (fact ->> 'report_id')::uuid AND p.result_id = (fact ->> 'result_id')::uuid AND p.verdict = 'VERIFIED'
      AND r.state IN ('PUBLISHED', 'UNDER_REVIEW') AND p.on_date = (fact ->> 'on_date')::date AND p.evidence = fact ->> 'evidence'
      AND CASE of_table
        WHEN 'readiness_observation' THEN p.kind = 'READINESS' AND p.level = (fact ->> 'level')::int
        WHEN 'exploitation_act' THEN p.kind = 'ACT' AND p.act::text = fact ->> 'kind' AND p.counterparty = fact ->> 'counterparty'
          AND p.territory = fact ->> 'territory' AND p.revenue_vnd IS NOT DISTINCT FROM (fact ->> 'revenue_vnd')::bigint
          AND p.answered_by_id = (fact ->> 'verified_by_id')::uuid
        ELSE false END)
$$;

CREATE OR REPLACE FUNCTION freeze_result_part() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  id_of_result uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.result_id ELSE NEW.result_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.result_id <> OLD.result_id THEN
    RAISE EXCEPTION 'IMMUTABLE %.result_id', TG_TABLE_NAME USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'INSERT' AND to_jsonb(NEW) ->> 'report_id' IS NOT NULL THEN
    IF is_verified_report(to_jsonb(NEW), TG_TABLE_NAME) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'NO_VERIFIED_REPORT %', TG_TABLE_NAME USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM result WHERE id = id_of_result AND state NOT IN ('DRAFT', 'RETURNED')) THEN
    IF NOT (TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'exploitation_act'
      AND to_jsonb(OLD) ->> 'verified_at' IS NULL
      AND (to_jsonb(NEW) - 'verified_at' - 'verified_by_id') = (to_jsonb(OLD) - 'verified_at' - 'verified_by_id')) THEN
      RAISE EXCEPTION 'FROZEN %', TG_TABLE_NAME USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION guard_exploitation_act() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- one that comes with a verified report is compared with it by freeze_result_part
    IF NEW.report_id IS NULL AND NEW.verified_at IS NOT NULL THEN RAISE EXCEPTION 'NOT_VERIFIED_YET' USING ERRCODE = '23514'; END IF;
    IF NEW.report_id IS NOT NULL AND NEW.verified_at IS NULL THEN RAISE EXCEPTION 'NO_VERIFIED_REPORT' USING ERRCODE = '23514'; END IF;
  ELSIF NEW.verified_at IS DISTINCT FROM OLD.verified_at AND (
    NOT is_independent_officer(NEW.verified_by_id, NEW.result_id)
    OR NOT EXISTS (SELECT 1 FROM result WHERE id = NEW.result_id AND state = 'SUBMITTED')
  ) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT verifier of an act' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- The history of stages goes on where it stopped, and never lags behind the facts (checked at commit).
CREATE FUNCTION guard_stage_step() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stood "ResultStage" := (SELECT to_stage FROM result_stage_step WHERE result_id = NEW.result_id ORDER BY id DESC LIMIT 1);
BEGIN
  IF NEW.from_stage IS DISTINCT FROM stood OR NOT EXISTS (
    SELECT 1 FROM result WHERE id = NEW.result_id AND published_at IS NOT NULL AND state IN ('PUBLISHED', 'UNDER_REVIEW')) THEN
    RAISE EXCEPTION 'NO_TRANSITION stage % -> %', stood, NEW.to_stage USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_stage_step BEFORE INSERT ON result_stage_step FOR EACH ROW EXECUTE FUNCTION guard_stage_step();

CREATE FUNCTION stage_is_told() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT to_stage FROM result_stage_step WHERE result_id = NEW.result_id ORDER BY id DESC LIMIT 1)
    IS DISTINCT FROM result_stage(NEW.result_id) THEN
    RAISE EXCEPTION 'STAGE_NOT_TOLD' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER stage_is_told AFTER INSERT ON result_stage_step
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stage_is_told();
CREATE CONSTRAINT TRIGGER report_is_told AFTER UPDATE ON result_report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stage_is_told();

-- A verified report is a fact of its own or has left one (checked at commit).
CREATE FUNCTION report_has_fact() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.verdict = 'VERIFIED' AND (
    NEW.kind = 'READINESS' AND NOT EXISTS (SELECT 1 FROM readiness_observation WHERE report_id = NEW.id)
    OR NEW.kind = 'ACT' AND NOT EXISTS (SELECT 1 FROM exploitation_act WHERE report_id = NEW.id)) THEN
    RAISE EXCEPTION 'NO_FACT report %', NEW.number USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_has_fact AFTER UPDATE ON result_report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION report_has_fact();

-- The thresholds of localisation in force today, by what they measure, with their sources.
CREATE FUNCTION localisation_thresholds() RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('ppm', value, 'basis', basis, 'source', source)), '{}')
  FROM legal_parameter WHERE key LIKE 'localisation.%' AND valid_from <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND (valid_to IS NULL OR valid_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;

-- Everything that happened to a result since its publication, in one reading. Amounts are text.
CREATE FUNCTION result_progress(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'reports', coalesce((
      SELECT jsonb_agg(jsonb_build_object('number', p.number, 'kind', p.kind, 'evidence', p.evidence, 'reason', p.reason,
          'reportedAt', p.reported_at, 'sumsPublic', p.sums_public,
          'verdict', CASE WHEN p.verdict IS NOT NULL THEN jsonb_build_object('outcome', p.verdict, 'note', p.note,
            'at', p.answered_at, 'by', jsonb_build_object('code', o.id, 'house', o.house,
              'names', jsonb_strip_nulls(jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)))) END,
          'onDate', p.on_date, 'level', p.level, 'act', p.act, 'counterparty', p.counterparty, 'territory', p.territory,
          'revenueVnd', p.revenue_vnd::text, 'from', p.period_from, 'to', p.period_to, 'grossVnd', p.gross_vnd::text,
          'costVnd', p.cost_vnd::text, 'profitAfterTaxVnd', p.profit_after_tax_vnd::text, 'priceVnd', p.price_vnd::text,
          'domesticValueAddedVnd', p.domestic_value_added_vnd::text, 'domesticCostVnd', p.domestic_cost_vnd::text,
          'coreTechPpm', p.core_tech_ppm, 'domesticDemandPpm', p.domestic_demand_ppm) ORDER BY p.number)
      FROM result_report p LEFT JOIN organisation o ON o.id = p.answered_by_body WHERE p.result_id = result_to_read), '[]'),
    'stages', coalesce((
      SELECT jsonb_agg(jsonb_build_object('from', s.from_stage, 'to', s.to_stage, 'onDate', s.on_date, 'at', s.at,
          'evidence', s.evidence, 'reason', s.reason, 'role', s.actor_role, 'entryNo', s.record_entry_id,
          'report', (SELECT number FROM result_report WHERE id = s.report_id),
          'organisation', CASE WHEN o.id IS NOT NULL THEN
            jsonb_strip_nulls(jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) END) ORDER BY s.id)
      FROM result_stage_step s LEFT JOIN organisation o ON o.id = s.actor_organisation_id
      WHERE s.result_id = result_to_read), '[]'),
    'thresholds', localisation_thresholds())
$$;
