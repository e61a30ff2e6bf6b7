-- DropIndex
DROP INDEX "readiness_observation_result_id_on_date_idx";

-- AlterTable
ALTER TABLE "result_step" ADD COLUMN     "missing" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "result_created_by_id_idx" ON "result"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_observation_result_id_on_date_key" ON "readiness_observation"("result_id", "on_date");


-- Lists of the reference data: what is not one of them is a slip.
ALTER TABLE ip_right ADD CHECK (kind IN ('PATENT', 'UTILITY_SOLUTION', 'INDUSTRIAL_DESIGN', 'LAYOUT_DESIGN', 'PLANT_VARIETY',
  'COPYRIGHT_SOFTWARE', 'TRADEMARK', 'TRADE_SECRET', 'KNOW_HOW', 'DATABASE'));
ALTER TABLE ip_right ADD CHECK (status IN ('NOT_FILED', 'FILED', 'PUBLISHED', 'UNDER_EXAMINATION', 'GRANTED', 'REFUSED', 'LAPSED',
  'EXPIRED', 'WITHDRAWN', 'INVALIDATED'));
ALTER TABLE ip_right ADD CHECK (granted_on IS NULL OR filed_on IS NULL OR granted_on >= filed_on);
ALTER TABLE result_funding ADD CHECK (source IN ('STATE_BUDGET_CENTRAL', 'STATE_BUDGET_LOCAL', 'SCHOOL_FUND', 'ENTERPRISE', 'LOAN',
  'VENTURE_FUND', 'ODA', 'OTHER'));
ALTER TABLE result_author ADD CHECK (length(btrim(name)) > 0);
ALTER TABLE exploitation_act ADD CHECK (length(btrim(evidence)) > 0);
ALTER TABLE exploitation_act ADD CHECK ((verified_at IS NULL) = (verified_by_id IS NULL));
ALTER TABLE result ADD CHECK (published_at IS NULL OR verified_by_id IS NOT NULL);
ALTER TABLE result ADD CHECK (state NOT IN ('PUBLISHED', 'UNDER_REVIEW') OR published_at IS NOT NULL);
CREATE INDEX result_published ON result (published_at DESC, id DESC) WHERE state IN ('PUBLISHED', 'UNDER_REVIEW');
CREATE INDEX result_products ON result USING gin (product_codes);

-- Separation of duties: whoever verifies is a result officer of a body that is not the host, did not record the result,
-- and belongs to the host in no way.
CREATE FUNCTION is_independent_officer(officer uuid, result_to_verify uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  r result%ROWTYPE;
BEGIN
  SELECT * INTO r FROM result WHERE id = result_to_verify;
  RETURN r.created_by_id <> officer
    AND EXISTS (
      SELECT 1 FROM role_grant WHERE person_id = officer AND role = 'RESULT_OFFICER' AND revoked_at IS NULL
        AND organisation_id IS NOT NULL AND organisation_id <> r.host_organisation_id)
    AND NOT EXISTS (
      SELECT 1 FROM role_grant WHERE person_id = officer AND revoked_at IS NULL AND organisation_id = r.host_organisation_id)
    AND NOT EXISTS (
      SELECT 1 FROM affiliation WHERE person_id = officer AND organisation_id = r.host_organisation_id
        AND (to_on IS NULL OR to_on > CURRENT_DATE));
END $$;

CREATE FUNCTION guard_result() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  verification text[] := ARRAY['verified_at', 'verified_by_id', 'verifier_organisation_id', 'verification_note'];
  name text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' OR NEW.verified_by_id IS NOT NULL OR NEW.published_at IS NOT NULL THEN
      RAISE EXCEPTION 'NO_TRANSITION result -> %', NEW.state USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'VERIFIED' AND OLD.state <> 'VERIFIED' THEN
    IF NEW.verified_at IS NULL OR NEW.verifier_organisation_id IS NULL OR length(btrim(coalesce(NEW.verification_note, ''))) < 20 THEN
      RAISE EXCEPTION 'NO_VERIFICATION_NOTE %', NEW.code USING ERRCODE = '23514';
    END IF;
    IF NEW.verified_by_id IS NULL OR NOT is_independent_officer(NEW.verified_by_id, NEW.id) OR NOT EXISTS (
      SELECT 1 FROM role_grant WHERE person_id = NEW.verified_by_id AND role = 'RESULT_OFFICER' AND revoked_at IS NULL
        AND organisation_id = NEW.verifier_organisation_id
    ) THEN
      RAISE EXCEPTION 'NOT_INDEPENDENT verifier' USING ERRCODE = '23514';
    END IF;
  ELSE
    FOREACH name IN ARRAY verification LOOP
      IF to_jsonb(NEW) -> name IS DISTINCT FROM to_jsonb(OLD) -> name THEN
        RAISE EXCEPTION 'FROZEN result.%', name USING ERRCODE = '23514';
      END IF;
    END LOOP;
  END IF;
  IF OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at THEN
    RAISE EXCEPTION 'ONCE result.published_at' USING ERRCODE = '23514';
  END IF;
  IF NEW.state = 'PUBLISHED' AND OLD.state <> 'PUBLISHED'
    AND NEW.embargo_until > (NEW.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date THEN
    RAISE EXCEPTION 'EMBARGO %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF NEW.state = 'WITHDRAWN' AND OLD.state IN ('PUBLISHED', 'UNDER_REVIEW') AND coalesce(btrim(NEW.withdrawal_reason), '') = '' THEN
    RAISE EXCEPTION 'NO_WRITTEN_REASON %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result BEFORE INSERT OR UPDATE ON result FOR EACH ROW EXECUTE FUNCTION guard_result();

CREATE FUNCTION guard_exploitation_act() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.verified_at IS NOT NULL THEN RAISE EXCEPTION 'NOT_VERIFIED_YET' USING ERRCODE = '23514'; END IF;
  ELSIF NEW.verified_at IS DISTINCT FROM OLD.verified_at AND (
    NOT is_independent_officer(NEW.verified_by_id, NEW.result_id)
    OR NOT EXISTS (SELECT 1 FROM result WHERE id = NEW.result_id AND state = 'SUBMITTED')
  ) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT verifier of an act' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_exploitation_act BEFORE INSERT OR UPDATE ON exploitation_act FOR EACH ROW EXECUTE FUNCTION guard_exploitation_act();
