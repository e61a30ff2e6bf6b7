-- CreateEnum
CREATE TYPE "MotionKind" AS ENUM ('SUSPEND', 'RESUME', 'TERMINATE');

-- CreateEnum
CREATE TYPE "MotionState" AS ENUM ('OPEN', 'CARRIED', 'REJECTED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "partnership_motion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MotionKind" NOT NULL,
    "state" "MotionState" NOT NULL DEFAULT 'OPEN',
    "reason" TEXT NOT NULL,
    "until_on" DATE,
    "by_member_id" UUID,
    "by_organisation_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion_vote" (
    "motion_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "in_favour" BOOLEAN NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "motion_vote_pkey" PRIMARY KEY ("motion_id","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partnership_motion_partnership_id_number_key" ON "partnership_motion"("partnership_id", "number");

-- AddForeignKey
ALTER TABLE "partnership_motion" ADD CONSTRAINT "partnership_motion_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_vote" ADD CONSTRAINT "motion_vote_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "partnership_motion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_vote" ADD CONSTRAINT "motion_vote_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "partnership_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Rights ---------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON partnership_motion TO ba_nha_app;
GRANT SELECT, INSERT ON motion_vote TO ba_nha_app;
ALTER TABLE partnership_motion ADD FOREIGN KEY (by_member_id) REFERENCES partnership_member;
ALTER TABLE partnership_motion ADD FOREIGN KEY (by_organisation_id) REFERENCES organisation;
ALTER TABLE partnership_motion ADD FOREIGN KEY (by_id) REFERENCES person;
ALTER TABLE motion_vote ADD FOREIGN KEY (person_id) REFERENCES person;

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE partnership_motion ADD CHECK (number >= 1);
ALTER TABLE partnership_motion ADD CHECK (btrim(reason) <> '');
ALTER TABLE partnership_motion ADD CHECK ((kind = 'SUSPEND') = (until_on IS NOT NULL));
ALTER TABLE partnership_motion ADD CHECK ((state = 'OPEN') = (ended_at IS NULL));
CREATE UNIQUE INDEX motion_open ON partnership_motion (partnership_id) WHERE state = 'OPEN';

INSERT INTO state_transition (machine, from_state, to_state) VALUES
  ('partnership_motion', 'OPEN', 'CARRIED'), ('partnership_motion', 'OPEN', 'REJECTED'),
  ('partnership_motion', 'OPEN', 'WITHDRAWN');
CREATE TRIGGER move_motion BEFORE UPDATE OF state ON partnership_motion FOR EACH ROW EXECUTE FUNCTION move_along();

-- 3. Who moves and votes --------------------------------------------------------------------------------------------------
-- A member's motion is moved by its representative; an order by a State authority that no member is.
CREATE FUNCTION motion_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'OPEN' THEN
    RAISE EXCEPTION 'NO_TRANSITION partnership_motion -> %', NEW.state USING ERRCODE = '23514';
  END IF;
  IF NEW.by_member_id IS NULL AND (NEW.kind = 'TERMINATE' OR NOT EXISTS (
      SELECT FROM role_grant g WHERE g.person_id = NEW.by_id AND g.organisation_id = NEW.by_organisation_id
        AND g.role = 'STEERING' AND g.revoked_at IS NULL)
    OR EXISTS (
      SELECT FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
      WHERE m.partnership_id = NEW.partnership_id AND g.person_id = NEW.by_id AND g.revoked_at IS NULL)) THEN
    RAISE EXCEPTION 'MOTION_AUTHORITY' USING ERRCODE = '23514';
  END IF;
  IF NEW.by_member_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.id = NEW.by_member_id AND m.partnership_id = NEW.partnership_id AND m.joined_at IS NOT NULL
      AND m.organisation_id = NEW.by_organisation_id AND g.person_id = NEW.by_id AND g.role = 'PARTY_REP'
      AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'MOTION_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
  NEW.moved_at := least(NEW.moved_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER motion_begins BEFORE INSERT ON partnership_motion FOR EACH ROW EXECUTE FUNCTION motion_begins();

CREATE FUNCTION vote_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  motion partnership_motion%ROWTYPE;
BEGIN
  SELECT * INTO motion FROM partnership_motion WHERE id = NEW.motion_id FOR UPDATE;
  IF motion.state <> 'OPEN' OR motion.by_member_id IS NULL THEN
    RAISE EXCEPTION 'VOTE_CLOSED' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (
    SELECT FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.id = NEW.member_id AND m.partnership_id = motion.partnership_id AND m.joined_at IS NOT NULL
      AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'VOTE_REPRESENTATIVE' USING ERRCODE = '23514';
  END IF;
  NEW.voted_at := least(greatest(NEW.voted_at, motion.moved_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER vote_fits BEFORE INSERT ON motion_vote FOR EACH ROW EXECUTE FUNCTION vote_fits();

-- 4. What carries a motion, and what a carried one moves ---------------------------------------------------------------------
-- Two thirds of the members suspend and resume; every member ends it.
CREATE FUNCTION motion_is_carried() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  members int;
  yes int;
BEGIN
  IF NEW.state = 'CARRIED' AND NEW.by_member_id IS NOT NULL THEN
    SELECT count(*) INTO members FROM partnership_member m
      WHERE m.partnership_id = NEW.partnership_id AND m.joined_at IS NOT NULL
        AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
    SELECT count(*) INTO yes FROM motion_vote v WHERE v.motion_id = NEW.id AND v.in_favour;
    IF (NEW.kind = 'TERMINATE' AND yes < members) OR (NEW.kind <> 'TERMINATE' AND 3 * yes < 2 * members) THEN
      RAISE EXCEPTION 'MOTION_VOTES % of %', yes, members USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER motion_is_carried BEFORE UPDATE OF state ON partnership_motion
  FOR EACH ROW EXECUTE FUNCTION motion_is_carried();

CREATE FUNCTION partnership_is_moved() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last partnership_motion%ROWTYPE;
BEGIN
  SELECT * INTO last FROM partnership_motion m
    WHERE m.partnership_id = NEW.id AND m.state = 'CARRIED' ORDER BY m.number DESC LIMIT 1;
  IF NEW.state = 'SUSPENDED' AND last.kind IS DISTINCT FROM 'SUSPEND'
    OR NEW.state = 'TERMINATED' AND last.kind IS DISTINCT FROM 'TERMINATE'
    OR NEW.state = 'ACTIVE' AND OLD.state = 'SUSPENDED' AND last.kind IS DISTINCT FROM 'RESUME'
      AND NOT coalesce(last.until_on < (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, false) THEN
    RAISE EXCEPTION 'NO_MOTION % -> %', OLD.state, NEW.state USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER partnership_is_moved AFTER UPDATE OF state ON partnership
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION partnership_is_moved();

-- 5. While a partnership stands still, nothing is locked and no amendment takes effect; once it ended, none does --------------
CREATE FUNCTION stands_still() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands "PartnershipState";
BEGIN
  SELECT p.state INTO stands FROM partnership p JOIN agreement a ON a.partnership_id = p.id WHERE a.id = NEW.agreement_id
    FOR SHARE OF p;
  IF stands = 'SUSPENDED' OR TG_TABLE_NAME = 'amendment' AND stands IN ('COMPLETED', 'FAILED', 'TERMINATED', 'CLOSED') THEN
    RAISE EXCEPTION 'STANDS_STILL %', stands USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER distribution_stands_still BEFORE UPDATE OF state ON distribution_run
  FOR EACH ROW WHEN (NEW.state = 'LOCKED') EXECUTE FUNCTION stands_still();
CREATE TRIGGER amendment_stands_still BEFORE UPDATE OF state ON amendment
  FOR EACH ROW WHEN (NEW.state = 'SIGNED') EXECUTE FUNCTION stands_still();
