-- AlterEnum
ALTER TYPE "CallKind" ADD VALUE 'RESULT_OFFER';
ALTER TYPE "CallKind" ADD VALUE 'NEED';

-- AlterTable
ALTER TABLE "partnership_call" ADD COLUMN     "ending_told_for" DATE,
ADD COLUMN     "ford_code" TEXT;

-- Offers of results and needs (docs/domain.md, "Offers of results and needs").
ALTER TABLE partnership_call DROP CONSTRAINT partnership_call_needs_check,
  ADD CONSTRAINT partnership_call_needs_check CHECK (CASE WHEN kind::text IN ('CALL', 'OFFER')
    THEN needs <@ ARRAY['CAPITAL', 'TECHNOLOGY', 'SITE', 'LABORATORY', 'MARKET']
    ELSE needs <@ ARRAY['LICENCE', 'SALE', 'JOINT_VENTURE', 'CO_DEVELOPMENT', 'PILOT'] END),
  ADD CONSTRAINT partnership_call_origin_check CHECK (CASE kind::text
    WHEN 'RESULT_OFFER' THEN origin_result_id IS NOT NULL
    WHEN 'NEED' THEN num_nonnulls(origin_initiative_id, origin_result_id) = 0 ELSE true END);
CREATE INDEX call_result ON partnership_call (origin_result_id) WHERE origin_result_id IS NOT NULL;

-- Words of a text without tones, case and punctuation, with a space on either side of each.
CREATE FUNCTION plain_words(said text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, coalesce(said, ''))), '[^[:alnum:]]+', ' ', 'g')) || ' '
$$;

-- What was published stands, but for its last day, which may be put off; a verified body has it; a partnership that looks
-- for a house by it is led by that body; a result is offered by its host while everybody reads it.
CREATE OR REPLACE FUNCTION call_holds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'updated_at', 'ended_at', 'end_reason', 'ending_told_for', 'closes_on'];
  today date := (NEW.updated_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
  is_market boolean := NEW.kind::text IN ('RESULT_OFFER', 'NEED');
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state <> 'DRAFT' THEN
    IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
      RAISE EXCEPTION 'FROZEN partnership_call %', OLD.code USING ERRCODE = '23514';
    END IF;
    IF NEW.closes_on IS DISTINCT FROM OLD.closes_on AND (NEW.state <> 'OPEN' OR NEW.closes_on IS NULL
      OR NEW.closes_on <= greatest(OLD.closes_on, today) OR NEW.closes_on > today + 366) THEN
      RAISE EXCEPTION 'CALL_DATES %', OLD.code USING ERRCODE = '23514';
    END IF;
  ELSIF NEW.published_at IS NULL THEN RETURN NEW;
  ELSIF is_market AND NEW.closes_on > today + 366 THEN
    RAISE EXCEPTION 'CALL_DATES %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state <> 'DRAFT' AND NEW.closes_on IS NOT DISTINCT FROM OLD.closes_on THEN RETURN NEW; END IF;
  IF NEW.kind::text = 'RESULT_OFFER' AND NOT EXISTS (SELECT 1 FROM result r WHERE r.id = NEW.origin_result_id
    AND r.host_organisation_id = NEW.organisation_id AND r.state IN ('PUBLISHED', 'UNDER_REVIEW') FOR SHARE) THEN
    RAISE EXCEPTION 'RESULT_NOT_OFFERED %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'OWNER_NOT_VERIFIED' USING ERRCODE = '23514';
  END IF;
  IF NEW.partnership_id IS NOT NULL AND (missing_houses(NEW.partnership_id) IS NULL OR NOT EXISTS (
    SELECT 1 FROM partnership p JOIN partnership_member m ON m.partnership_id = p.id
    WHERE p.id = NEW.partnership_id AND p.state IN ('IDEA', 'CALL_OPEN', 'FORMING') AND m.role = 'LEAD'
      AND m.organisation_id = NEW.organisation_id)) THEN
    RAISE EXCEPTION 'PARTNERSHIP_NOT_SEEKING %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- Another verified body expresses interest while the call is open, and the result behind it is public.
CREATE OR REPLACE FUNCTION call_takes_interest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  day date := (NEW.sent_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
BEGIN
  IF NEW.state <> 'SENT' OR NOT EXISTS (
    SELECT 1 FROM partnership_call c WHERE c.id = NEW.call_id AND c.state = 'OPEN' AND c.opens_on <= day AND day < c.closes_on
      AND c.organisation_id <> NEW.organisation_id AND (c.kind::text <> 'RESULT_OFFER' OR EXISTS (
        SELECT 1 FROM result r WHERE r.id = c.origin_result_id AND r.state IN ('PUBLISHED', 'UNDER_REVIEW'))) FOR SHARE
  ) THEN
    RAISE EXCEPTION 'CALL_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'OWNER_NOT_VERIFIED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
