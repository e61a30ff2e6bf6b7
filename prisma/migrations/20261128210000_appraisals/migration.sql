-- CreateEnum
CREATE TYPE "AppraisalOutcome" AS ENUM ('APPROVED', 'RETURNED', 'REFUSED');

-- CreateTable
CREATE TABLE "appraisal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "AppraisalOutcome",
    "reason" TEXT,
    "items" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "decided_by_id" UUID,
    "post" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appraisal_organisation_id_idx" ON "appraisal"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_agreement_id_version_key" ON "appraisal"("agreement_id", "version");

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Appraisals (docs/domain.md, "Appraisal"): what of the State's is in an agreement is appraised before anybody signs it,
-- by a State body that is no party and a person of no party, whoever writes.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (outcome, reason, items, decided_by_id, post, decided_at) ON appraisal TO ba_nha_app;
ALTER TABLE appraisal
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation,
  ADD FOREIGN KEY (submitted_by_id) REFERENCES person,
  ADD FOREIGN KEY (decided_by_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE appraisal
  ADD CHECK (version >= 1),
  ADD CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  ADD CHECK ((outcome IS NULL) = (decided_by_id IS NULL)),
  ADD CHECK ((outcome IS NULL) = (post IS NULL)),
  ADD CHECK (outcome IS NULL OR length(btrim(coalesce(reason, ''))) > 0),
  ADD CHECK (outcome IS DISTINCT FROM 'RETURNED' OR cardinality(items) > 0),
  ADD CHECK (decided_at >= submitted_at);
CREATE UNIQUE INDEX appraisal_open ON appraisal (agreement_id) WHERE outcome IS NULL;
CREATE INDEX appraisal_waiting ON appraisal (organisation_id) WHERE outcome IS NULL;

-- State money, a public asset, or a State body with capital on any day.
CREATE FUNCTION appraisal_needed(agreement_to_read uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.has_state_money OR coalesce((a.text::jsonb -> 'terms' ->> 'publicAsset')::boolean, false) OR EXISTS (
    SELECT 1 FROM share_schedule s JOIN share_line l ON l.schedule_id = s.id
      JOIN partnership_member m ON m.id = l.member_id JOIN organisation o ON o.id = m.organisation_id
    WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND s.dimension = 'CAPITAL' AND l.ppm > 0 AND o.house = 'STATE'
  ) FROM agreement a WHERE a.id = $1
$$;

-- 3. Who appraises what -----------------------------------------------------------------------------------------------------
CREATE FUNCTION appraisal_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = NEW.agreement_id FOR SHARE;
  IF TG_OP = 'INSERT' THEN
    IF a.state <> 'AGREED_DRAFT' OR a.text_sha256 IS DISTINCT FROM NEW.text_sha256 OR a.version <> NEW.version THEN
      RAISE EXCEPTION 'APPRAISAL_TEXT' USING ERRCODE = '23514';
    END IF;
    IF NEW.outcome IS NOT NULL THEN
      RAISE EXCEPTION 'APPRAISAL_LATER' USING ERRCODE = '23514';
    END IF;
    IF EXISTS (SELECT 1 FROM partnership_member WHERE partnership_id = a.partnership_id AND organisation_id = NEW.organisation_id)
      OR NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND house = 'STATE') THEN
      RAISE EXCEPTION 'APPRAISAL_APART' USING ERRCODE = '23514';
    END IF;
    IF NOT EXISTS (
      SELECT 1 FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
      WHERE m.partnership_id = a.partnership_id AND m.role = 'LEAD'
        AND g.person_id = NEW.submitted_by_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
    ) THEN
      RAISE EXCEPTION 'APPRAISAL_LEAD' USING ERRCODE = '23514';
    END IF;
    NEW.submitted_at := least(greatest(NEW.submitted_at, a.agreed_at), now());
    RETURN NEW;
  END IF;
  IF OLD.outcome IS NOT NULL OR NEW.outcome IS NULL OR a.state <> 'UNDER_APPRAISAL' THEN
    RAISE EXCEPTION 'FROZEN appraisal' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM role_grant g
    WHERE g.person_id = NEW.decided_by_id AND g.organisation_id = NEW.organisation_id AND g.role = 'STEERING' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'APPRAISAL_AUTHORITY' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM partnership_member m WHERE m.partnership_id = a.partnership_id AND (
      m.organisation_id = NEW.organisation_id
      OR EXISTS (SELECT 1 FROM role_grant g
        WHERE g.organisation_id = m.organisation_id AND g.person_id = NEW.decided_by_id AND g.revoked_at IS NULL)
      OR EXISTS (SELECT 1 FROM affiliation f
        WHERE f.organisation_id = m.organisation_id AND f.person_id = NEW.decided_by_id AND (f.to_on IS NULL OR f.to_on > now()::date))
    )
  ) THEN
    RAISE EXCEPTION 'APPRAISAL_APART' USING ERRCODE = '23514';
  END IF;
  NEW.decided_at := least(greatest(NEW.decided_at, OLD.submitted_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_fits BEFORE INSERT OR UPDATE ON appraisal FOR EACH ROW EXECUTE FUNCTION appraisal_fits();

INSERT INTO state_transition (machine, from_state, to_state) VALUES ('agreement', 'APPROVED', 'NEGOTIATION');

-- 4. The agreement moves with its appraisal alone, and nobody signs before it --------------------------------------------
CREATE FUNCTION agreement_is_appraised() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state = 'UNDER_APPRAISAL' AND NOT EXISTS (
    SELECT 1 FROM appraisal WHERE agreement_id = NEW.id AND text_sha256 = NEW.text_sha256 AND outcome IS NULL
  ) THEN
    RAISE EXCEPTION 'APPRAISAL_MISSING' USING ERRCODE = '23514';
  END IF;
  IF (NEW.state IN ('APPROVED', 'RETURNED', 'REFUSED') OR (OLD.state = 'APPROVED' AND NEW.state = 'SIGNED')) AND NOT EXISTS (
    SELECT 1 FROM appraisal WHERE agreement_id = NEW.id AND text_sha256 = NEW.text_sha256
      AND outcome::text = CASE NEW.state WHEN 'SIGNED' THEN 'APPROVED' ELSE NEW.state::text END
  ) THEN
    RAISE EXCEPTION 'APPRAISAL_MISSING' USING ERRCODE = '23514';
  END IF;
  IF OLD.state = 'AGREED_DRAFT' AND NEW.state = 'SIGNED' AND appraisal_needed(NEW.id) THEN
    RAISE EXCEPTION 'APPRAISAL_NEEDED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_agreement_is_appraised BEFORE UPDATE OF state ON agreement
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION agreement_is_appraised();

CREATE FUNCTION signature_after_appraisal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT state FROM agreement WHERE id = NEW.agreement_id) = 'AGREED_DRAFT' AND appraisal_needed(NEW.agreement_id) THEN
    RAISE EXCEPTION 'APPRAISAL_NEEDED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_signature_after_appraisal BEFORE INSERT ON signature
  FOR EACH ROW EXECUTE FUNCTION signature_after_appraisal();

-- 5. All three houses are there before a negotiation begins, and before it closes -----------------------------------------
CREATE FUNCTION houses_joined(partnership_to_read uuid) RETURNS bigint LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(DISTINCT o.house) FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.partnership_id = $1 AND m.joined_at IS NOT NULL AND o.house <> 'OTHER'
$$;

CREATE FUNCTION three_houses_negotiate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF houses_joined(CASE TG_TABLE_NAME WHEN 'partnership' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'partnership_id')::uuid END) < 3 THEN
    RAISE EXCEPTION 'HOUSE_MISSING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_three_houses_negotiate BEFORE UPDATE OF state ON partnership
  FOR EACH ROW WHEN (OLD.state = 'FORMING' AND NEW.state = 'NEGOTIATION') EXECUTE FUNCTION three_houses_negotiate();
CREATE TRIGGER zz_three_houses_agree BEFORE UPDATE OF state ON agreement
  FOR EACH ROW WHEN (OLD.state = 'NEGOTIATION' AND NEW.state = 'AGREED_DRAFT') EXECUTE FUNCTION three_houses_negotiate();
