-- CreateTable
CREATE TABLE "failure_report" (
    "partnership_id" UUID NOT NULL,
    "report" TEXT NOT NULL,
    "lessons" TEXT NOT NULL,
    "evidence_sha256" TEXT,
    "member_id" UUID,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "failure_report_pkey" PRIMARY KEY ("partnership_id")
);

-- AddForeignKey
ALTER TABLE "failure_report" ADD CONSTRAINT "failure_report_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ACTIVE -> FAILED (docs/domain.md, "Failing"): not before its losses are allocated, with a final report that anybody reads.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON failure_report TO ba_nha_app;
ALTER TABLE failure_report
  ADD FOREIGN KEY (member_id) REFERENCES partnership_member,
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation,
  ADD FOREIGN KEY (person_id) REFERENCES person,
  ADD CHECK (length(btrim(report)) > 0 AND length(btrim(lessons)) > 0 AND length(btrim(post)) > 0),
  ADD CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$');

-- 2. What every State authority is asked: it steers in a State body that is no member, and has no part in any member ------
CREATE FUNCTION require_authority(person_to_read uuid, body uuid, partnership_to_read uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
    WHERE g.person_id = person_to_read AND g.organisation_id = body AND g.role = 'STEERING' AND g.revoked_at IS NULL
      AND o.house = 'STATE'
  ) THEN
    RAISE EXCEPTION 'NOT_AN_AUTHORITY' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM partnership_member m WHERE m.partnership_id = partnership_to_read AND (
      m.organisation_id = body
      OR EXISTS (SELECT 1 FROM role_grant g
        WHERE g.organisation_id = m.organisation_id AND g.person_id = person_to_read AND g.revoked_at IS NULL)
      OR EXISTS (SELECT 1 FROM affiliation f
        WHERE f.organisation_id = m.organisation_id AND f.person_id = person_to_read
          AND (f.to_on IS NULL OR f.to_on > now()::date))
    )
  ) THEN
    RAISE EXCEPTION 'AUTHORITY_IS_A_PARTY' USING ERRCODE = '23514';
  END IF;
END $$;

-- 3. What is missing -----------------------------------------------------------------------------------------------------
-- The products whose loss is not allocated yet: an agreement in force into which money was paid without any locked run, or
-- whose newest locked run carries a loss that nobody has borne; all of them where no loss run was locked at all.
CREATE FUNCTION losses_missing(partnership_to_read uuid) RETURNS SETOF text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.product_code FROM agreement a
  LEFT JOIN LATERAL (
    SELECT r.loss_carried_vnd AS carried FROM distribution_run r
    WHERE r.agreement_id = a.id AND r.state = 'LOCKED' ORDER BY r.number DESC LIMIT 1
  ) AS newest ON true
  WHERE a.partnership_id = $1 AND a.state IN ('ACTIVE', 'AMENDING') AND (
    newest.carried > 0
    OR newest.carried IS NULL AND (
      EXISTS (SELECT 1 FROM capital_event e WHERE e.agreement_id = a.id AND e.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM funding_line f JOIN funding_transaction x ON x.line_id = f.id WHERE f.agreement_id = a.id)
    )
    OR NOT EXISTS (
      SELECT 1 FROM distribution_run r JOIN agreement b ON b.id = r.agreement_id
      WHERE b.partnership_id = $1 AND r.state = 'LOCKED' AND r.kind = 'LOSS'
    )
  ) ORDER BY a.product_code
$$;

CREATE FUNCTION runs_waiting(partnership_to_read uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM distribution_run r JOIN agreement a ON a.id = r.agreement_id
    WHERE a.partnership_id = $1 AND r.state = 'PROPOSED')
$$;

-- 4. The report and the state come together --------------------------------------------------------------------------------
CREATE FUNCTION failure_report_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM partnership WHERE id = NEW.partnership_id AND state = 'ACTIVE' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'NOT_ACTIVE' USING ERRCODE = '23514';
  END IF;
  IF NEW.member_id IS NULL THEN
    PERFORM require_authority(NEW.person_id, NEW.organisation_id, NEW.partnership_id);
  ELSE
    PERFORM require_party(NEW.member_id, NEW.partnership_id);
    PERFORM require_speaker(NEW.person_id, NEW.partnership_id, NEW.organisation_id, true);
    IF NOT EXISTS (SELECT 1 FROM partnership_member WHERE id = NEW.member_id AND organisation_id = NEW.organisation_id) THEN
      RAISE EXCEPTION 'MEMBER_OF_ANOTHER' USING ERRCODE = '23514';
    END IF;
  END IF;
  NEW.declared_at := least(NEW.declared_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER failure_report_fits BEFORE INSERT ON failure_report FOR EACH ROW EXECUTE FUNCTION failure_report_fits();

CREATE FUNCTION check_failure_declared() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM partnership WHERE id = NEW.partnership_id AND state IN ('FAILED', 'CLOSED')) THEN
    RAISE EXCEPTION 'NOT_FAILED' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_failure_declared AFTER INSERT ON failure_report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_failure_declared();

CREATE FUNCTION partnership_has_failed() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM failure_report WHERE partnership_id = NEW.id) THEN
    RAISE EXCEPTION 'REPORT_MISSING' USING ERRCODE = '23514';
  END IF;
  IF runs_waiting(NEW.id) THEN
    RAISE EXCEPTION 'RUN_OPEN' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM losses_missing(NEW.id)) THEN
    RAISE EXCEPTION 'LOSSES_MISSING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER partnership_has_failed BEFORE UPDATE OF state ON partnership FOR EACH ROW
  WHEN (NEW.state = 'FAILED' AND OLD.state IS DISTINCT FROM 'FAILED') EXECUTE FUNCTION partnership_has_failed();
