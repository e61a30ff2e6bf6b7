-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "parent_id" UUID;

-- CreateTable
CREATE TABLE "campaign_body" (
    "campaign_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "campaign_body_pkey" PRIMARY KEY ("campaign_id","organisation_id")
);

-- CreateTable
CREATE TABLE "reading_assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "end_reason" TEXT,

    CONSTRAINT "reading_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "campaign_body_organisation_id_idx" ON "campaign_body"("organisation_id");

-- CreateIndex
CREATE INDEX "reading_assignment_unit_id_idx" ON "reading_assignment"("unit_id");

-- CreateIndex
CREATE INDEX "reading_assignment_person_id_idx" ON "reading_assignment"("person_id");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_body" ADD CONSTRAINT "campaign_body_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "monitoring_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_assignment" ADD CONSTRAINT "reading_assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "sample_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Working together (docs/domain.md, "Bodies of the Front and their work"): several bodies in one campaign, and who reads what by when.

-- 1. Rights and plain facts -----------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (answered_by_id, answered_at, accepted, note) ON campaign_body TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by_id, end_reason) ON reading_assignment TO ba_nha_app;
ALTER TABLE campaign_body ADD FOREIGN KEY (organisation_id) REFERENCES organisation, ADD FOREIGN KEY (invited_by_id) REFERENCES person,
  ADD FOREIGN KEY (answered_by_id) REFERENCES person, ADD CHECK (num_nonnulls(answered_by_id, answered_at, accepted) IN (0, 3)),
  ADD CHECK (accepted IS NOT FALSE OR length(btrim(note)) >= 10);
CREATE TRIGGER once_campaign_body BEFORE UPDATE ON campaign_body FOR EACH ROW EXECUTE FUNCTION once('answered_by_id', 'answered_at', 'accepted');
ALTER TABLE reading_assignment ADD FOREIGN KEY (person_id) REFERENCES person, ADD FOREIGN KEY (assigned_by_id) REFERENCES person,
  ADD FOREIGN KEY (ended_by_id) REFERENCES person, ADD CHECK (place IN (1, 2)),
  ADD CHECK (due_on >= day_in_vietnam(assigned_at)),
  ADD CHECK (num_nonnulls(ended_at, ended_by_id, end_reason) IN (0, 3)), ADD CHECK (length(btrim(end_reason)) >= 4);
CREATE TRIGGER once_reading_assignment BEFORE UPDATE ON reading_assignment FOR EACH ROW
  EXECUTE FUNCTION once('ended_at', 'ended_by_id', 'end_reason');
-- a subject has one first and one second reader, and they are two people
CREATE UNIQUE INDEX reading_assignment_place ON reading_assignment (unit_id, place) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX reading_assignment_person ON reading_assignment (unit_id, person_id) WHERE ended_at IS NULL;

-- 2. The bodies that work in a campaign, and those that read its plan ------------------------------------------------------
CREATE FUNCTION front_of(campaign uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY(SELECT c.owner_organisation_id FROM monitoring_campaign c WHERE c.id = $1
    UNION ALL SELECT b.organisation_id FROM campaign_body b WHERE b.campaign_id = $1 AND b.accepted)
$$;
CREATE FUNCTION front_reads(campaign uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY(SELECT c.owner_organisation_id FROM monitoring_campaign c WHERE c.id = $1
    UNION ALL SELECT b.organisation_id FROM campaign_body b WHERE b.campaign_id = $1 AND b.accepted IS NOT FALSE)
$$;

-- A lead is one of the body that has the campaign; a monitor one of any body that works in it.
CREATE OR REPLACE FUNCTION monitor_acts(person uuid, campaign uuid, leads boolean) RETURNS void LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM monitoring_campaign c WHERE c.id = $2 AND (is_monitor($1, c.owner_organisation_id, $3)
    OR (NOT $3 AND EXISTS (SELECT FROM unnest(front_of(c.id)) AS body WHERE is_monitor($1, body, false))))) THEN
    RAISE EXCEPTION 'NOT_A_MONITOR' USING ERRCODE = '23514';
  END IF;
  IF monitor_conflict($1, $2) IS NOT NULL THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT %', monitor_conflict($1, $2) USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION campaign_body_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM monitor_acts(NEW.invited_by_id, NEW.campaign_id, true);
    IF NEW.accepted IS NOT NULL OR NEW.organisation_id = (SELECT c.owner_organisation_id FROM monitoring_campaign c WHERE c.id = NEW.campaign_id)
      OR EXISTS (SELECT FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
        WHERE s.campaign_id = NEW.campaign_id AND NEW.organisation_id = ANY (u.body_ids)) THEN
      RAISE EXCEPTION 'BODY_NOT_INVITED' USING ERRCODE = '23514';
    END IF;
  ELSIF NEW.accepted IS NOT NULL AND NOT is_monitor(NEW.answered_by_id, NEW.organisation_id, true) THEN
    RAISE EXCEPTION 'NOT_THE_MONITORING_LEAD' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_body_fits BEFORE INSERT OR UPDATE ON campaign_body FOR EACH ROW EXECUTE FUNCTION campaign_body_fits();

-- No population holds a body that works in the campaign or is invited to.
CREATE FUNCTION unit_is_not_front() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM campaign_sample s CROSS JOIN LATERAL unnest(front_reads(s.campaign_id)) AS body
    JOIN fresh f ON f.sample_id = s.id AND body = ANY (f.body_ids)) THEN
    RAISE EXCEPTION 'UNIT_FROZEN' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER unit_is_not_front AFTER INSERT ON sample_unit REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION unit_is_not_front();

-- 3. A lead gives a drawn subject to somebody of the team, while it is read ------------------------------------------------
CREATE FUNCTION reading_assignment_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  in_campaign uuid := campaign_of_unit(NEW.unit_id);
BEGIN
  PERFORM monitor_acts(NEW.assigned_by_id, in_campaign, true);
  PERFORM team_acts(NEW.person_id, in_campaign, ARRAY['FIELDWORK']);
  IF NEW.ended_at IS NOT NULL THEN RAISE EXCEPTION 'ASSIGNMENT_ENDED' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_assignment_fits BEFORE INSERT ON reading_assignment FOR EACH ROW EXECUTE FUNCTION reading_assignment_fits();

-- 4. Bodies of the Front stand above and below each other, never in a circle -----------------------------------------------
CREATE FUNCTION parent_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.parent_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE above (id, parent_id) AS (
      SELECT o.id, o.parent_id FROM organisation o WHERE o.id = NEW.parent_id
      UNION SELECT o.id, o.parent_id FROM organisation o JOIN above a ON o.id = a.parent_id
    ) SELECT FROM above WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'PARENT_CIRCLE' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parent_fits BEFORE INSERT OR UPDATE OF parent_id ON organisation FOR EACH ROW EXECUTE FUNCTION parent_fits();
