-- CreateEnum
CREATE TYPE "RiskCategory" AS ENUM ('TECHNOLOGY', 'REVENUE', 'IP', 'LAW', 'COMPLETION');

-- CreateEnum
CREATE TYPE "RiskOutcome" AS ENUM ('OCCURRED', 'LAPSED', 'MITIGATED');

-- CreateTable
CREATE TABLE "risk_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "category" "RiskCategory" NOT NULL,
    "outcome" "RiskOutcome",
    "close_note" TEXT,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "risk_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_version" (
    "risk_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "probability_ppm" INTEGER NOT NULL,
    "impact_vnd" BIGINT NOT NULL,
    "mitigation" TEXT NOT NULL,
    "owner_member_id" UUID NOT NULL,
    "review_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_version_pkey" PRIMARY KEY ("risk_id","version")
);

-- CreateTable
CREATE TABLE "risk_allocation" (
    "risk_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "ppm" INTEGER NOT NULL,

    CONSTRAINT "risk_allocation_pkey" PRIMARY KEY ("risk_id","version","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "risk_item_partnership_id_number_key" ON "risk_item"("partnership_id", "number");

-- AddForeignKey
ALTER TABLE "risk_item" ADD CONSTRAINT "risk_item_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_version" ADD CONSTRAINT "risk_version_risk_id_fkey" FOREIGN KEY ("risk_id") REFERENCES "risk_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_allocation" ADD CONSTRAINT "risk_allocation_risk_id_version_fkey" FOREIGN KEY ("risk_id", "version") REFERENCES "risk_version"("risk_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The risk register (docs/domain.md, "Risk register"): versions are inserted, never changed; each allocates a whole.
GRANT SELECT, INSERT ON risk_item, risk_version, risk_allocation TO ba_nha_app;
GRANT UPDATE (outcome, close_note, closed_by_id, closed_at) ON risk_item TO ba_nha_app;

ALTER TABLE risk_item ADD FOREIGN KEY (closed_by_id) REFERENCES person;
ALTER TABLE risk_version ADD FOREIGN KEY (owner_member_id) REFERENCES partnership_member;
ALTER TABLE risk_version ADD FOREIGN KEY (recorded_by_id) REFERENCES person;
ALTER TABLE risk_allocation ADD FOREIGN KEY (member_id) REFERENCES partnership_member;

ALTER TABLE risk_item
  ADD CHECK (number >= 1),
  ADD CHECK (num_nulls(outcome, close_note, closed_by_id, closed_at) IN (0, 4)),
  ADD CHECK (length(btrim(close_note)) > 0);
ALTER TABLE risk_version
  ADD CHECK (version >= 1 AND probability_ppm BETWEEN 0 AND 1000000),
  ADD CHECK (impact_vnd BETWEEN 0 AND 10000000000000000),
  ADD CHECK (review_on BETWEEN '1900-01-01' AND '2200-12-31'),
  ADD CHECK (length(btrim(title)) > 0 AND length(btrim(mitigation)) > 0 AND length(btrim(reason)) > 0);
ALTER TABLE risk_allocation ADD CHECK (ppm BETWEEN 1 AND 1000000);

-- A party whose days as a member are not over: whoever has left watches and bears nothing any more.
CREATE FUNCTION require_member(member_to_read uuid, partnership_to_read uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_party(member_to_read, partnership_to_read);
  IF EXISTS (SELECT 1 FROM partnership_member WHERE id = member_to_read AND valid_to <= day_in_vietnam(now())) THEN
    RAISE EXCEPTION 'PARTY_LEFT' USING ERRCODE = '23514';
  END IF;
END $$;

-- Who speaks for a member speaks for one whose days are not over.
CREATE OR REPLACE FUNCTION require_speaker(person_to_read uuid, partnership_to_read uuid, body uuid, only_lead boolean)
  RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM partnership_member m JOIN role_grant g ON g.organisation_id = m.organisation_id
    WHERE m.partnership_id = partnership_to_read AND m.joined_at IS NOT NULL AND (NOT only_lead OR m.role = 'LEAD')
      AND (m.valid_to IS NULL OR m.valid_to > day_in_vietnam(now()))
      AND (body IS NULL OR m.organisation_id = body)
      AND g.person_id = person_to_read AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL
  ) THEN
    RAISE EXCEPTION 'NOT_A_SPEAKER' USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION risk_item_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM require_running(NEW.partnership_id);
    IF NEW.closed_at IS NOT NULL THEN
      RAISE EXCEPTION 'RISK_CLOSED' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL THEN
    RAISE EXCEPTION 'FROZEN risk_item' USING ERRCODE = '23514';
  END IF;
  PERFORM require_running(NEW.partnership_id);
  PERFORM require_speaker(NEW.closed_by_id, NEW.partnership_id, NULL, false);
  NEW.closed_at := least(NEW.closed_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER risk_item_fits BEFORE INSERT OR UPDATE ON risk_item FOR EACH ROW EXECUTE FUNCTION risk_item_fits();

CREATE FUNCTION risk_version_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  item risk_item%ROWTYPE;
BEGIN
  SELECT * INTO item FROM risk_item WHERE id = NEW.risk_id FOR UPDATE;
  PERFORM require_running(item.partnership_id);
  IF item.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'RISK_CLOSED' USING ERRCODE = '23514';
  END IF;
  IF NEW.version <> 1 + (SELECT count(*) FROM risk_version WHERE risk_id = NEW.risk_id) THEN
    RAISE EXCEPTION 'RISK_VERSION' USING ERRCODE = '23514';
  END IF;
  PERFORM require_member(NEW.owner_member_id, item.partnership_id);
  PERFORM require_speaker(NEW.recorded_by_id, item.partnership_id, NULL, false);
  NEW.recorded_at := least(NEW.recorded_at, now());
  RETURN NEW;
END $$;
CREATE TRIGGER risk_version_fits BEFORE INSERT ON risk_version FOR EACH ROW EXECUTE FUNCTION risk_version_fits();

CREATE FUNCTION risk_allocation_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  partnership_of uuid;
BEGIN
  SELECT i.partnership_id INTO partnership_of FROM risk_version v JOIN risk_item i ON i.id = v.risk_id
  WHERE v.risk_id = NEW.risk_id AND v.version = NEW.version AND v.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'FROZEN risk_version' USING ERRCODE = '23514';
  END IF;
  PERFORM require_member(NEW.member_id, partnership_of);
  RETURN NEW;
END $$;
CREATE TRIGGER risk_allocation_fits BEFORE INSERT ON risk_allocation
  FOR EACH ROW EXECUTE FUNCTION risk_allocation_fits();

CREATE FUNCTION check_risk_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT coalesce(sum(ppm), 0) FROM risk_allocation WHERE risk_id = NEW.risk_id AND version = NEW.version) <> 1000000 THEN
    RAISE EXCEPTION 'RISK_NOT_WHOLE' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_risk_whole AFTER INSERT ON risk_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_risk_whole();

CREATE FUNCTION check_risk_assessed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM risk_version WHERE risk_id = NEW.id) THEN
    RAISE EXCEPTION 'RISK_NOT_ASSESSED' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_risk_assessed AFTER INSERT ON risk_item
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_risk_assessed();
