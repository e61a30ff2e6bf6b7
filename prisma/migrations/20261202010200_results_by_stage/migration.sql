-- The list of results is filtered by stage and by band of revenue: both are read from an index alone.
CREATE INDEX result_stage_step_told ON result_stage_step (result_id, id DESC) INCLUDE (to_stage);
CREATE INDEX result_report_revenue ON result_report (result_id) INCLUDE (gross_vnd) WHERE kind = 'REVENUE' AND verdict = 'VERIFIED';

-- The band of a gross revenue, as app/domain/results/reports/revenue.ts derives it; a test holds the two together.
CREATE FUNCTION revenue_band(gross_vnd numeric) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN gross_vnd <= 0 THEN 'NONE' WHEN gross_vnd < 1000000000 THEN 'UNDER_1_BN' WHEN gross_vnd < 10000000000 THEN 'FROM_1_BN'
    WHEN gross_vnd < 100000000000 THEN 'FROM_10_BN' ELSE 'FROM_100_BN' END
$$;
