-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "looked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_told" (
    "search_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,

    CONSTRAINT "saved_search_told_pkey" PRIMARY KEY ("search_id","document_id")
);

-- CreateIndex
CREATE INDEX "saved_search_looked_at_idx" ON "saved_search"("looked_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_person_id_address_key" ON "saved_search"("person_id", "address");

-- AddForeignKey
ALTER TABLE "saved_search_told" ADD CONSTRAINT "saved_search_told_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whose they are, and what may stand in them.
ALTER TABLE saved_search ADD FOREIGN KEY (person_id) REFERENCES person (id),
  ADD CHECK (length(name) BETWEEN 1 AND 300),
  ADD CHECK (length(address) BETWEEN 1 AND 4000),
  ADD CHECK (jsonb_typeof(asked) = 'object');

-- One person keeps fifty at most, however many ask at once.
CREATE FUNCTION saved_searches_are_few() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('saved_search ' || NEW.person_id, 0));
  IF (SELECT count(*) FROM saved_search WHERE person_id = NEW.person_id) >= 50 THEN
    RAISE EXCEPTION 'a person keeps fifty saved searches at most' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER saved_searches_are_few BEFORE INSERT ON saved_search FOR EACH ROW EXECUTE FUNCTION saved_searches_are_few();

-- The groups of events.
ALTER TABLE notice DROP CONSTRAINT notice_event_group_check,
  ADD CHECK (event_group IN ('progress', 'invitation', 'case', 'voice', 'challenge', 'call', 'search'));
ALTER TABLE notice_preference DROP CONSTRAINT notice_preference_event_check,
  ADD CHECK (event IN ('progress', 'invitation', 'case', 'voice', 'challenge', 'call', 'search'));

GRANT SELECT, INSERT, UPDATE (looked_at), DELETE ON saved_search TO ba_nha_app;
GRANT SELECT, INSERT, DELETE ON saved_search_told TO ba_nha_app;
