-- AlterTable
ALTER TABLE "ip_right" ADD COLUMN     "report_id" UUID;

-- AlterTable
ALTER TABLE "result_report" ADD COLUMN     "application_no" TEXT,
ADD COLUMN     "disclosed_on" DATE,
ADD COLUMN     "event" TEXT,
ADD COLUMN     "expires_on" DATE,
ADD COLUMN     "office" TEXT,
ADD COLUMN     "owners" JSONB,
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "right_id" UUID,
ADD COLUMN     "right_kind" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "ip_right_report_id_key" ON "ip_right"("report_id");

-- Reports on rights (docs/domain.md, "The way to the market"): a right that was filed after the publication, and what an
-- office did with one that is there. Once verified, a right is one of the profile, and an event one of its right.
-- An opposition and its rejection leave a right where it stands; the others decide its state. Forty events outlive any right.
CREATE OR REPLACE FUNCTION right_events_are_sound(events jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(events) = 'array' AND jsonb_array_length(events) <= 40 AND coalesce(bool_and(
    e ->> 'kind' IN ('FILED', 'PUBLISHED', 'EXAMINATION', 'OPPOSED', 'OPPOSITION_REJECTED', 'GRANTED', 'RENEWED', 'REFUSED', 'LAPSED',
      'WITHDRAWN', 'INVALIDATED')
    AND e ->> 'onDate' ~ '^\d{4}-\d\d-\d\d$'
    AND e ->> 'onDate' >= coalesce((SELECT min(f ->> 'onDate') FROM jsonb_array_elements(events) AS f WHERE f ->> 'kind' = 'FILED'), '0')), true)
  FROM jsonb_array_elements(events) AS e
$$;

-- The state of a right after its events, as app/domain/results/profile/right.ts derives it; a test holds the two together.
CREATE FUNCTION right_status(events jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((
    SELECT CASE e ->> 'kind' WHEN 'EXAMINATION' THEN 'UNDER_EXAMINATION' WHEN 'RENEWED' THEN 'GRANTED' ELSE e ->> 'kind' END
    FROM jsonb_array_elements(events) AS e WHERE e ->> 'kind' NOT IN ('OPPOSED', 'OPPOSITION_REJECTED')
    ORDER BY e ->> 'onDate' DESC, array_position(ARRAY['FILED', 'PUBLISHED', 'EXAMINATION', 'GRANTED', 'RENEWED', 'REFUSED', 'LAPSED',
      'WITHDRAWN', 'INVALIDATED'], e ->> 'kind') DESC LIMIT 1), 'NOT_FILED')
$$;

ALTER TABLE ip_right ADD FOREIGN KEY (report_id) REFERENCES result_report;
ALTER TABLE result_report DROP CONSTRAINT result_report_kind,
  ADD FOREIGN KEY (right_id) REFERENCES ip_right,
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
    WHEN 'LOCALISATION' THEN num_nonnulls(period_from, period_to) = 2
      AND (price_vnd IS NULL) = (domestic_value_added_vnd IS NULL) AND (cost_vnd IS NULL) = (domestic_cost_vnd IS NULL)
      AND coalesce(domestic_value_added_vnd <= price_vnd, true) AND coalesce(domestic_cost_vnd <= cost_vnd, true)
      AND num_nonnulls(price_vnd, cost_vnd, core_tech_ppm, domestic_demand_ppm) > 0
      AND num_nonnulls(level, on_date, act, counterparty, territory, revenue_vnd, interest_id, gross_vnd,
        profit_after_tax_vnd) = 0
    ELSE on_date IS NOT NULL AND num_nonnulls(level, act, counterparty, territory, revenue_vnd, interest_id, period_from, period_to,
      gross_vnd, cost_vnd, profit_after_tax_vnd, price_vnd, domestic_value_added_vnd, domestic_cost_vnd, core_tech_ppm,
      domestic_demand_ppm) = 0 AND NOT sums_public
    END),
  ADD CONSTRAINT result_report_right CHECK (CASE kind
    WHEN 'RIGHT' THEN num_nonnulls(right_kind, office, application_no, owners) = 4 AND num_nonnulls(right_id, event, reference) = 0
      AND right_kind IN ('PATENT', 'UTILITY_SOLUTION', 'INDUSTRIAL_DESIGN', 'LAYOUT_DESIGN', 'PLANT_VARIETY', 'COPYRIGHT_SOFTWARE',
        'TRADEMARK', 'DATABASE')
      AND right_owners_are_sound(owners) AND length(btrim(office)) > 0 AND length(btrim(application_no)) > 0
      AND coalesce(expires_on > on_date, true)
    WHEN 'RIGHT_EVENT' THEN num_nonnulls(right_id, right_kind, office, application_no, event, reference) = 6
      AND num_nonnulls(owners, disclosed_on) = 0
      AND right_events_are_sound(jsonb_build_array(jsonb_build_object('kind', event, 'onDate', on_date)))
    ELSE num_nonnulls(right_id, right_kind, office, application_no, disclosed_on, expires_on, owners, event, reference) = 0 END);
CREATE INDEX result_report_of_right ON result_report (right_id) WHERE right_id IS NOT NULL;

-- What is reported of a right is reported of one in this result, and the owners of a new one own the whole of it.
CREATE FUNCTION guard_right_report() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.right_id IS NOT NULL AND NOT EXISTS (SELECT FROM ip_right WHERE id = NEW.right_id AND result_id = NEW.result_id
    AND kind = NEW.right_kind AND office = NEW.office AND application_no = NEW.application_no) THEN
    RAISE EXCEPTION 'NO_SUCH_RIGHT' USING ERRCODE = '23514';
  END IF;
  IF NEW.owners <> '[]' AND (SELECT sum((o ->> 'ppm')::int) FROM jsonb_array_elements(NEW.owners) AS o) <> 1000000 THEN
    RAISE EXCEPTION 'OWNERS_NOT_100' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_right_report BEFORE INSERT ON result_report FOR EACH ROW
  WHEN (NEW.kind IN ('RIGHT', 'RIGHT_EVENT')) EXECUTE FUNCTION guard_right_report();
CREATE TRIGGER keep_right_report BEFORE UPDATE ON result_report FOR EACH ROW EXECUTE FUNCTION keep('right_id', 'right_kind', 'office',
  'application_no', 'disclosed_on', 'expires_on', 'owners', 'event', 'reference');

-- A fact that comes after the publication says what a verified report said, to the letter.
CREATE OR REPLACE FUNCTION is_verified_report(fact jsonb, of_table text) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM result_report p JOIN result r ON r.id = p.result_id
    WHERE p.id = (fact ->> 'report_id')::uuid AND p.result_id = (fact ->> 'result_id')::uuid AND p.verdict = 'VERIFIED'
      AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')
      AND CASE of_table
        WHEN 'readiness_observation' THEN p.kind = 'READINESS' AND p.level = (fact ->> 'level')::int
          AND p.on_date = (fact ->> 'on_date')::date AND p.evidence = fact ->> 'evidence'
        WHEN 'exploitation_act' THEN p.kind = 'ACT' AND p.act::text = fact ->> 'kind' AND p.counterparty = fact ->> 'counterparty'
          AND p.territory = fact ->> 'territory' AND p.revenue_vnd IS NOT DISTINCT FROM (fact ->> 'revenue_vnd')::bigint
          AND p.on_date = (fact ->> 'on_date')::date AND p.evidence = fact ->> 'evidence'
          AND p.answered_by_id = (fact ->> 'verified_by_id')::uuid
        WHEN 'ip_right' THEN p.kind = 'RIGHT' AND p.right_kind = fact ->> 'kind' AND p.office = fact ->> 'office'
          AND p.application_no = fact ->> 'application_no' AND p.owners = fact -> 'owners'
          AND p.expires_on IS NOT DISTINCT FROM (fact ->> 'expires_on')::date
          AND p.disclosed_on IS NOT DISTINCT FROM (fact ->> 'disclosed_before_filing_on')::date
          AND fact ->> 'status' = 'FILED' AND p.on_date = (fact ->> 'filed_on')::date AND fact ->> 'granted_on' IS NULL
          AND fact -> 'events' = jsonb_build_array(jsonb_build_object('kind', 'FILED', 'onDate', p.on_date, 'reference', '',
            'report', p.number))
        ELSE false END)
$$;

-- After the publication a right gains one event at a time, that of a verified report, and what follows from it.
CREATE FUNCTION right_follows_report(before ip_right, after ip_right) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM result_report p JOIN result r ON r.id = p.result_id
      CROSS JOIN LATERAL (SELECT jsonb_build_object('kind', p.event, 'onDate', p.on_date, 'reference', p.reference,
        'report', p.number) AS added) AS a
    WHERE p.kind = 'RIGHT_EVENT' AND p.right_id = before.id AND p.result_id = before.result_id AND p.verdict = 'VERIFIED'
      AND r.state IN ('PUBLISHED', 'UNDER_REVIEW') AND NOT before.events @> jsonb_build_array(a.added)
      AND jsonb_array_length(after.events) = jsonb_array_length(before.events) + 1
      AND NOT EXISTS (SELECT e FROM jsonb_array_elements(before.events || a.added) AS e
        EXCEPT ALL SELECT e FROM jsonb_array_elements(after.events) AS e)
      AND after.status = right_status(after.events)
      AND after.filed_on IS NOT DISTINCT FROM
        (SELECT min(e ->> 'onDate')::date FROM jsonb_array_elements(after.events) AS e WHERE e ->> 'kind' = 'FILED')
      AND after.granted_on IS NOT DISTINCT FROM
        (SELECT min(e ->> 'onDate')::date FROM jsonb_array_elements(after.events) AS e WHERE e ->> 'kind' = 'GRANTED')
      AND after.expires_on IS NOT DISTINCT FROM coalesce(p.expires_on, before.expires_on)
      AND after.application_no = CASE WHEN before.application_no = '' AND p.event = 'FILED' THEN p.reference ELSE before.application_no END
      AND to_jsonb(after) - '{events,status,filed_on,granted_on,expires_on,application_no}'::text[]
        = to_jsonb(before) - '{events,status,filed_on,granted_on,expires_on,application_no}'::text[])
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
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'ip_right' THEN
      IF right_follows_report(OLD, NEW) THEN RETURN NEW; END IF;
    ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'exploitation_act' THEN
      IF to_jsonb(OLD) ->> 'verified_at' IS NULL
        AND (to_jsonb(NEW) - 'verified_at' - 'verified_by_id') = (to_jsonb(OLD) - 'verified_at' - 'verified_by_id') THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'FROZEN %', TG_TABLE_NAME USING ERRCODE = '23514';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- A verified report is a fact of its own or has left one (checked at commit).
CREATE OR REPLACE FUNCTION report_has_fact() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.verdict = 'VERIFIED' AND (
    NEW.kind = 'READINESS' AND NOT EXISTS (SELECT 1 FROM readiness_observation WHERE report_id = NEW.id)
    OR NEW.kind = 'ACT' AND NOT EXISTS (SELECT 1 FROM exploitation_act WHERE report_id = NEW.id)
    OR NEW.kind = 'RIGHT' AND NOT EXISTS (SELECT 1 FROM ip_right WHERE report_id = NEW.id)
    OR NEW.kind = 'RIGHT_EVENT' AND NOT EXISTS (SELECT 1 FROM ip_right WHERE id = NEW.right_id
      AND events @> jsonb_build_array(jsonb_build_object('report', NEW.number)))) THEN
    RAISE EXCEPTION 'NO_FACT report %', NEW.number USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION result_progress(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
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
          'coreTechPpm', p.core_tech_ppm, 'domesticDemandPpm', p.domestic_demand_ppm)
        || CASE WHEN p.right_kind IS NULL THEN '{}' ELSE jsonb_build_object('rightId', p.right_id, 'right', p.right_kind,
          'office', p.office, 'applicationNo', p.application_no, 'disclosedOn', p.disclosed_on, 'expiresOn', p.expires_on,
          'owners', p.owners, 'event', p.event, 'reference', p.reference) END ORDER BY p.number)
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
