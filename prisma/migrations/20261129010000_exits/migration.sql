-- CreateEnum
CREATE TYPE "PartyExitState" AS ENUM ('OPEN', 'SETTLED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ExitSettlementState" AS ENUM ('PROPOSED', 'SIGNED', 'DECLINED');

-- AlterTable
ALTER TABLE "amendment" ADD COLUMN     "settlement_id" UUID;

-- CreateTable
CREATE TABLE "party_exit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "state" "PartyExitState" NOT NULL DEFAULT 'OPEN',
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "given_by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "party_exit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exit_settlement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "exit_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "ExitSettlementState" NOT NULL DEFAULT 'PROPOSED',
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "proposed_by_member_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "exit_settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exit_signature" (
    "settlement_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exit_signature_pkey" PRIMARY KEY ("settlement_id","member_id")
);

-- CreateTable
CREATE TABLE "exit_handover" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "settlement_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "paid_in_vnd" BIGINT NOT NULL,
    "price_vnd" BIGINT NOT NULL,
    "reference" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "event_id" UUID,

    CONSTRAINT "exit_handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "party_exit_member_id_idx" ON "party_exit"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_exit_partnership_id_number_key" ON "party_exit"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "exit_settlement_exit_id_number_key" ON "exit_settlement"("exit_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "exit_handover_event_id_key" ON "exit_handover"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "exit_handover_settlement_id_agreement_id_member_id_key" ON "exit_handover"("settlement_id", "agreement_id", "member_id");

-- CreateIndex
CREATE INDEX "amendment_settlement_id_idx" ON "amendment"("settlement_id");

-- AddForeignKey
ALTER TABLE "exit_settlement" ADD CONSTRAINT "exit_settlement_exit_id_fkey" FOREIGN KEY ("exit_id") REFERENCES "party_exit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_signature" ADD CONSTRAINT "exit_signature_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "exit_settlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_handover" ADD CONSTRAINT "exit_handover_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "exit_settlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "exit_settlement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A party's exit (docs/domain.md, "A party leaves"): notice, one settlement signed by everybody, and then it is no member.

-- 1. Rights ---------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON party_exit TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (state, ended_at, end_reason) ON exit_settlement TO ba_nha_app;
GRANT SELECT, INSERT ON exit_signature TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (reference, done_at, event_id) ON exit_handover TO ba_nha_app;
ALTER TABLE party_exit ADD FOREIGN KEY (partnership_id) REFERENCES partnership;
ALTER TABLE party_exit ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE party_exit ADD FOREIGN KEY (given_by_id) REFERENCES person;
ALTER TABLE exit_settlement ADD FOREIGN KEY (proposed_by_member_id) REFERENCES partnership_member;
ALTER TABLE exit_settlement ADD FOREIGN KEY (proposed_by_id) REFERENCES person;
ALTER TABLE exit_signature ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE exit_signature ADD FOREIGN KEY (person_id) REFERENCES person;
ALTER TABLE exit_handover ADD FOREIGN KEY (agreement_id) REFERENCES agreement;
ALTER TABLE exit_handover ADD FOREIGN KEY (member_id) REFERENCES partnership_member;
ALTER TABLE exit_handover ADD FOREIGN KEY (event_id) REFERENCES capital_event;

-- A settlement names the hashes of its amendments, so they are written before it.
ALTER TABLE amendment ALTER CONSTRAINT amendment_settlement_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE party_exit ADD CHECK (number >= 1);
ALTER TABLE party_exit ADD CHECK (btrim(reason) <> '');
ALTER TABLE party_exit ADD CHECK (effective_on BETWEEN '1900-01-01' AND '2200-12-31');
ALTER TABLE party_exit ADD CHECK ((state = 'OPEN') = (ended_at IS NULL));
ALTER TABLE exit_settlement ADD CHECK (number >= 1);
ALTER TABLE exit_settlement ADD CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));
ALTER TABLE exit_settlement ADD CHECK ((state = 'PROPOSED') = (ended_at IS NULL));
ALTER TABLE exit_settlement ADD CHECK (state <> 'DECLINED' OR btrim(end_reason) <> '');
ALTER TABLE exit_handover ADD CHECK (paid_in_vnd >= 0);
ALTER TABLE exit_handover ADD CHECK ((done_at IS NULL) = (reference IS NULL));
ALTER TABLE exit_handover ADD CHECK ((event_id IS NOT NULL) = (done_at IS NOT NULL AND paid_in_vnd > 0));
-- One party leaves at a time: the shares of the next are those that the first one's settlement leaves.
CREATE UNIQUE INDEX party_exit_open ON party_exit (partnership_id) WHERE state = 'OPEN';
CREATE UNIQUE INDEX exit_settlement_open ON exit_settlement (exit_id) WHERE state = 'PROPOSED';

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('party_exit', 'OPEN', 'SETTLED'), ('party_exit', 'OPEN', 'WITHDRAWN'),
  ('exit_settlement', 'PROPOSED', 'SIGNED'), ('exit_settlement', 'PROPOSED', 'DECLINED');
CREATE TRIGGER move_exit BEFORE UPDATE OF state ON party_exit FOR EACH ROW EXECUTE FUNCTION move_along();
CREATE TRIGGER move_settlement BEFORE UPDATE OF state ON exit_settlement FOR EACH ROW EXECUTE FUNCTION move_along();

-- 3. Who gives notice, proposes and signs ---------------------------------------------------------------------------------
-- Everybody who joined, and whose days are not over.
CREATE FUNCTION is_member_for(member_to_read uuid, partnership_to_read uuid, person_to_read uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.id = $1 AND m.partnership_id = $2 AND m.joined_at IS NOT NULL
      AND (m.valid_to IS NULL OR m.valid_to > day_in_vietnam(now()))
      AND g.person_id = $3 AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL)
$$;

CREATE FUNCTION exit_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  p partnership%ROWTYPE;
  m partnership_member%ROWTYPE;
BEGIN
  SELECT * INTO p FROM partnership WHERE id = NEW.partnership_id FOR SHARE;
  SELECT * INTO m FROM partnership_member WHERE id = NEW.member_id;
  IF NEW.state <> 'OPEN' OR p.state <> 'ACTIVE' THEN
    RAISE EXCEPTION 'NO_TRANSITION party_exit -> %', NEW.state USING ERRCODE = '23514';
  END IF;
  IF m.valid_to IS NOT NULL OR NEW.effective_on <= m.valid_from
    OR NOT is_member_for(NEW.member_id, NEW.partnership_id, NEW.given_by_id) THEN
    RAISE EXCEPTION 'EXIT_MEMBER' USING ERRCODE = '23514';
  END IF;
  NEW.given_at := least(NEW.given_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER exit_begins BEFORE INSERT ON party_exit FOR EACH ROW EXECUTE FUNCTION exit_begins();

CREATE FUNCTION settlement_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  e party_exit%ROWTYPE;
BEGIN
  SELECT * INTO e FROM party_exit WHERE id = NEW.exit_id FOR SHARE;
  IF NEW.state <> 'PROPOSED' OR e.state <> 'OPEN' THEN
    RAISE EXCEPTION 'NO_TRANSITION exit_settlement -> %', NEW.state USING ERRCODE = '23514';
  END IF;
  IF NOT is_member_for(NEW.proposed_by_member_id, e.partnership_id, NEW.proposed_by_id) THEN
    RAISE EXCEPTION 'SETTLEMENT_MEMBER' USING ERRCODE = '23514';
  END IF;
  IF NEW.text::jsonb ->> 'effectiveOn' IS DISTINCT FROM e.effective_on::text
    OR NEW.text::jsonb -> 'exit' IS DISTINCT FROM to_jsonb(e.number)
    OR NEW.text::jsonb -> 'number' IS DISTINCT FROM to_jsonb(NEW.number)
    OR NEW.text::jsonb -> 'leaver' IS DISTINCT FROM (SELECT to_jsonb(position) FROM partnership_member WHERE id = e.member_id) THEN
    RAISE EXCEPTION 'SETTLEMENT_TEXT' USING ERRCODE = '23514';
  END IF;
  -- Where the lead leaves, the text names the member that leads after it: one that stays, and has joined.
  IF (NEW.text::jsonb ? 'lead') <> EXISTS (SELECT FROM partnership_member WHERE id = e.member_id AND role = 'LEAD')
    OR NEW.text::jsonb ? 'lead' AND NOT EXISTS (
      SELECT FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.partnership_id = e.partnership_id AND to_jsonb(m.position) = NEW.text::jsonb -> 'lead' AND m.id <> e.member_id
        AND m.joined_at IS NOT NULL AND m.valid_to IS NULL AND o.verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'SETTLEMENT_LEAD' USING ERRCODE = '23514';
  END IF;
  NEW.proposed_at := least(greatest(NEW.proposed_at, e.given_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER settlement_begins BEFORE INSERT ON exit_settlement FOR EACH ROW EXECUTE FUNCTION settlement_begins();

CREATE FUNCTION exit_signature_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s exit_settlement%ROWTYPE;
BEGIN
  SELECT * INTO s FROM exit_settlement WHERE id = NEW.settlement_id FOR UPDATE;
  IF s.state <> 'PROPOSED' THEN
    RAISE EXCEPTION 'SIGNATURE_TEXT' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT FROM party_exit e JOIN partnership_member m ON m.partnership_id = e.partnership_id
      JOIN role_grant g ON g.organisation_id = m.organisation_id,
      jsonb_array_elements(s.text::jsonb -> 'parties') AS party
    WHERE e.id = s.exit_id AND m.id = NEW.member_id AND party -> 'position' = to_jsonb(m.position)
      AND m.joined_at IS NOT NULL AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'SIGNATURE_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
  NEW.signed_at := least(greatest(NEW.signed_at, s.proposed_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER exit_signature_fits BEFORE INSERT ON exit_signature FOR EACH ROW EXECUTE FUNCTION exit_signature_fits();

-- 4. What must hold at commit ---------------------------------------------------------------------------------------------
-- What a party has paid in to an agreement, with what it still takes over from another that has left.
CREATE FUNCTION capital_to_leave(agreement_to_read uuid, member_to_read uuid) RETURNS numeric LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT sum(l.amount_vnd) FROM capital_event v JOIN capital_line l ON l.event_id = v.id
      WHERE v.agreement_id = $1 AND l.member_id = $2 AND v.confirmed_at IS NOT NULL), 0)
    + coalesce((SELECT sum(paid_in_vnd) FROM exit_handover WHERE agreement_id = $1 AND member_id = $2 AND done_at IS NULL), 0)
$$;

-- A settlement is in force as a whole: on the ledger as its text says it, signed by every party that its text names, with the amendments that its text
-- names in force and no other, the exit settled, and the leaver's days ending on the day that the text says.
CREATE FUNCTION check_settlement(settlement_to_check uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s exit_settlement%ROWTYPE;
  e party_exit%ROWTYPE;
  wrong text;
BEGIN
  SELECT * INTO s FROM exit_settlement WHERE id = settlement_to_check;
  SELECT * INTO e FROM party_exit WHERE id = s.exit_id;
  SELECT a.product_code INTO wrong FROM amendment m JOIN agreement a ON a.id = m.agreement_id
  WHERE m.settlement_id = s.id AND (
    m.effective_from <> e.effective_on OR (m.state = 'SIGNED') <> (s.state = 'SIGNED')
    OR (m.state = 'PROPOSED') <> (s.state = 'PROPOSED')
    OR NOT EXISTS (SELECT FROM jsonb_array_elements(s.text::jsonb -> 'agreements') AS said
      WHERE said ->> 'productCode' = a.product_code AND said ->> 'amendmentSha256' = m.text_sha256)) LIMIT 1;
  IF FOUND OR jsonb_array_length(s.text::jsonb -> 'agreements') <> (SELECT count(*) FROM amendment WHERE settlement_id = s.id) THEN
    RAISE EXCEPTION 'SETTLEMENT_AMENDMENTS %', wrong USING ERRCODE = '23514';
  END IF;
  IF s.state <> 'SIGNED' THEN RETURN; END IF;
  SELECT party ->> 'position' INTO wrong FROM jsonb_array_elements(s.text::jsonb -> 'parties') AS party
  WHERE NOT EXISTS (
    SELECT FROM exit_signature g JOIN partnership_member m ON m.id = g.member_id
    WHERE g.settlement_id = s.id AND party -> 'position' = to_jsonb(m.position)) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'NOT_SIGNED_BY %', wrong USING ERRCODE = '23514';
  END IF;
  IF e.state <> 'SETTLED' OR NOT EXISTS (
    SELECT FROM partnership_member WHERE id = e.member_id AND valid_to = e.effective_on) THEN
    RAISE EXCEPTION 'SETTLEMENT_MEMBER' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT FROM partnership_member WHERE id = e.member_id AND role = 'LEAD')
    OR s.text::jsonb ? 'lead' AND NOT EXISTS (SELECT FROM partnership_member
      WHERE partnership_id = e.partnership_id AND to_jsonb(position) = s.text::jsonb -> 'lead' AND role = 'LEAD') THEN
    RAISE EXCEPTION 'SETTLEMENT_LEAD' USING ERRCODE = '23514';
  END IF;
  SELECT said ->> 'productCode' INTO wrong FROM jsonb_array_elements(s.text::jsonb -> 'agreements') AS said
    JOIN agreement a ON a.partnership_id = e.partnership_id AND a.product_code = said ->> 'productCode'
  WHERE said ->> 'paidInVnd' <> capital_to_leave(a.id, e.member_id)::text OR EXISTS (
    SELECT FROM capital_event v JOIN capital_line l ON l.event_id = v.id
    WHERE v.agreement_id = a.id AND l.member_id = e.member_id AND v.confirmed_at IS NULL AND v.declined_at IS NULL) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'LEDGER_MOVED %', wrong USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION check_settlement_row() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'amendment' THEN
    IF NEW.settlement_id IS NOT NULL THEN PERFORM check_settlement(NEW.settlement_id); END IF;
  ELSE
    PERFORM check_settlement(NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_settlement AFTER INSERT OR UPDATE ON exit_settlement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_settlement_row();
CREATE CONSTRAINT TRIGGER check_settlement_amendment AFTER INSERT OR UPDATE ON amendment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_settlement_row();

-- An exit is settled by a signed settlement, and withdrawn only with none on the table.
CREATE FUNCTION check_exit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.state = 'SETTLED') <> EXISTS (SELECT FROM exit_settlement WHERE exit_id = NEW.id AND state = 'SIGNED')
    OR NEW.state <> 'OPEN' AND EXISTS (SELECT FROM exit_settlement WHERE exit_id = NEW.id AND state = 'PROPOSED') THEN
    RAISE EXCEPTION 'EXIT_SETTLEMENT' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_exit AFTER INSERT OR UPDATE ON party_exit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_exit();

-- A party that signed something leaves by a settled exit alone, on its day.
CREATE FUNCTION check_member_leaves() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM signature WHERE member_id = NEW.id) AND NOT EXISTS (
    SELECT FROM party_exit e WHERE e.member_id = NEW.id AND e.state = 'SETTLED' AND e.effective_on = NEW.valid_to) THEN
    RAISE EXCEPTION 'MEMBER_LEAVES_BY_EXIT' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_member_leaves AFTER UPDATE OF valid_to ON partnership_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.valid_to IS DISTINCT FROM NEW.valid_to)
  EXECUTE FUNCTION check_member_leaves();

-- What was refused for good never comes into force; whoever stands in it may still leave.
CREATE OR REPLACE FUNCTION check_member_row() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM check_agreement(a.id) FROM agreement a
  WHERE a.partnership_id = NEW.partnership_id AND a.state <> 'REFUSED' ORDER BY a.id;
  RETURN NULL;
END $$;

-- 5. What is handed over --------------------------------------------------------------------------------------------------
CREATE FUNCTION handover_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.done_at IS NOT NULL OR NOT EXISTS (
    SELECT FROM exit_settlement s JOIN party_exit e ON e.id = s.exit_id JOIN agreement a ON a.partnership_id = e.partnership_id,
      jsonb_array_elements(s.text::jsonb -> 'agreements') AS said, jsonb_array_elements(said -> 'handovers') AS handover,
      partnership_member m
    WHERE s.id = NEW.settlement_id AND s.state = 'SIGNED' AND a.id = NEW.agreement_id AND m.id = NEW.member_id
      AND said ->> 'productCode' = a.product_code AND handover -> 'party' = to_jsonb(m.position)
      AND m.partnership_id = e.partnership_id
      AND handover ->> 'paidInVnd' = NEW.paid_in_vnd::text AND handover ->> 'priceVnd' = NEW.price_vnd::text) THEN
    RAISE EXCEPTION 'HANDOVER_TEXT' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_fits BEFORE INSERT ON exit_handover FOR EACH ROW EXECUTE FUNCTION handover_fits();

-- It is done with the transfer that records it, and open again where its taker declines that; done, it stays so.
CREATE FUNCTION handover_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.done_at IS NOT NULL AND (NEW.done_at IS NOT NULL OR NOT EXISTS (
    SELECT FROM capital_event WHERE id = OLD.event_id AND declined_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'FROZEN exit_handover' USING ERRCODE = '23514';
  END IF;
  IF NEW.event_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM capital_event v JOIN exit_settlement s ON s.id = NEW.settlement_id JOIN party_exit e ON e.id = s.exit_id
      JOIN capital_line gives ON gives.event_id = v.id AND gives.member_id = e.member_id
      JOIN capital_line takes ON takes.event_id = v.id AND takes.member_id = NEW.member_id
    WHERE v.id = NEW.event_id AND v.kind = 'TRANSFER' AND v.agreement_id = NEW.agreement_id AND v.declined_at IS NULL
      AND gives.amount_vnd = -NEW.paid_in_vnd AND takes.amount_vnd = NEW.paid_in_vnd) THEN
    RAISE EXCEPTION 'HANDOVER_EVENT' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_moves BEFORE UPDATE ON exit_handover FOR EACH ROW EXECUTE FUNCTION handover_moves();

CREATE FUNCTION check_handover_open() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM exit_handover WHERE event_id = NEW.id) THEN
    RAISE EXCEPTION 'HANDOVER_DECLINED' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_handover_open AFTER UPDATE OF declined_at ON capital_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.declined_at IS NOT NULL) EXECUTE FUNCTION check_handover_open();

-- 6. What was settled is handed over as it was settled -----------------------------------------------------------------------
-- Once its exit is settled, a party's capital moves by what it hands over, or takes over from another that has left, alone.
CREATE FUNCTION check_leaver_capital() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM party_exit WHERE member_id = NEW.member_id AND state = 'SETTLED')
    AND NOT EXISTS (SELECT FROM exit_handover WHERE event_id = NEW.event_id) THEN
    RAISE EXCEPTION 'PARTY_LEAVES' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_leaver_capital AFTER INSERT ON capital_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_leaver_capital();

CREATE FUNCTION leaver_promises_nothing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM party_exit WHERE member_id = NEW.member_id AND state = 'SETTLED') THEN
    RAISE EXCEPTION 'PARTY_LEAVES' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER leaver_promises_nothing BEFORE INSERT ON capital_commitment
  FOR EACH ROW EXECUTE FUNCTION leaver_promises_nothing();

-- 7. One lead, and another after it ------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX partnership_member_lead ON partnership_member (partnership_id) WHERE role = 'LEAD';

-- Who signed as what stays so, but that the lead that leaves hands its part on to the member that its settlement names.
CREATE OR REPLACE FUNCTION freeze_member() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  free text[] := ARRAY['valid_to'];
BEGIN
  IF EXISTS (
    SELECT FROM exit_settlement s JOIN party_exit e ON e.id = s.exit_id
    WHERE e.partnership_id = NEW.partnership_id AND s.state = 'SIGNED' AND s.text::jsonb ? 'lead' AND (
      OLD.role = 'LEAD' AND NEW.role = 'PARTNER' AND e.member_id = NEW.id
      OR NEW.role = 'LEAD' AND s.text::jsonb -> 'lead' = to_jsonb(NEW.position))) THEN
    free := free || 'role'::text;
  END IF;
  IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free)
    AND EXISTS (SELECT FROM signature WHERE member_id = OLD.id) THEN
    RAISE EXCEPTION 'FROZEN partnership_member' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
