-- AlterTable
ALTER TABLE "result" ADD COLUMN     "audiences" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "competitive_advantage" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "market_areas" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "market_segment" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "needs" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "ip_right" ADD COLUMN     "events" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "expires_on" DATE,
ADD COLUMN     "owners" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "result_recognition" (
    "result_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "award" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "on_date" DATE NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "result_recognition_pkey" PRIMARY KEY ("result_id","position")
);

-- AddForeignKey
ALTER TABLE "result_recognition" ADD CONSTRAINT "result_recognition_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whom a result is for, what its owners look for, where its market is (docs/domain.md, "Results").
ALTER TABLE result ALTER audiences SET NOT NULL, ALTER needs SET NOT NULL, ALTER market_areas SET NOT NULL,
  ADD CHECK (audiences <@ ARRAY['ENTERPRISE', 'SMALL_ENTERPRISE', 'COOPERATIVE', 'SCHOOL', 'STATE_BODY', 'INVESTOR', 'COMMUNITY', 'INTERNATIONAL']),
  ADD CHECK (needs <@ ARRAY['LICENCE', 'SALE', 'JOINT_VENTURE', 'CO_DEVELOPMENT', 'PILOT', 'CAPITAL', 'SITE', 'MARKET']),
  ADD CHECK (market_areas <@ ARRAY['PROVINCE', 'VIETNAM', 'ASEAN', 'EAST_ASIA', 'SOUTH_ASIA', 'MIDDLE_EAST', 'EUROPE', 'NORTH_AMERICA',
    'LATIN_AMERICA', 'AFRICA', 'OCEANIA']),
  ADD CHECK (length(competitive_advantage) <= 2000 AND length(market_segment) <= 1000);

GRANT SELECT, INSERT, UPDATE, DELETE ON result_recognition TO ba_nha_app;
ALTER TABLE result_recognition ADD CHECK (position BETWEEN 1 AND 10), ADD CHECK (length(btrim(award)) > 0), ADD CHECK (length(btrim(body)) > 0);
CREATE TRIGGER freeze_result_recognition BEFORE INSERT OR UPDATE OR DELETE ON result_recognition FOR EACH ROW EXECUTE FUNCTION freeze_result_part();

-- Owners and office events of a right: well-formed, few, and no event before the filing.
CREATE FUNCTION right_owners_are_sound(owners jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(owners) = 'array' AND jsonb_array_length(owners) <= 5 AND coalesce(bool_and(
    length(btrim(o ->> 'name')) > 0 AND (o ->> 'ppm')::int BETWEEN 0 AND 1000000), true)
  FROM jsonb_array_elements(owners) AS o
$$;
CREATE FUNCTION right_events_are_sound(events jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(events) = 'array' AND jsonb_array_length(events) <= 8 AND coalesce(bool_and(
    e ->> 'kind' IN ('FILED', 'PUBLISHED', 'EXAMINATION', 'GRANTED', 'RENEWED', 'REFUSED', 'LAPSED', 'WITHDRAWN', 'INVALIDATED')
    AND e ->> 'onDate' ~ '^\d{4}-\d\d-\d\d$'
    AND e ->> 'onDate' >= coalesce((SELECT min(f ->> 'onDate') FROM jsonb_array_elements(events) AS f WHERE f ->> 'kind' = 'FILED'), '0')), true)
  FROM jsonb_array_elements(events) AS e
$$;
ALTER TABLE ip_right DISABLE TRIGGER freeze_ip_right;
-- What was known of a right before becomes its first events; its status stays what it was.
UPDATE ip_right SET events = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'onDate', e.on_date, 'reference', '') ORDER BY e.on_date, e.place), '[]')
  FROM (VALUES ('FILED', filed_on, 1), ('GRANTED', granted_on, 2)) AS e (kind, on_date, place) WHERE e.on_date IS NOT NULL);
ALTER TABLE ip_right ENABLE TRIGGER freeze_ip_right;
ALTER TABLE ip_right ADD CHECK (right_owners_are_sound(owners)), ADD CHECK (right_events_are_sound(events)),
  ADD CHECK (expires_on IS NULL OR filed_on IS NULL OR expires_on > filed_on);

-- From submission on, the owners of a right own the whole of it (checked at commit).
CREATE FUNCTION rights_are_owned() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state NOT IN ('DRAFT', 'RETURNED', 'WITHDRAWN') AND EXISTS (
    SELECT FROM ip_right p WHERE p.result_id = NEW.id AND p.owners <> '[]'
      AND (SELECT sum((o ->> 'ppm')::int) FROM jsonb_array_elements(p.owners) AS o) <> 1000000) THEN
    RAISE EXCEPTION 'OWNERS_NOT_100 %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rights_are_owned AFTER INSERT OR UPDATE ON result
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rights_are_owned();

CREATE OR REPLACE FUNCTION result_profile(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'audiences', to_jsonb(r.audiences), 'needs', to_jsonb(r.needs), 'marketAreas', to_jsonb(r.market_areas),
    'competitiveAdvantage', r.competitive_advantage, 'marketSegment', r.market_segment,
    'recognition', coalesce((
      SELECT jsonb_agg(jsonb_build_object('award', g.award, 'body', g.body, 'onDate', g.on_date, 'reference', g.reference)
        ORDER BY g.position)
      FROM result_recognition g WHERE g.result_id = r.id), '[]'),
    'rights', coalesce((
      SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'status', p.status, 'office', p.office,
          'applicationNo', p.application_no, 'filedOn', p.filed_on, 'grantedOn', p.granted_on,
          'publishedOn', (SELECT min(e ->> 'onDate') FROM jsonb_array_elements(p.events) AS e WHERE e ->> 'kind' = 'PUBLISHED'),
          'disclosedOn', p.disclosed_before_filing_on, 'expiresOn', p.expires_on, 'owners', p.owners, 'events', p.events)
        ORDER BY p.filed_on NULLS LAST, p.kind, p.application_no)
      FROM ip_right p WHERE p.result_id = r.id), '[]'),
    'files', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'title', f.title, 'name', f.name,
          'mediaType', s.media_type, 'sizeBytes', s.size_bytes, 'sha256', f.sha256, 'width', f.width, 'height', f.height,
          'smallWidth', f.small_width, 'smallHeight', f.small_height)
        ORDER BY f.added_at, f.id)
      FROM result_file f JOIN stored_file s ON s.sha256 = f.sha256 WHERE f.result_id = r.id), '[]'))
  FROM result r WHERE r.id = result_to_read
$$;
