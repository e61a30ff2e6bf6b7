-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "entry_id" BIGINT;

-- A published assessment stands on the record with both readings; the entry is named once, by the publication.
GRANT UPDATE (entry_id) ON assessment TO ba_nha_app;
ALTER TABLE assessment ADD FOREIGN KEY (entry_id) REFERENCES record_entry, ADD CHECK (entry_id IS NULL OR settled_at IS NOT NULL);
CREATE TRIGGER once_assessment_entry BEFORE UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION once('entry_id');
