-- CreateEnum
CREATE TYPE "AmendmentState" AS ENUM ('PROPOSED', 'SIGNED', 'WITHDRAWN', 'DECLINED');

-- CreateTable
CREATE TABLE "amendment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "AmendmentState" NOT NULL DEFAULT 'PROPOSED',
    "effective_from" DATE NOT NULL,
    "rationale" TEXT NOT NULL,
    "base_sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "proposed_by_member_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "amendment_agreement_id_number_key" ON "amendment"("agreement_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "amendment_agreement_id_text_sha256_key" ON "amendment"("agreement_id", "text_sha256");

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Amendments (docs/domain.md, I3, I9 and I12): a signed agreement changes by a signed amendment alone, whoever writes.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (state, ended_at, end_reason) ON amendment TO ba_nha_app;
ALTER TABLE amendment ADD FOREIGN KEY (proposed_by_member_id) REFERENCES partnership_member;
ALTER TABLE amendment ADD FOREIGN KEY (proposed_by_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE amendment ADD CHECK (number >= 1);
ALTER TABLE amendment ADD CHECK (effective_from BETWEEN '1900-01-01' AND '2200-12-31');
ALTER TABLE amendment ADD CHECK (length(btrim(rationale)) > 0);
ALTER TABLE amendment ADD CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE amendment ADD CHECK ((state = 'PROPOSED') = (ended_at IS NULL));
ALTER TABLE amendment ADD CHECK (state <> 'DECLINED' OR length(btrim(end_reason)) > 0);
ALTER TABLE amendment ADD CHECK (ended_at >= proposed_at);
-- Two parties who amend at once: one of them is told to look again.
CREATE UNIQUE INDEX amendment_open ON amendment (agreement_id) WHERE state = 'PROPOSED';

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('amendment', 'PROPOSED', 'SIGNED'), ('amendment', 'PROPOSED', 'WITHDRAWN'), ('amendment', 'PROPOSED', 'DECLINED');
CREATE TRIGGER move_amendment BEFORE UPDATE OF state ON amendment FOR EACH ROW EXECUTE FUNCTION move_along();

-- The text that holds: of the newest signed amendment, else of the agreement.
CREATE FUNCTION governing_text(agreement_to_read uuid) RETURNS text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT m.text FROM amendment m WHERE m.agreement_id = $1 AND m.state = 'SIGNED' ORDER BY m.number DESC LIMIT 1),
    (SELECT a.text FROM agreement a WHERE a.id = $1))
$$;

CREATE FUNCTION amendment_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = NEW.agreement_id FOR SHARE;
  IF NEW.state <> 'PROPOSED' OR a.state NOT IN ('ACTIVE', 'AMENDING') THEN
    RAISE EXCEPTION 'NO_TRANSITION amendment -> %', NEW.state USING ERRCODE = '23514';
  END IF;
  IF NEW.base_sha256 <> encode(sha256(convert_to(governing_text(a.id), 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'AMENDMENT_BASE' USING ERRCODE = '23514';
  END IF;
  IF NEW.effective_from < a.valid_from OR NEW.effective_from >= a.valid_to THEN
    RAISE EXCEPTION 'AMENDMENT_OUTSIDE' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member m
    WHERE m.id = NEW.proposed_by_member_id AND m.partnership_id = a.partnership_id AND m.joined_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'AMENDMENT_PARTY' USING ERRCODE = '23514';
  END IF;
  IF NEW.text::jsonb ->> 'baseSha256' IS DISTINCT FROM NEW.base_sha256
    OR NEW.text::jsonb ->> 'effectiveFrom' IS DISTINCT FROM NEW.effective_from::text
    OR NEW.text::jsonb ->> 'rationale' IS DISTINCT FROM NEW.rationale
    OR NEW.text::jsonb -> 'number' IS DISTINCT FROM to_jsonb(NEW.number) THEN
    RAISE EXCEPTION 'AMENDMENT_TEXT' USING ERRCODE = '23514';
  END IF;
  NEW.proposed_at := least(greatest(NEW.proposed_at, a.signed_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_begins BEFORE INSERT ON amendment FOR EACH ROW EXECUTE FUNCTION amendment_begins();

-- What one schedule gives to whom, nothing left out and nothing that is 0.
CREATE FUNCTION shares_in(schedule uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_object_agg(l.member_id, l.ppm) FROM share_line l WHERE l.schedule_id = $1 AND l.ppm > 0
$$;

-- 3. The schedules of an agreement that is amended are recorded anew; nothing else of it moves ----------------------------
CREATE OR REPLACE FUNCTION freeze_schedule() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'superseded_at') = (to_jsonb(OLD) - 'superseded_at')
    AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND (SELECT state FROM agreement WHERE id = NEW.agreement_id FOR SHARE) = 'AMENDING' THEN
    RETURN NEW;
  END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM require_negotiation(OLD.agreement_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM require_negotiation(NEW.agreement_id); RETURN NEW; END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION freeze_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- a line comes with its schedule: in the transaction that records it, or while everything is still negotiated
  IF TG_OP = 'INSERT' AND EXISTS (
    SELECT 1 FROM share_schedule s JOIN agreement a ON a.id = s.agreement_id
    WHERE s.id = NEW.schedule_id AND a.state = 'AMENDING' AND s.superseded_at IS NULL AND s.xmin = pg_current_xact_id()::xid
  ) THEN
    RETURN NEW;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM require_negotiation(s.agreement_id) FROM share_schedule s WHERE s.id = OLD.schedule_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM require_negotiation(s.agreement_id) FROM share_schedule s WHERE s.id = NEW.schedule_id;
    RETURN NEW;
  END IF;
  RETURN OLD;
END $$;

-- 4. A signature is on the agreed draft or on the amendment that is open ---------------------------------------------------
CREATE OR REPLACE FUNCTION signature_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
  m amendment%ROWTYPE;
  since timestamptz;
BEGIN
  SELECT * INTO a FROM agreement WHERE id = NEW.agreement_id FOR SHARE;
  SELECT * INTO m FROM amendment WHERE agreement_id = NEW.agreement_id AND state = 'PROPOSED' FOR SHARE;
  IF a.state IN ('AGREED_DRAFT', 'APPROVED') AND a.text_sha256 = NEW.text_sha256 THEN
    since := a.agreed_at;
    IF NOT EXISTS (
      SELECT 1 FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
      WHERE s.agreement_id = NEW.agreement_id AND s.superseded_at IS NULL AND l.member_id = NEW.member_id
    ) THEN
      RAISE EXCEPTION 'SIGNATURE_PARTY' USING ERRCODE = '23514';
    END IF;
  ELSIF a.state = 'AMENDING' AND m.text_sha256 = NEW.text_sha256 THEN
    since := m.proposed_at;
    IF NOT EXISTS (
      SELECT 1 FROM partnership_member p, jsonb_array_elements(m.text::jsonb -> 'parties') AS party
      WHERE p.id = NEW.member_id AND p.partnership_id = a.partnership_id AND party -> 'position' = to_jsonb(p.position)
    ) THEN
      RAISE EXCEPTION 'SIGNATURE_PARTY' USING ERRCODE = '23514';
    END IF;
  ELSE
    RAISE EXCEPTION 'SIGNATURE_TEXT' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member p JOIN role_grant g ON g.organisation_id = p.organisation_id
    WHERE p.id = NEW.member_id AND p.joined_at IS NOT NULL
      AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'SIGNATURE_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
  NEW.signed_at := least(greatest(NEW.signed_at, since), now());
  RETURN NEW;
END $$;

-- 5. What must hold at commit -----------------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION check_agreement(agreement_to_check uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE;
  governing text;
  since date;
  wrong record;
  recorded jsonb;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM agreement WHERE id = agreement_to_check) THEN RETURN; END IF;
  INSERT INTO agreement_turn AS turn VALUES (agreement_to_check, pg_current_xact_id())
  ON CONFLICT (agreement_id) DO UPDATE SET transaction_id = excluded.transaction_id
  WHERE turn.transaction_id <> excluded.transaction_id;

  SELECT * INTO a FROM agreement WHERE id = agreement_to_check;
  IF (a.state = 'AMENDING') <> EXISTS (SELECT 1 FROM amendment WHERE agreement_id = a.id AND state = 'PROPOSED') THEN
    RAISE EXCEPTION 'AMENDING' USING ERRCODE = '23514';
  END IF;
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
    OR (l.ppm > 0 AND NOT daterange(m.valid_from, m.valid_to) @> daterange(s.valid_from, s.valid_to))
  ) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PARTY_NOT_ACTIVE %', wrong.id USING ERRCODE = '23514';
  END IF;

  IF a.state = 'NEGOTIATION' THEN RETURN; END IF;

  -- What people signed says what is recorded: the schedules stand in the text, in order, party by place.
  governing := governing_text(a.id);
  since := coalesce((SELECT max(effective_from) FROM amendment WHERE agreement_id = a.id AND state = 'SIGNED'
    AND text = governing), a.valid_from);
  SELECT jsonb_agg(jsonb_build_object(
      'dimension', s.dimension, 'from', s.valid_from, 'to', s.valid_to,
      'lines', (
        SELECT jsonb_agg(jsonb_build_object('party', m.position, 'ppm', l.ppm) ORDER BY m.position)
        FROM share_line l JOIN partnership_member m ON m.id = l.member_id WHERE l.schedule_id = s.id
      )) ORDER BY s.dimension, s.valid_from)
  INTO recorded FROM share_schedule s WHERE s.agreement_id = a.id AND s.superseded_at IS NULL;
  IF recorded IS DISTINCT FROM governing::jsonb -> 'schedules' OR (governing::jsonb -> 'version') IS DISTINCT FROM to_jsonb(a.version)
    OR (governing::jsonb -> 'validity') IS DISTINCT FROM jsonb_build_object('from', a.valid_from, 'to', a.valid_to) THEN
    RAISE EXCEPTION 'TEXT_NOT_SHARES' USING ERRCODE = '23514';
  END IF;

  IF a.state NOT IN ('SIGNED', 'ACTIVE', 'AMENDING') THEN RETURN; END IF;

  SELECT DISTINCT l.member_id AS id INTO wrong
  FROM share_line l JOIN share_schedule s ON s.id = l.schedule_id
  WHERE s.agreement_id = a.id AND s.superseded_at IS NULL
    AND daterange(s.valid_from, s.valid_to) && daterange(since, NULL) AND NOT EXISTS (
      SELECT 1 FROM signature g WHERE g.agreement_id = a.id AND g.member_id = l.member_id
        AND g.text_sha256 = encode(sha256(convert_to(governing, 'UTF8')), 'hex')
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

-- An amendment in force was signed by everybody whose days it touches, before and after, and left the earlier days as
-- they were.
CREATE FUNCTION check_amendment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wrong record;
BEGIN
  PERFORM check_agreement(NEW.agreement_id);
  IF NEW.state <> 'SIGNED' THEN RETURN NULL; END IF;

  SELECT l.member_id AS id INTO wrong
  FROM share_schedule s JOIN share_line l ON l.schedule_id = s.id
  WHERE s.agreement_id = NEW.agreement_id AND (s.superseded_at IS NULL OR s.xmin = pg_current_xact_id()::xid)
    AND daterange(s.valid_from, s.valid_to) && daterange(NEW.effective_from, NULL) AND NOT EXISTS (
      SELECT 1 FROM signature g
      WHERE g.agreement_id = NEW.agreement_id AND g.member_id = l.member_id AND g.text_sha256 = NEW.text_sha256
    ) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'NOT_SIGNED_BY %', wrong.id USING ERRCODE = '23514';
  END IF;

  SELECT past.id INTO wrong
  FROM share_schedule past JOIN share_schedule present ON present.agreement_id = past.agreement_id AND present.dimension = past.dimension
  WHERE past.agreement_id = NEW.agreement_id AND past.superseded_at IS NOT NULL AND past.xmin = pg_current_xact_id()::xid
    AND present.superseded_at IS NULL
    AND daterange(past.valid_from, past.valid_to) * daterange(present.valid_from, present.valid_to) && daterange(NULL, NEW.effective_from)
    AND shares_in(past.id) IS DISTINCT FROM shares_in(present.id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'AMENDMENT_REWRITES %', wrong.id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_amendment AFTER INSERT OR UPDATE ON amendment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amendment();
