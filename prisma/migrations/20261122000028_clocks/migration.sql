-- AlterTable
ALTER TABLE "calendar_day" ADD COLUMN     "name_en" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "name_fr" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "obligation" ADD COLUMN     "recounted_due_on" DATE;

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "recounted_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- Who may write what.
GRANT SELECT, UPDATE (recounted_at) ON calendar_year TO ba_nha_app;

-- A year is published once: from then on nothing that leaned on its provisional list is left uncounted.
CREATE FUNCTION publish_calendar_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.provisional AND NEW.published_at IS NULL THEN NEW.published_at := now(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publish_calendar_year BEFORE INSERT OR UPDATE ON calendar_year FOR EACH ROW EXECUTE FUNCTION publish_calendar_year();
CREATE TRIGGER once_calendar_year BEFORE UPDATE ON calendar_year FOR EACH ROW EXECUTE FUNCTION once('published_at', 'recounted_at');

-- What is owed, to whom and for how long does not change; an obligation ends in one way.
CREATE TRIGGER keep_obligation_terms BEFORE UPDATE ON obligation FOR EACH ROW
  EXECUTE FUNCTION keep('debtor_role', 'creditor_organisation_id', 'creditor_person_id', 'creditor_role', 'working_days');
ALTER TABLE obligation ADD CHECK (done_at IS NULL OR voided_at IS NULL), ADD CHECK (working_days IS NULL OR working_days >= 0);
ALTER TABLE obligation_pause ADD CHECK (to_at IS NULL OR to_at >= from_at);
CREATE UNIQUE INDEX obligation_pause_one_open ON obligation_pause (obligation_id) WHERE to_at IS NULL;
CREATE TRIGGER keep_pause_hand BEFORE UPDATE ON obligation_pause FOR EACH ROW
  EXECUTE FUNCTION keep('by_role', 'by_organisation_id', 'by_person_id');

-- The current due date moves by what is on record alone: in the transaction that ended a pause or granted an extension,
-- or while a published year waits for the new count. It never moves once the obligation has ended.
CREATE FUNCTION due_moves_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.due_on, NEW.recounted_due_on) IS NOT DISTINCT FROM (OLD.due_on, OLD.recounted_due_on) THEN RETURN NEW; END IF;
  IF OLD.done_at IS NULL AND OLD.voided_at IS NULL AND (
    (NEW.recounted_due_on IS NOT NULL AND NEW.recounted_due_on IS DISTINCT FROM OLD.recounted_due_on
      AND EXISTS (SELECT 1 FROM calendar_year WHERE published_at IS NOT NULL AND recounted_at IS NULL))
    OR (NEW.recounted_due_on IS NOT DISTINCT FROM OLD.recounted_due_on AND NEW.due_on > OLD.due_on AND (
      EXISTS (SELECT 1 FROM obligation_extension e WHERE e.obligation_id = OLD.id AND e.granted AND e.until_on = NEW.due_on
        AND e.xmin = pg_current_xact_id()::xid)
      OR EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = OLD.id AND p.to_at IS NOT NULL
        AND p.xmin = pg_current_xact_id()::xid)))
  ) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'DUE_DATE_OFF_RECORD %', OLD.id USING ERRCODE = '23514';
END $$;
CREATE TRIGGER due_moves_on_record BEFORE UPDATE OF due_on, recounted_due_on ON obligation
  FOR EACH ROW EXECUTE FUNCTION due_moves_on_record();
CREATE FUNCTION due_starts_original() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.due_on <> NEW.original_due_on OR NEW.recounted_due_on IS NOT NULL THEN
    RAISE EXCEPTION 'DUE_DATE_OFF_RECORD %', NEW.id USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER due_starts_original BEFORE INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION due_starts_original();

-- More time is asked for while the clock runs and before it is over, for a later day; it is answered once, with a reason.
ALTER TABLE obligation_extension ADD CHECK (answered_at IS NULL OR length(btrim(answer_reason)) > 0);
CREATE TRIGGER once_extension_words BEFORE UPDATE ON obligation_extension FOR EACH ROW
  EXECUTE FUNCTION once('answer_reason', 'answered_by_role', 'answered_by_organisation_id');
CREATE TRIGGER keep_extension_hand BEFORE UPDATE ON obligation_extension FOR EACH ROW EXECUTE FUNCTION keep('requested_by_role');
CREATE FUNCTION extension_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  o obligation%ROWTYPE;
BEGIN
  SELECT * INTO o FROM obligation WHERE id = NEW.obligation_id FOR UPDATE;
  IF TG_OP = 'UPDATE' AND NEW.granted IS NOT TRUE THEN RETURN NEW; END IF;
  IF o.done_at IS NOT NULL OR o.voided_at IS NOT NULL OR NEW.until_on <= o.due_on
    OR (TG_OP = 'INSERT' AND (NEW.granted IS NOT NULL OR o.due_on < (NEW.requested_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
    OR EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)
  THEN
    RAISE EXCEPTION 'EXTENSION_OUT_OF_TIME %', o.id USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER extension_fits_asked BEFORE INSERT ON obligation_extension FOR EACH ROW EXECUTE FUNCTION extension_fits();
CREATE TRIGGER extension_fits_answered BEFORE UPDATE OF granted ON obligation_extension FOR EACH ROW
  WHEN (OLD.granted IS NULL) EXECUTE FUNCTION extension_fits();

-- The public board, by every filter that it offers, without reading what has ended.
CREATE INDEX obligation_open ON obligation (due_on, opened_at, id) WHERE done_at IS NULL AND voided_at IS NULL;
CREATE INDEX obligation_open_kind ON obligation (kind, due_on, opened_at, id) WHERE done_at IS NULL AND voided_at IS NULL;
CREATE INDEX obligation_open_body ON obligation (debtor_organisation_id, due_on, opened_at, id) WHERE done_at IS NULL AND voided_at IS NULL;
CREATE INDEX obligation_open_role ON obligation (debtor_role, due_on, opened_at, id) WHERE done_at IS NULL AND voided_at IS NULL;
CREATE INDEX obligation_open_person ON obligation (debtor_person_id, due_on) WHERE done_at IS NULL AND voided_at IS NULL;
CREATE INDEX obligation_done ON obligation (done_at DESC, id) WHERE done_at IS NOT NULL;
CREATE INDEX obligation_done_body ON obligation (debtor_organisation_id, done_at DESC) WHERE done_at IS NOT NULL;
CREATE INDEX obligation_subject_code ON obligation (subject_code, opened_at, id);
