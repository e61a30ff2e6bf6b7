-- AlterTable
ALTER TABLE "result" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- The day from which on a profile is stale that was last brought up to date at an instant (docs/domain.md, "Results").
CREATE FUNCTION result_stale_from(updated timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (updated AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + value::int FROM legal_parameter
  WHERE key = 'result.stale.calendar-days' AND valid_from <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND (valid_to IS NULL OR valid_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;
CREATE INDEX result_currency ON result ((coalesce(confirmed_at, published_at))) WHERE state = 'PUBLISHED';

-- What a result says stands once it is submitted; that a published one still holds is said forward in time alone.
CREATE OR REPLACE FUNCTION freeze_result() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'revision', 'updated_at', 'submitted_at', 'verified_at', 'verified_by_id',
    'verifier_organisation_id', 'verification_note', 'published_at', 'withdrawn_at', 'withdrawal_reason', 'confirmed_at'];
BEGIN
  IF OLD.state NOT IN ('DRAFT', 'RETURNED') AND (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN result %', OLD.code USING ERRCODE = '23514';
  END IF;
  IF NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at AND (NEW.confirmed_at IS NULL OR OLD.state <> 'PUBLISHED'
    OR NEW.state <> 'PUBLISHED' OR NEW.confirmed_at <= greatest(OLD.confirmed_at, OLD.published_at)) THEN
    RAISE EXCEPTION 'NOT_CONFIRMED result %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
