-- The invariants that stand in the database, whoever writes: docs/domain.md names each rule.
-- The app's role may do what is granted here and nothing else; history tables are insert-only for it.

-- 1. What the app's role may do ---------------------------------------------------------------------------------------
GRANT USAGE ON SCHEMA public TO ba_nha_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ba_nha_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ba_nha_app;

GRANT INSERT, UPDATE ON person, organisation, affiliation, invitation, role_grant TO ba_nha_app;
GRANT INSERT, UPDATE, DELETE ON session, email_token TO ba_nha_app;
GRANT INSERT, UPDATE ON obligation, obligation_pause TO ba_nha_app;
GRANT INSERT ON record_entry TO ba_nha_app;
GRANT INSERT, UPDATE, DELETE ON outbox, rate_limit, search_document TO ba_nha_app;
GRANT INSERT, UPDATE ON code_sequence TO ba_nha_app;
GRANT INSERT ON stored_file TO ba_nha_app;
GRANT INSERT, UPDATE ON initiative, attachment, evaluation, evaluation_seat TO ba_nha_app;
GRANT INSERT ON initiative_version, initiative_step, missing_item, score, decision TO ba_nha_app;
GRANT INSERT, UPDATE ON partnership, agreement TO ba_nha_app;
GRANT INSERT, UPDATE, DELETE ON partnership_member, share_schedule TO ba_nha_app;
GRANT INSERT, DELETE ON share_line TO ba_nha_app;
GRANT INSERT ON signature TO ba_nha_app;
GRANT INSERT, UPDATE ON result TO ba_nha_app;
GRANT INSERT, UPDATE, DELETE ON result_author, ip_right, exploitation_act, result_funding TO ba_nha_app;
GRANT INSERT, DELETE ON readiness_observation TO ba_nha_app;
GRANT INSERT ON result_step TO ba_nha_app;

-- 2. Plain facts -------------------------------------------------------------------------------------------------------
ALTER TABLE person ADD CHECK (email = lower(btrim(email)) AND position('@' in email) > 1 AND length(email) <= 254);
ALTER TABLE organisation ADD CHECK (length(btrim(name_vi)) > 0);
ALTER TABLE record_entry ADD CHECK (sha256 = encode(sha256(convert_to(payload, 'UTF8')), 'hex'));
ALTER TABLE initiative_version ADD CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
ALTER TABLE agreement ADD CHECK ((text IS NULL) = (text_sha256 IS NULL));
ALTER TABLE agreement ADD CHECK (text IS NULL OR text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE agreement ADD CHECK (state = 'NEGOTIATION' OR text IS NOT NULL);
ALTER TABLE agreement ADD CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE agreement ADD CHECK (NOT (profit_confidential AND has_state_money));
ALTER TABLE agreement ADD CHECK ((signed_at IS NOT NULL) = (state IN ('SIGNED', 'ACTIVE', 'AMENDING')));
ALTER TABLE partnership ADD CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE partnership ADD CHECK (total_value_vnd IS NULL OR total_value_vnd BETWEEN 0 AND 10000000000000000);
ALTER TABLE partnership ADD CHECK (trl_start IS NULL OR trl_start BETWEEN 1 AND 9);
ALTER TABLE partnership ADD CHECK (trl_target IS NULL OR trl_target BETWEEN 1 AND 9);
ALTER TABLE partnership_member ADD CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE share_schedule ADD CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE share_line ADD CHECK (ppm BETWEEN 0 AND 1000000);
ALTER TABLE initiative ADD CHECK (maturity_trl IS NULL OR maturity_trl BETWEEN 1 AND 9);
ALTER TABLE initiative ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE initiative ADD CHECK (requested_funding_vnd IS NULL OR requested_funding_vnd BETWEEN 0 AND 10000000000000000);
ALTER TABLE initiative ADD CHECK (duration_months IS NULL OR duration_months BETWEEN 1 AND 240);
ALTER TABLE initiative ADD CHECK ((applicant_type = 'ORG') = (organisation_id IS NOT NULL) OR state = 'DRAFT');
ALTER TABLE score ADD CHECK (value BETWEEN 0 AND 100);
ALTER TABLE decision ADD CHECK (length(btrim(reason)) >= 20);
ALTER TABLE decision ADD CHECK (kind IN ('ACCEPTED', 'REJECTED', 'RETURNED'));
ALTER TABLE result ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE result ADD CHECK (verifier_organisation_id IS NULL OR verifier_organisation_id <> host_organisation_id);
ALTER TABLE result ADD CHECK (verified_by_id IS NULL OR verified_by_id <> created_by_id);
ALTER TABLE result ADD CHECK (state NOT IN ('VERIFIED', 'PUBLISHED', 'UNDER_REVIEW') OR verified_by_id IS NOT NULL);
ALTER TABLE result ADD CHECK ((embargo_until IS NULL) = (embargo_reason IS NULL));
ALTER TABLE readiness_observation ADD CHECK (level BETWEEN 1 AND 9);
ALTER TABLE readiness_observation ADD CHECK (length(btrim(evidence)) > 0);
ALTER TABLE exploitation_act ADD CHECK (revenue_vnd IS NULL OR revenue_vnd BETWEEN 0 AND 10000000000000000);
ALTER TABLE result_funding ADD CHECK (amount_vnd BETWEEN 0 AND 10000000000000000);
ALTER TABLE result_author ADD CHECK (contribution_ppm BETWEEN 0 AND 1000000);
ALTER TABLE stored_file ADD CHECK (sha256 ~ '^[0-9a-f]{64}$' AND size_bytes BETWEEN 1 AND 26214400);
CREATE UNIQUE INDEX role_grant_once ON role_grant (person_id, role, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))
  WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX affiliation_once ON affiliation (person_id, organisation_id) WHERE to_on IS NULL;
CREATE INDEX outbox_waiting ON outbox (next_at, id) WHERE done_at IS NULL;
ALTER TABLE catalogue_version ADD EXCLUDE USING gist (daterange(valid_from, valid_to) WITH &&);
ALTER TABLE legal_parameter ADD EXCLUDE USING gist (key WITH =, daterange(valid_from, valid_to) WITH &&);

-- 3. Columns that never change ------------------------------------------------------------------------------------------
-- keep(columns…): refuses an UPDATE that changes one of the named columns.
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY TG_ARGV LOOP
    IF to_jsonb(NEW) -> name IS DISTINCT FROM to_jsonb(OLD) -> name THEN
      RAISE EXCEPTION 'IMMUTABLE %.%', TG_TABLE_NAME, name USING ERRCODE = '23514';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

-- once(columns…): a named column may be filled once and never changed again.
CREATE FUNCTION once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY TG_ARGV LOOP
    IF jsonb_typeof(to_jsonb(OLD) -> name) <> 'null' AND to_jsonb(NEW) -> name IS DISTINCT FROM to_jsonb(OLD) -> name THEN
      RAISE EXCEPTION 'ONCE %.%', TG_TABLE_NAME, name USING ERRCODE = '23514';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_obligation BEFORE UPDATE ON obligation FOR EACH ROW
  EXECUTE FUNCTION keep('subject_type', 'subject_id', 'subject_code', 'kind', 'basis', 'opened_at', 'original_due_on', 'debtor_organisation_id', 'debtor_person_id');
CREATE TRIGGER once_obligation BEFORE UPDATE ON obligation FOR EACH ROW EXECUTE FUNCTION once('done_at', 'voided_at');
CREATE TRIGGER keep_pause BEFORE UPDATE ON obligation_pause FOR EACH ROW EXECUTE FUNCTION keep('obligation_id', 'from_at', 'reason');
CREATE TRIGGER once_pause BEFORE UPDATE ON obligation_pause FOR EACH ROW EXECUTE FUNCTION once('to_at');
CREATE TRIGGER keep_grant BEFORE UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION keep('person_id', 'role', 'organisation_id', 'granted_by_id', 'granted_at');
CREATE TRIGGER once_grant BEFORE UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION once('revoked_at');
CREATE TRIGGER keep_initiative BEFORE UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION keep('code', 'proposer_id', 'created_at');
CREATE TRIGGER once_initiative BEFORE UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION once('decided_at', 'screened_by_id');
CREATE TRIGGER keep_attachment BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION keep('initiative_id', 'sha256', 'name', 'added_at');
CREATE TRIGGER once_attachment BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION once('removed_at');
CREATE TRIGGER once_evaluation BEFORE UPDATE ON evaluation FOR EACH ROW EXECUTE FUNCTION once('closed_at');
CREATE TRIGGER keep_evaluation BEFORE UPDATE ON evaluation FOR EACH ROW EXECUTE FUNCTION keep('initiative_id', 'round', 'chair_id', 'opened_at');
CREATE TRIGGER keep_seat BEFORE UPDATE ON evaluation_seat FOR EACH ROW EXECUTE FUNCTION keep('evaluation_id', 'person_id');
CREATE TRIGGER once_seat BEFORE UPDATE ON evaluation_seat FOR EACH ROW EXECUTE FUNCTION once('conflict_declared_at', 'recused_at', 'scored_at');
CREATE TRIGGER keep_partnership BEFORE UPDATE ON partnership FOR EACH ROW EXECUTE FUNCTION keep('code', 'created_by_id', 'created_at');
CREATE TRIGGER once_partnership BEFORE UPDATE ON partnership FOR EACH ROW EXECUTE FUNCTION once('published_at');
CREATE TRIGGER keep_member BEFORE UPDATE ON partnership_member FOR EACH ROW EXECUTE FUNCTION keep('partnership_id', 'organisation_id', 'position');
CREATE TRIGGER keep_result BEFORE UPDATE ON result FOR EACH ROW EXECUTE FUNCTION keep('code', 'host_organisation_id', 'created_by_id', 'created_at', 'catalogue_version');

CREATE FUNCTION keep_house() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.verified_at IS NOT NULL AND (NEW.house, NEW.scheme, NEW.identifier) IS DISTINCT FROM (OLD.house, OLD.scheme, OLD.identifier) THEN
    RAISE EXCEPTION 'IMMUTABLE organisation.house' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_house BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION keep_house();

-- 4. States move only along their tables --------------------------------------------------------------------------------
CREATE TABLE state_transition (
  machine text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
);
GRANT SELECT ON state_transition TO ba_nha_app;
INSERT INTO state_transition VALUES
  ('initiative', 'DRAFT', 'SUBMITTED'), ('initiative', 'DRAFT', 'WITHDRAWN'),
  ('initiative', 'SUBMITTED', 'NEEDS_COMPLETION'), ('initiative', 'SUBMITTED', 'REJECTED_FORM'),
  ('initiative', 'SUBMITTED', 'SCREENED'), ('initiative', 'SUBMITTED', 'WITHDRAWN'),
  ('initiative', 'NEEDS_COMPLETION', 'SUBMITTED'), ('initiative', 'NEEDS_COMPLETION', 'LAPSED'),
  ('initiative', 'NEEDS_COMPLETION', 'WITHDRAWN'),
  ('initiative', 'SCREENED', 'UNDER_EVALUATION'), ('initiative', 'SCREENED', 'WITHDRAWN'),
  ('initiative', 'UNDER_EVALUATION', 'EVALUATED'), ('initiative', 'UNDER_EVALUATION', 'WITHDRAWN'),
  ('initiative', 'EVALUATED', 'SUBMITTED_TO_STEERING'), ('initiative', 'EVALUATED', 'ACCEPTED'),
  ('initiative', 'EVALUATED', 'REJECTED'), ('initiative', 'EVALUATED', 'RETURNED'), ('initiative', 'EVALUATED', 'WITHDRAWN'),
  ('initiative', 'SUBMITTED_TO_STEERING', 'ACCEPTED'), ('initiative', 'SUBMITTED_TO_STEERING', 'REJECTED'),
  ('initiative', 'SUBMITTED_TO_STEERING', 'RETURNED'), ('initiative', 'SUBMITTED_TO_STEERING', 'WITHDRAWN'),
  ('initiative', 'RETURNED', 'UNDER_EVALUATION'), ('initiative', 'RETURNED', 'WITHDRAWN'),
  ('initiative', 'ACCEPTED', 'ASSIGNED'), ('initiative', 'ASSIGNED', 'IN_IMPLEMENTATION'),
  ('initiative', 'IN_IMPLEMENTATION', 'CLOSED_APPLIED'), ('initiative', 'IN_IMPLEMENTATION', 'CLOSED_NOT_APPLIED'),
  ('initiative', 'IN_IMPLEMENTATION', 'CLOSED_STOPPED'),
  ('initiative', 'REJECTED', 'APPEALED'), ('initiative', 'REJECTED_FORM', 'APPEALED'),
  ('initiative', 'APPEALED', 'REJECTION_UPHELD'), ('initiative', 'APPEALED', 'UNDER_EVALUATION'),
  ('partnership', 'IDEA', 'CALL_OPEN'), ('partnership', 'CALL_OPEN', 'FORMING'), ('partnership', 'FORMING', 'NEGOTIATION'),
  ('partnership', 'NEGOTIATION', 'SIGNED'), ('partnership', 'SIGNED', 'ACTIVE'), ('partnership', 'ACTIVE', 'SUSPENDED'),
  ('partnership', 'SUSPENDED', 'ACTIVE'), ('partnership', 'ACTIVE', 'COMPLETED'), ('partnership', 'ACTIVE', 'FAILED'),
  ('partnership', 'ACTIVE', 'TERMINATED'), ('partnership', 'SUSPENDED', 'TERMINATED'),
  ('partnership', 'COMPLETED', 'CLOSED'), ('partnership', 'FAILED', 'CLOSED'), ('partnership', 'TERMINATED', 'CLOSED'),
  ('agreement', 'NEGOTIATION', 'AGREED_DRAFT'), ('agreement', 'AGREED_DRAFT', 'NEGOTIATION'),
  ('agreement', 'AGREED_DRAFT', 'UNDER_APPRAISAL'), ('agreement', 'UNDER_APPRAISAL', 'APPROVED'),
  ('agreement', 'UNDER_APPRAISAL', 'RETURNED'), ('agreement', 'UNDER_APPRAISAL', 'REFUSED'),
  ('agreement', 'RETURNED', 'NEGOTIATION'), ('agreement', 'APPROVED', 'SIGNED'), ('agreement', 'AGREED_DRAFT', 'SIGNED'),
  ('agreement', 'SIGNED', 'ACTIVE'), ('agreement', 'ACTIVE', 'AMENDING'), ('agreement', 'AMENDING', 'ACTIVE'),
  ('result', 'DRAFT', 'SUBMITTED'), ('result', 'DRAFT', 'WITHDRAWN'), ('result', 'SUBMITTED', 'VERIFIED'),
  ('result', 'SUBMITTED', 'RETURNED'), ('result', 'SUBMITTED', 'WITHDRAWN'),
  ('result', 'RETURNED', 'SUBMITTED'), ('result', 'RETURNED', 'WITHDRAWN'),
  ('result', 'VERIFIED', 'PUBLISHED'), ('result', 'VERIFIED', 'WITHDRAWN'), ('result', 'PUBLISHED', 'UNDER_REVIEW'),
  ('result', 'UNDER_REVIEW', 'PUBLISHED'), ('result', 'UNDER_REVIEW', 'WITHDRAWN'), ('result', 'PUBLISHED', 'WITHDRAWN');

CREATE FUNCTION move_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IS DISTINCT FROM OLD.state AND NOT EXISTS (
    SELECT 1 FROM state_transition
    WHERE machine = TG_TABLE_NAME AND from_state = OLD.state::text AND to_state = NEW.state::text
  ) THEN
    RAISE EXCEPTION 'NO_TRANSITION % % -> %', TG_TABLE_NAME, OLD.state, NEW.state USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER move_initiative BEFORE UPDATE OF state ON initiative FOR EACH ROW EXECUTE FUNCTION move_along();
CREATE TRIGGER move_partnership BEFORE UPDATE OF state ON partnership FOR EACH ROW EXECUTE FUNCTION move_along();
CREATE TRIGGER move_agreement BEFORE UPDATE OF state ON agreement FOR EACH ROW EXECUTE FUNCTION move_along();
CREATE TRIGGER move_result BEFORE UPDATE OF state ON result FOR EACH ROW EXECUTE FUNCTION move_along();

-- 5. Initiatives ----------------------------------------------------------------------------------------------------------
-- Content changes in DRAFT and NEEDS_COMPLETION alone; intake sets track and codes in the step that screens.
CREATE FUNCTION freeze_initiative() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'revision', 'updated_at', 'submitted_at', 'decided_at', 'screened_by_id'];
BEGIN
  IF OLD.state IN ('DRAFT', 'NEEDS_COMPLETION') THEN RETURN NEW; END IF;
  IF OLD.state = 'SUBMITTED' AND NEW.state = 'SCREENED' THEN
    free := free || ARRAY['track', 'ford_code', 'product_codes', 'plan_system_code'];
  END IF;
  IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN initiative %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_initiative BEFORE UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION freeze_initiative();

CREATE FUNCTION freeze_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM initiative WHERE id = NEW.initiative_id AND state IN ('DRAFT', 'NEEDS_COMPLETION')) THEN
    RAISE EXCEPTION 'FROZEN attachment' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_attachment BEFORE INSERT OR UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION freeze_attachment();

-- Separation of duties (docs/domain.md): proposer, evaluator, screener and decider are different people.
CREATE FUNCTION seat_is_independent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM evaluation e JOIN initiative i ON i.id = e.initiative_id
    WHERE e.id = NEW.evaluation_id AND (i.proposer_id = NEW.person_id OR i.screened_by_id = NEW.person_id)
  ) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT evaluator' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seat_is_independent BEFORE INSERT ON evaluation_seat FOR EACH ROW EXECUTE FUNCTION seat_is_independent();

CREATE FUNCTION decider_is_independent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM initiative i
    WHERE i.id = NEW.initiative_id AND (i.proposer_id = NEW.decided_by_id OR i.screened_by_id = NEW.decided_by_id)
  ) OR EXISTS (
    SELECT 1 FROM evaluation e JOIN evaluation_seat s ON s.evaluation_id = e.id
    WHERE e.initiative_id = NEW.initiative_id AND s.person_id = NEW.decided_by_id
  ) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT decider' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decider_is_independent BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decider_is_independent();

-- A score needs a declared absence of conflict and an evaluation that is still open.
CREATE FUNCTION score_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id
    WHERE s.id = NEW.seat_id AND s.conflict_declared_at IS NOT NULL AND s.recused_at IS NULL AND e.closed_at IS NULL
  ) THEN
    RAISE EXCEPTION 'SCORE_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_in_time BEFORE INSERT ON score FOR EACH ROW EXECUTE FUNCTION score_in_time();

-- A decided initiative has its decision, and its state is the decision's kind (checked at commit).
CREATE FUNCTION decision_is_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('ACCEPTED', 'REJECTED') AND NOT EXISTS (
    SELECT 1 FROM decision d WHERE d.initiative_id = NEW.id AND d.kind = NEW.state
  ) THEN
    RAISE EXCEPTION 'NO_WRITTEN_REASON %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER decision_is_written AFTER UPDATE OF state ON initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION decision_is_written();

-- 6. Shares: I1, I2 and signatures (docs/domain.md) --------------------------------------------------------------------------
ALTER TABLE share_schedule ADD CONSTRAINT share_schedule_overlap
  EXCLUDE USING gist (agreement_id WITH =, dimension WITH =, daterange(valid_from, valid_to) WITH &&)
  WHERE (superseded_at IS NULL) DEFERRABLE INITIALLY DEFERRED;

-- Everything that must hold of one agreement at commit. The row lock makes two transactions that touch the same
-- agreement check one after the other, so that they cannot break together what neither breaks alone.
CREATE FUNCTION check_agreement(agreement_to_check uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a agreement%ROWTYPE;
  wrong record;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = agreement_to_check FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF a.state = 'NEGOTIATION' AND NOT EXISTS (SELECT 1 FROM share_schedule WHERE agreement_id = a.id AND superseded_at IS NULL) THEN
    RETURN;
  END IF;

  SELECT s.id, s.dimension, coalesce(sum(l.ppm), 0) AS total INTO wrong
  FROM share_schedule s LEFT JOIN share_line l ON l.schedule_id = s.id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL
  GROUP BY s.id, s.dimension HAVING coalesce(sum(l.ppm), 0) <> 1000000 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'SUM_NOT_100 % = %', wrong.dimension, wrong.total USING ERRCODE = '23514';
  END IF;

  SELECT d.dimension INTO wrong
  FROM unnest(enum_range(NULL::"ShareDimension")) AS d(dimension)
  WHERE NOT coalesce((
    SELECT range_agg(daterange(s.valid_from, s.valid_to)) FROM share_schedule s
    WHERE s.agreement_id = a.id AND s.dimension = d.dimension AND s.superseded_at IS NULL
  ) @> daterange(a.valid_from, a.valid_to), false) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'GAP %', wrong.dimension USING ERRCODE = '23514';
  END IF;

  SELECT m.id INTO wrong
  FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id JOIN partnership_member m ON m.id = l.member_id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND (
    m.partnership_id <> a.partnership_id
    OR (l.ppm > 0 AND NOT daterange(m.valid_from, m.valid_to) @> (daterange(s.valid_from, s.valid_to) * daterange(a.valid_from, a.valid_to)))
  ) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PARTY_NOT_ACTIVE %', wrong.id USING ERRCODE = '23514';
  END IF;

  IF a.state NOT IN ('SIGNED', 'ACTIVE', 'AMENDING') THEN RETURN; END IF;

  SELECT DISTINCT l.member_id AS id INTO wrong
  FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM signature g WHERE g.agreement_id = a.id AND g.member_id = l.member_id AND g.text_sha256 = a.text_sha256
  ) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'NOT_SIGNED_BY %', wrong.id USING ERRCODE = '23514';
  END IF;

  IF (
    SELECT count(DISTINCT o.house)
    FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
      JOIN partnership_member m ON m.id = l.member_id JOIN organisation o ON o.id = m.organisation_id
    WHERE s.agreement_id = a.id AND s.superseded_at IS NULL AND o.house <> 'OTHER'
  ) < 3 THEN
    RAISE EXCEPTION 'HOUSE_MISSING' USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION check_agreement_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_agreement(NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION check_schedule_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM check_agreement(OLD.agreement_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM check_agreement(NEW.agreement_id); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION check_line_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM check_agreement(s.agreement_id) FROM share_schedule s WHERE s.id = OLD.schedule_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM check_agreement(s.agreement_id) FROM share_schedule s WHERE s.id = NEW.schedule_id;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION check_member_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_agreement(a.id) FROM agreement a WHERE a.partnership_id = NEW.partnership_id ORDER BY a.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_agreement AFTER INSERT OR UPDATE ON agreement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_agreement_row();
CREATE CONSTRAINT TRIGGER check_schedule AFTER INSERT OR UPDATE OR DELETE ON share_schedule
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_schedule_row();
CREATE CONSTRAINT TRIGGER check_line AFTER INSERT OR UPDATE OR DELETE ON share_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_line_row();
CREATE CONSTRAINT TRIGGER check_member AFTER UPDATE ON partnership_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_member_row();

-- Once the draft is agreed, its text is what people sign: terms, schedules and lines stand still.
CREATE FUNCTION freeze_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'signed_at'];
BEGIN
  IF OLD.state = 'NEGOTIATION' THEN
    free := free || ARRAY['valid_from', 'valid_to', 'profit_confidential', 'has_state_money', 'text', 'text_sha256', 'agreed_at', 'version'];
  ELSIF NEW.state = 'NEGOTIATION' THEN
    free := free || ARRAY['text', 'text_sha256', 'agreed_at', 'version'];
  END IF;
  IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN agreement' USING ERRCODE = '23514';
  END IF;
  IF OLD.signed_at IS NOT NULL AND NEW.signed_at IS DISTINCT FROM OLD.signed_at THEN
    RAISE EXCEPTION 'FROZEN agreement.signed_at' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_agreement BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION freeze_agreement();

CREATE FUNCTION require_negotiation(agreement_to_check uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  current "AgreementState";
BEGIN
  SELECT state INTO current FROM agreement WHERE id = agreement_to_check FOR SHARE;
  IF current <> 'NEGOTIATION' THEN
    RAISE EXCEPTION 'FROZEN shares, agreement is %', current USING ERRCODE = '23514';
  END IF;
END $$;
CREATE FUNCTION freeze_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'superseded_at') = (to_jsonb(OLD) - 'superseded_at')
    AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM require_negotiation(OLD.agreement_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM require_negotiation(NEW.agreement_id); RETURN NEW; END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER freeze_schedule BEFORE INSERT OR UPDATE OR DELETE ON share_schedule FOR EACH ROW EXECUTE FUNCTION freeze_schedule();
CREATE FUNCTION freeze_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM require_negotiation(s.agreement_id) FROM share_schedule s WHERE s.id = OLD.schedule_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM require_negotiation(s.agreement_id) FROM share_schedule s WHERE s.id = NEW.schedule_id;
    RETURN NEW;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER freeze_line BEFORE INSERT OR UPDATE OR DELETE ON share_line FOR EACH ROW EXECUTE FUNCTION freeze_line();

-- A signature is on the text that is agreed now, by a party of that agreement.
CREATE FUNCTION signature_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM agreement a WHERE a.id = NEW.agreement_id AND a.text_sha256 = NEW.text_sha256 AND a.state IN ('AGREED_DRAFT', 'APPROVED')
  ) THEN
    RAISE EXCEPTION 'SIGNATURE_TEXT' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
    WHERE s.agreement_id = NEW.agreement_id AND s.superseded_at IS NULL AND l.member_id = NEW.member_id
  ) THEN
    RAISE EXCEPTION 'SIGNATURE_PARTY' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signature_fits BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION signature_fits();

-- A partnership is public from its first signed agreement on, and signed only then.
CREATE FUNCTION partnership_is_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.published_at IS NOT NULL OR NEW.state NOT IN ('IDEA', 'CALL_OPEN', 'FORMING', 'NEGOTIATION')) AND NOT EXISTS (
    SELECT 1 FROM agreement a WHERE a.partnership_id = NEW.id AND a.signed_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'NOTHING_SIGNED %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER partnership_is_signed AFTER INSERT OR UPDATE ON partnership
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partnership_is_signed();

-- 7. Results ------------------------------------------------------------------------------------------------------------------
CREATE FUNCTION freeze_result() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'revision', 'updated_at', 'submitted_at', 'verified_at', 'verified_by_id',
    'verifier_organisation_id', 'verification_note', 'published_at', 'withdrawn_at', 'withdrawal_reason'];
BEGIN
  IF OLD.state NOT IN ('DRAFT', 'RETURNED') AND (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN result %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_result BEFORE UPDATE ON result FOR EACH ROW EXECUTE FUNCTION freeze_result();

-- Parts of a result change while it is written; afterwards an officer may mark an act verified, once, and nothing else.
CREATE FUNCTION freeze_result_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  id_of_result uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.result_id ELSE NEW.result_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.result_id <> OLD.result_id THEN
    RAISE EXCEPTION 'IMMUTABLE %.result_id', TG_TABLE_NAME USING ERRCODE = '23514';
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
CREATE TRIGGER freeze_result_author BEFORE INSERT OR UPDATE OR DELETE ON result_author FOR EACH ROW EXECUTE FUNCTION freeze_result_part();
CREATE TRIGGER freeze_ip_right BEFORE INSERT OR UPDATE OR DELETE ON ip_right FOR EACH ROW EXECUTE FUNCTION freeze_result_part();
CREATE TRIGGER freeze_exploitation_act BEFORE INSERT OR UPDATE OR DELETE ON exploitation_act FOR EACH ROW EXECUTE FUNCTION freeze_result_part();
CREATE TRIGGER freeze_result_funding BEFORE INSERT OR UPDATE OR DELETE ON result_funding FOR EACH ROW EXECUTE FUNCTION freeze_result_part();
CREATE TRIGGER freeze_readiness BEFORE INSERT OR UPDATE OR DELETE ON readiness_observation FOR EACH ROW EXECUTE FUNCTION freeze_result_part();

-- From submission on, contributions sum to the whole and a readiness level is shown by evidence (checked at commit).
CREATE FUNCTION result_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('DRAFT', 'RETURNED', 'WITHDRAWN') THEN RETURN NULL; END IF;
  IF (SELECT coalesce(sum(contribution_ppm), 0) FROM result_author WHERE result_id = NEW.id) <> 1000000 THEN
    RAISE EXCEPTION 'CONTRIBUTIONS_NOT_100 %', NEW.code USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM readiness_observation WHERE result_id = NEW.id) THEN
    RAISE EXCEPTION 'NO_READINESS %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER result_is_whole AFTER INSERT OR UPDATE ON result
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION result_is_whole();
