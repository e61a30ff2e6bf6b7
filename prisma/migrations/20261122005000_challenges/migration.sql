-- AlterTable
ALTER TABLE "challenge" ADD COLUMN     "answered_by_id" UUID,
ADD COLUMN     "stated_at" TIMESTAMPTZ(3),
ADD COLUMN     "statement" TEXT,
ADD COLUMN     "statement_language" TEXT;


-- Challenges (docs/domain.md, "Challenges").
ALTER TABLE challenge ADD FOREIGN KEY (created_by_id) REFERENCES person (id), ADD FOREIGN KEY (answered_by_id) REFERENCES initiative (id),
  ADD CHECK (num_nonnulls(statement, statement_language, stated_at) IN (0, 3)),
  ADD CHECK ((state = 'ANSWERED') = (answered_by_id IS NOT NULL)), ADD CHECK (state <> 'ANSWERED' OR statement IS NOT NULL),
  ADD CHECK (state <> 'WITHDRAWN' OR published_at IS NULL OR length(btrim(end_reason)) >= 10),
  ADD CHECK (state IN ('DRAFT', 'OPEN') OR ended_at IS NOT NULL);
CREATE INDEX challenge_published ON challenge (published_at DESC, code DESC) WHERE published_at IS NOT NULL;

INSERT INTO state_transition VALUES ('challenge', 'OPEN', 'ANSWERED') ON CONFLICT DO NOTHING;
CREATE TRIGGER once_challenge_words BEFORE UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION once('answered_by_id', 'statement', 'stated_at', 'end_reason');

-- What was published stands; a verified body owns it; what answers it is an accepted initiative that was written for it.
CREATE FUNCTION challenge_holds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'updated_at', 'ended_at', 'end_reason', 'answered_by_id', 'statement', 'statement_language', 'stated_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state <> 'DRAFT' AND (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN challenge %', OLD.code USING ERRCODE = '23514';
  END IF;
  IF NEW.published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.owner_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'OWNER_NOT_VERIFIED' USING ERRCODE = '23514';
  END IF;
  IF NEW.answered_by_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM initiative WHERE id = NEW.answered_by_id AND challenge_id = NEW.id AND public_at IS NOT NULL
      AND state IN ('ACCEPTED', 'ASSIGNED', 'IN_IMPLEMENTATION', 'CLOSED_APPLIED', 'CLOSED_NOT_APPLIED', 'CLOSED_STOPPED')
  ) THEN
    RAISE EXCEPTION 'NO_ACCEPTED_ANSWER %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER challenge_holds BEFORE INSERT OR UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION challenge_holds();

-- An initiative answers a challenge that is open, and chooses it while it is a draft.
CREATE FUNCTION challenge_takes_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.challenge_id IS NOT DISTINCT FROM OLD.challenge_id THEN RETURN NEW; END IF;
  IF NEW.state <> 'DRAFT' THEN
    RAISE EXCEPTION 'FROZEN initiative.challenge_id' USING ERRCODE = '23514';
  END IF;
  IF NEW.challenge_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM challenge WHERE id = NEW.challenge_id AND state = 'OPEN') THEN
    RAISE EXCEPTION 'CHALLENGE_CLOSED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER challenge_takes_answer BEFORE INSERT OR UPDATE OF challenge_id ON initiative FOR EACH ROW EXECUTE FUNCTION challenge_takes_answer();
