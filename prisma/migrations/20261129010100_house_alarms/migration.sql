-- CreateEnum
CREATE TYPE "HouseAlarmOutcome" AS ENUM ('CURED', 'ENDED');

-- CreateTable
CREATE TABLE "house_alarm" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "house" "House" NOT NULL,
    "lost_on" DATE NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "overdue_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "HouseAlarmOutcome",

    CONSTRAINT "house_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "house_alarm_partnership_id_idx" ON "house_alarm"("partnership_id");

-- A house lost (docs/domain.md, "A house is lost"): raised by the clock alone where it is true, ended where it no longer is.
GRANT SELECT, INSERT, UPDATE (overdue_at, ended_at, outcome) ON house_alarm TO ba_nha_app;
ALTER TABLE house_alarm ADD FOREIGN KEY (partnership_id) REFERENCES partnership;
ALTER TABLE house_alarm ADD CHECK (house <> 'OTHER');
ALTER TABLE house_alarm ADD CHECK ((ended_at IS NULL) = (outcome IS NULL));
CREATE UNIQUE INDEX house_alarm_open ON house_alarm (partnership_id, house) WHERE ended_at IS NULL;
CREATE TRIGGER once_house_alarm BEFORE UPDATE ON house_alarm FOR EACH ROW EXECUTE FUNCTION once('overdue_at', 'ended_at', 'outcome');

-- Whether a partnership has a member of a house on a day.
CREATE FUNCTION has_house(partnership_to_read uuid, house_to_find "House", day date) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.partnership_id = $1 AND o.house = $2 AND m.joined_at IS NOT NULL
      AND daterange(m.valid_from, m.valid_to) @> $3)
$$;

CREATE FUNCTION house_alarm_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  p partnership%ROWTYPE;
  runs boolean;
BEGIN
  SELECT * INTO p FROM partnership WHERE id = NEW.partnership_id;
  runs := p.state IN ('SIGNED', 'ACTIVE', 'SUSPENDED');
  IF TG_OP = 'INSERT' AND (NOT runs OR NEW.ended_at IS NOT NULL
      OR NEW.lost_on < p.valid_from OR has_house(NEW.partnership_id, NEW.house, NEW.lost_on))
    OR TG_OP = 'UPDATE' AND NEW.outcome = 'ENDED' AND runs
    OR TG_OP = 'UPDATE' AND NEW.outcome = 'CURED'
      AND NOT has_house(NEW.partnership_id, NEW.house, day_in_vietnam(NEW.ended_at)) THEN
    RAISE EXCEPTION 'HOUSE_ALARM % %', NEW.house, NEW.outcome USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER house_alarm_fits BEFORE INSERT OR UPDATE ON house_alarm FOR EACH ROW EXECUTE FUNCTION house_alarm_fits();
