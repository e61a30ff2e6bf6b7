-- A receipt stands on the record in the same transaction, under its own hash, and is never changed.
ALTER TABLE priority_receipt ALTER COLUMN record_entry_id SET NOT NULL,
  ADD FOREIGN KEY (record_entry_id) REFERENCES record_entry (id);
CREATE FUNCTION receipt_is_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM record_entry r JOIN initiative i ON i.code = r.subject_code
    WHERE r.id = NEW.record_entry_id AND i.id = NEW.initiative_id AND r.kind = 'initiative.priority'
      AND r.payload::jsonb ->> 'sha256' = NEW.sha256
  ) THEN
    RAISE EXCEPTION 'RECEIPT_NOT_ON_RECORD' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_is_on_record BEFORE INSERT ON priority_receipt FOR EACH ROW EXECUTE FUNCTION receipt_is_on_record();
CREATE INDEX initiative_version_sha256 ON initiative_version (sha256);
