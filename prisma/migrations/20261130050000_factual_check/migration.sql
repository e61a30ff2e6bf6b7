-- CreateTable
CREATE TABLE "factual_check" (
    "finding_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "factual_check_pkey" PRIMARY KEY ("finding_id","organisation_id")
);

-- CreateTable
CREATE TABLE "factual_comment" (
    "finding_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'vi',
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "factual_comment_pkey" PRIMARY KEY ("finding_id","organisation_id")
);

-- CreateTable
CREATE TABLE "factual_answer" (
    "finding_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "former" JSONB,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "factual_answer_pkey" PRIMARY KEY ("finding_id","organisation_id")
);

-- CreateIndex
CREATE INDEX "factual_check_organisation_id_idx" ON "factual_check"("organisation_id");

-- AddForeignKey
ALTER TABLE "factual_check" ADD CONSTRAINT "factual_check_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factual_comment" ADD CONSTRAINT "factual_comment_finding_id_organisation_id_fkey" FOREIGN KEY ("finding_id", "organisation_id") REFERENCES "factual_check"("finding_id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factual_answer" ADD CONSTRAINT "factual_answer_finding_id_organisation_id_fkey" FOREIGN KEY ("finding_id", "organisation_id") REFERENCES "factual_comment"("finding_id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The factual check (docs/domain.md, "Factual check"): each body comments once, in time, on the findings about it; the Front answers; a
-- text changes by an accepted comment alone, and the former one stays.

-- 1. Rights and plain facts: nothing of the round is changed or taken back -------------------------------------------------
GRANT SELECT, INSERT ON factual_check, factual_comment, factual_answer TO ba_nha_app;
GRANT UPDATE (title, criteria, condition, cause, effect, language, author_id) ON finding TO ba_nha_app;
ALTER TABLE factual_check ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE factual_comment ADD FOREIGN KEY (person_id) REFERENCES person, ADD CHECK (length(btrim(post)) > 0),
  ADD CHECK (correct OR length(btrim(text)) >= 20), ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE factual_answer ADD FOREIGN KEY (by_id) REFERENCES person, ADD CHECK (length(btrim(reason)) >= 20),
  ADD CHECK (accepted = (former IS NOT NULL)), ADD CHECK (language IN ('vi', 'en', 'fr'));

-- Whom a finding is about: the bodies of its subject, or, where it is about the whole campaign, those it recommends something to.
CREATE FUNCTION bodies_of_finding(finding uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT unnest(u.body_ids) FROM finding f JOIN sample_unit u ON u.id = f.unit_id WHERE f.id = $1
  UNION SELECT r.addressee_id FROM finding f JOIN recommendation r ON r.finding_id = f.id WHERE f.id = $1 AND f.unit_id IS NULL
$$;

CREATE FUNCTION finding_text(f finding) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object('title', f.title, 'criteria', f.criteria, 'condition', f.condition, 'cause', f.cause,
    'effect', f.effect, 'language', f.language)
$$;

-- 2. The round opens with its state: every finding is seconded, and every body has its clock ---------------------------------
CREATE FUNCTION factual_check_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM finding f JOIN monitoring_campaign c ON c.id = f.campaign_id
      JOIN obligation o ON o.subject_id = c.id AND o.kind = 'FACTUAL_CHECK' AND o.debtor_organisation_id = NEW.organisation_id
    WHERE f.id = NEW.finding_id AND c.state = 'FACTUAL_CHECK' AND o.original_due_on = NEW.due_on
      AND NEW.organisation_id IN (SELECT bodies_of_finding(f.id))) THEN
    RAISE EXCEPTION 'NO_FACTUAL_CHECK' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER factual_check_fits BEFORE INSERT ON factual_check FOR EACH ROW EXECUTE FUNCTION factual_check_fits();

CREATE FUNCTION factual_check_is_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM finding f CROSS JOIN LATERAL bodies_of_finding(f.id) b
    WHERE f.campaign_id = NEW.id
      AND NOT EXISTS (SELECT FROM factual_check k WHERE k.finding_id = f.id AND k.organisation_id = b)) THEN
    RAISE EXCEPTION 'BODY_NOT_ASKED %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER factual_check_is_whole AFTER UPDATE OF state ON monitoring_campaign DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state = 'FACTUAL_CHECK' AND NEW.state <> OLD.state) EXECUTE FUNCTION factual_check_is_whole();

-- 3. It ends by itself: once all have commented or the clock has run out, and every objection is answered --------------------
CREATE FUNCTION factual_check_is_over() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM finding f WHERE f.campaign_id = NEW.campaign_id AND f.state = 'DRAFT') THEN
    RAISE EXCEPTION 'NOT_READY % FINDING_NOT_SECONDED', NEW.to_state USING ERRCODE = '23514';
  END IF;
  IF NEW.to_state = 'PUBLIC_COMMENT' AND EXISTS (
    SELECT FROM finding f JOIN factual_check k ON k.finding_id = f.id
      LEFT JOIN factual_comment m USING (finding_id, organisation_id) LEFT JOIN factual_answer a USING (finding_id, organisation_id)
    WHERE f.campaign_id = NEW.campaign_id
      AND ((m.at IS NULL AND k.due_on >= day_in_vietnam(NEW.at)) OR (NOT m.correct AND a.at IS NULL))) THEN
    RAISE EXCEPTION 'NOT_READY PUBLIC_COMMENT' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER factual_check_is_over BEFORE INSERT ON campaign_step FOR EACH ROW
  WHEN (NEW.to_state IN ('FACTUAL_CHECK', 'PUBLIC_COMMENT')) EXECUTE FUNCTION factual_check_is_over();

CREATE FUNCTION factual_clock_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM obligation o WHERE o.id = NEW.obligation_id AND o.kind = 'FACTUAL_CHECK') THEN
    RAISE EXCEPTION 'FACTUAL_CHECK_NOT_DELAYED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER factual_clock_stands BEFORE INSERT ON obligation_extension FOR EACH ROW EXECUTE FUNCTION factual_clock_stands();
CREATE TRIGGER factual_clock_stands BEFORE INSERT ON obligation_pause FOR EACH ROW EXECUTE FUNCTION factual_clock_stands();

-- 4. A body comments, in time and once; the team answers an objection -------------------------------------------------------
CREATE FUNCTION factual_comment_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM role_grant g WHERE g.person_id = NEW.person_id AND g.organisation_id = NEW.organisation_id
    AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_THE_MONITORED_BODY' USING ERRCODE = '23514';
  END IF;
  PERFORM FROM factual_check k JOIN finding f ON f.id = k.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id
    WHERE k.finding_id = NEW.finding_id AND k.organisation_id = NEW.organisation_id AND c.state = 'FACTUAL_CHECK'
      AND k.due_on >= day_in_vietnam(NEW.at) FOR SHARE OF c;
  IF NOT FOUND THEN RAISE EXCEPTION 'FACTUAL_CHECK_OVER' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER factual_comment_fits BEFORE INSERT ON factual_comment FOR EACH ROW EXECUTE FUNCTION factual_comment_fits();

CREATE FUNCTION factual_answer_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  f finding%ROWTYPE;
BEGIN
  SELECT * INTO f FROM finding WHERE id = NEW.finding_id;
  PERFORM team_acts(NEW.by_id, f.campaign_id, ARRAY['FACTUAL_CHECK']);
  IF EXISTS (SELECT FROM factual_comment m WHERE m.finding_id = NEW.finding_id AND m.organisation_id = NEW.organisation_id AND m.correct)
    OR NEW.former IS DISTINCT FROM (CASE WHEN NEW.accepted THEN finding_text(f) END) THEN
    RAISE EXCEPTION 'FACTUAL_ANSWER' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER factual_answer_fits BEFORE INSERT ON factual_answer FOR EACH ROW EXECUTE FUNCTION factual_answer_fits();

-- 5. A finding's text changes once for each accepted objection, by who answered it, and is read by a second one again --------
CREATE FUNCTION finding_text_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'DRAFT' OR finding_text(NEW) = finding_text(OLD) OR NOT EXISTS (
    SELECT FROM factual_answer a WHERE a.finding_id = NEW.id AND a.accepted AND a.by_id = NEW.author_id
      AND a.former = finding_text(OLD)
      AND a.at = (SELECT max(b.at) FROM factual_answer b WHERE b.finding_id = NEW.id AND b.accepted)) THEN
    RAISE EXCEPTION 'FROZEN finding %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_text_changes BEFORE UPDATE ON finding FOR EACH ROW
  WHEN ((NEW.state = 'DRAFT' AND OLD.state <> 'DRAFT') OR (NEW.title, NEW.criteria, NEW.condition, NEW.cause, NEW.effect, NEW.language, NEW.author_id)
    IS DISTINCT FROM (OLD.title, OLD.criteria, OLD.condition, OLD.cause, OLD.effect, OLD.language, OLD.author_id))
  EXECUTE FUNCTION finding_text_changes();

CREATE FUNCTION accepted_is_corrected() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM finding f WHERE f.id = NEW.finding_id AND finding_text(f) = NEW.former) THEN
    RAISE EXCEPTION 'NOT_CORRECTED' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER accepted_is_corrected AFTER INSERT ON factual_answer DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.accepted) EXECUTE FUNCTION accepted_is_corrected();

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('finding', 'SECOND_READ', 'DRAFT'), ('finding', 'CONFIRMED', 'DRAFT');
