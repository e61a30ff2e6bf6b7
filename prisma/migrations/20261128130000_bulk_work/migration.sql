-- Bulk work: each row of an act is settled once, in the transaction that does it; assignments and saved filters keep their rules.
-- AlterTable
ALTER TABLE "bulk_act" DROP COLUMN "result",
ADD COLUMN     "input" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "key" SET DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "bulk_row" (
    "key" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "expected" JSONB NOT NULL,
    "outcome" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("key","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "bulk_row_key_position_key" ON "bulk_row"("key", "position");

-- AddForeignKey
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_key_fkey" FOREIGN KEY ("key") REFERENCES "bulk_act"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE bulk_act ADD CHECK (kind IN ('assign', 'return', 'decide'));
ALTER TABLE bulk_row ADD CHECK (position BETWEEN 1 AND 100), ADD CHECK ((outcome IS NULL) = (settled_at IS NULL));
GRANT SELECT, INSERT ON bulk_row TO ba_nha_app;
GRANT UPDATE (outcome, settled_at) ON bulk_row TO ba_nha_app;
REVOKE UPDATE ON bulk_act FROM ba_nha_app;
GRANT UPDATE (done_at) ON bulk_act TO ba_nha_app;
CREATE TRIGGER once_bulk_row BEFORE UPDATE ON bulk_row FOR EACH ROW EXECUTE FUNCTION once('outcome', 'settled_at');

-- Who is given a case holds the role in the body whose case it is.
CREATE FUNCTION assignee_holds_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = NEW.person_id AND g.role = NEW.role
    AND g.organisation_id = NEW.organisation_id AND g.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'ASSIGNEE_LACKS_ROLE' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignee_holds_role BEFORE INSERT ON case_assignment FOR EACH ROW EXECUTE FUNCTION assignee_holds_role();

-- Twenty filters a person and list at most, counted one after the other.
ALTER TABLE saved_filter ADD CHECK (char_length(name) BETWEEN 1 AND 60), ADD CHECK (char_length(query) <= 600);
CREATE FUNCTION few_filters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('saved_filter ' || NEW.person_id, 0));
  IF (SELECT count(*) FROM saved_filter f WHERE f.person_id = NEW.person_id AND f.list = NEW.list) >= 20 THEN
    RAISE EXCEPTION 'TOO_MANY_FILTERS' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER few_filters BEFORE INSERT ON saved_filter FOR EACH ROW EXECUTE FUNCTION few_filters();

-- What is open, by who owes it: the inbox of a post.
CREATE INDEX obligation_open_by_debtor ON obligation (debtor_role, debtor_organisation_id, due_on)
  WHERE done_at IS NULL AND voided_at IS NULL;
