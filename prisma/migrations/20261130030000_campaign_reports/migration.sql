-- CreateTable
CREATE TABLE "campaign_report" (
    "campaign_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" BIGINT NOT NULL,

    CONSTRAINT "campaign_report_pkey" PRIMARY KEY ("campaign_id","edition","language")
);

-- AddForeignKey
ALTER TABLE "campaign_report" ADD CONSTRAINT "campaign_report_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "monitoring_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The report of a campaign as it was printed (docs/domain.md, "Report"): nobody changes an edition, and its hash stands on the record.
GRANT SELECT, INSERT ON campaign_report TO ba_nha_app;
ALTER TABLE campaign_report ADD FOREIGN KEY (entry_id) REFERENCES record_entry, ADD CHECK (edition IN (1, 2)),
  ADD CHECK (language IN ('vi', 'en', 'fr')), ADD CHECK (sha256 = encode(sha256(pdf), 'hex'));

-- The first edition is that of the publication, the second that of the closing; its entry names the hash.
CREATE FUNCTION printed_report_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM monitoring_campaign c JOIN record_entry e ON e.subject_code = c.code
    WHERE c.id = NEW.campaign_id AND c.state::text = CASE NEW.edition WHEN 1 THEN 'PUBLISHED' ELSE 'CLOSED' END
      AND e.id = NEW.entry_id AND e.kind = 'campaign.report'
      AND e.payload::jsonb -> 'sha256' ->> NEW.language = NEW.sha256 AND (e.payload::jsonb ->> 'edition')::int = NEW.edition) THEN
    RAISE EXCEPTION 'REPORT_NOT_ON_RECORD' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER printed_report_fits BEFORE INSERT ON campaign_report FOR EACH ROW EXECUTE FUNCTION printed_report_fits();

-- No campaign is published or closed without its report in three languages.
CREATE FUNCTION campaign_has_report() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM campaign_report p WHERE p.campaign_id = NEW.id
    AND p.edition = CASE NEW.state WHEN 'PUBLISHED' THEN 1 ELSE 2 END) <> 3 THEN
    RAISE EXCEPTION 'NO_REPORT %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER campaign_has_report AFTER UPDATE OF state ON monitoring_campaign DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state IN ('PUBLISHED', 'CLOSED') AND NEW.state <> OLD.state) EXECUTE FUNCTION campaign_has_report();
