-- AlterTable
ALTER TABLE "result_report" ADD COLUMN     "file_hashes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "result_report_file" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,

    CONSTRAINT "result_report_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_report_hold" (
    "result_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_report_hold_pkey" PRIMARY KEY ("result_id","person_id","sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_report_file_report_id_sha256_key" ON "result_report_file"("report_id", "sha256");

-- AddForeignKey
ALTER TABLE "result_report_file" ADD CONSTRAINT "result_report_file_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "result_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_report_file" ADD CONSTRAINT "result_report_file_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_report_hold" ADD CONSTRAINT "result_report_hold_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Documents that show what a report says (docs/domain.md, "The way to the market"): the report names their hashes, and they are
-- handed in with it. Neither is ever changed.
GRANT SELECT, INSERT ON result_report_file TO ba_nha_app;
ALTER TABLE result_report ALTER file_hashes SET NOT NULL,
  ADD CHECK (cardinality(file_hashes) <= 5 AND array_to_string(file_hashes, '') ~ '^([0-9a-f]{64})*$');
ALTER TABLE result_report_file ADD CHECK (length(btrim(name)) BETWEEN 1 AND 120);
CREATE TRIGGER keep_report_hashes BEFORE UPDATE ON result_report FOR EACH ROW EXECUTE FUNCTION keep('file_hashes');

CREATE FUNCTION guard_report_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM result_report WHERE id = NEW.report_id AND verdict IS NULL AND NEW.sha256 = ANY (file_hashes)) THEN
    RAISE EXCEPTION 'NOT_OF_THE_REPORT' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_report_file BEFORE INSERT ON result_report_file FOR EACH ROW EXECUTE FUNCTION guard_report_file();

-- Whatever a report names lies there, and nothing twice (checked at commit).
CREATE FUNCTION report_files_are_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM result_report_file WHERE report_id = NEW.id) <> cardinality(NEW.file_hashes) THEN
    RAISE EXCEPTION 'FILES_NOT_KEPT report %', NEW.number USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_files_are_kept AFTER INSERT ON result_report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION report_files_are_kept();

-- A file whose form came back waits for it to be sent again: by who speaks for the host.
GRANT SELECT, INSERT, DELETE ON result_report_hold TO ba_nha_app;
ALTER TABLE result_report_hold
  ADD FOREIGN KEY (person_id) REFERENCES person,
  ADD CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  ADD CHECK (size_bytes > 0);

CREATE FUNCTION guard_report_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM result r JOIN role_grant g ON g.organisation_id = r.host_organisation_id
    WHERE r.id = NEW.result_id AND r.state = 'PUBLISHED' AND g.person_id = NEW.person_id AND g.role = 'PARTY_REP' AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'NOT_THE_HOST' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_report_hold BEFORE INSERT ON result_report_hold FOR EACH ROW EXECUTE FUNCTION guard_report_hold();

CREATE OR REPLACE FUNCTION result_progress(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'reports', coalesce((
      SELECT jsonb_agg(jsonb_build_object('number', p.number, 'kind', p.kind, 'evidence', p.evidence, 'reason', p.reason,
          'reportedAt', p.reported_at, 'sumsPublic', p.sums_public,
          'verdict', CASE WHEN p.verdict IS NOT NULL THEN jsonb_build_object('outcome', p.verdict, 'note', p.note,
            'at', p.answered_at, 'by', jsonb_build_object('code', o.id, 'house', o.house,
              'names', jsonb_strip_nulls(jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)))) END,
          'onDate', p.on_date, 'level', p.level, 'act', p.act, 'counterparty', p.counterparty, 'territory', p.territory,
          'revenueVnd', p.revenue_vnd::text, 'from', p.period_from, 'to', p.period_to, 'grossVnd', p.gross_vnd::text,
          'costVnd', p.cost_vnd::text, 'profitAfterTaxVnd', p.profit_after_tax_vnd::text, 'priceVnd', p.price_vnd::text,
          'domesticValueAddedVnd', p.domestic_value_added_vnd::text, 'domesticCostVnd', p.domestic_cost_vnd::text,
          'coreTechPpm', p.core_tech_ppm, 'domesticDemandPpm', p.domestic_demand_ppm)
        || CASE WHEN p.right_kind IS NULL THEN '{}' ELSE jsonb_build_object('rightId', p.right_id, 'right', p.right_kind,
          'office', p.office, 'applicationNo', p.application_no, 'disclosedOn', p.disclosed_on, 'expiresOn', p.expires_on,
          'owners', p.owners, 'event', p.event, 'reference', p.reference) END
        || jsonb_build_object('files', coalesce((
          SELECT jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'mediaType', s.media_type, 'sizeBytes', s.size_bytes,
            'sha256', d.sha256, 'isPublic', d.is_public) ORDER BY array_position(p.file_hashes, d.sha256))
          FROM result_report_file d JOIN stored_file s ON s.sha256 = d.sha256 WHERE d.report_id = p.id), '[]')) ORDER BY p.number)
      FROM result_report p LEFT JOIN organisation o ON o.id = p.answered_by_body WHERE p.result_id = result_to_read), '[]'),
    'stages', coalesce((
      SELECT jsonb_agg(jsonb_build_object('from', s.from_stage, 'to', s.to_stage, 'onDate', s.on_date, 'at', s.at,
          'evidence', s.evidence, 'reason', s.reason, 'role', s.actor_role, 'entryNo', s.record_entry_id,
          'report', (SELECT number FROM result_report WHERE id = s.report_id),
          'organisation', CASE WHEN o.id IS NOT NULL THEN
            jsonb_strip_nulls(jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) END) ORDER BY s.id)
      FROM result_stage_step s LEFT JOIN organisation o ON o.id = s.actor_organisation_id
      WHERE s.result_id = result_to_read), '[]'),
    'thresholds', localisation_thresholds())
$$;
