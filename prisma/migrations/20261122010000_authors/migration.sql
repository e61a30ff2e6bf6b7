-- Authors in a table of their own instead of a list in the initiative: who they are, their part, their share, and whether
-- they confirmed both.

-- The proposer comes first. Lists from before named no shares and asked nobody: they stay so, and nobody is made to have
-- confirmed anything.
INSERT INTO initiative_author (initiative_id, position, name, person_id, part, contribution_ppm)
SELECT i.id, m.position, btrim(m.value ->> 'name'), CASE WHEN m.position = 1 THEN i.proposer_id END,
  coalesce(m.value ->> 'part', ''), CASE WHEN jsonb_array_length(i.team) = 1 THEN 1000000 ELSE 0 END
FROM initiative i CROSS JOIN LATERAL jsonb_array_elements(i.team) WITH ORDINALITY AS m (value, position)
WHERE length(btrim(m.value ->> 'name')) > 0;
INSERT INTO initiative_author (initiative_id, position, name, person_id, contribution_ppm)
SELECT i.id, 1, coalesce(nullif(btrim(p.name), ''), i.code), p.id, 1000000
FROM initiative i JOIN person p ON p.id = i.proposer_id
WHERE NOT EXISTS (SELECT 1 FROM initiative_author a WHERE a.initiative_id = i.id AND a.position = 1);
ALTER TABLE "initiative" DROP COLUMN "team";

ALTER TABLE initiative_author ADD CHECK (position BETWEEN 1 AND 1000), ADD CHECK (confirmed_at IS NULL OR person_id IS NOT NULL);
CREATE UNIQUE INDEX initiative_author_person ON initiative_author (initiative_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX initiative_author_email ON initiative_author (initiative_id, lower(email)) WHERE email IS NOT NULL;

-- Authors, shares and confirmations are part of the content: they change while it can, and the proposer stays the first.
CREATE FUNCTION freeze_author() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  author initiative_author%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN author := OLD; ELSE author := NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM initiative WHERE id = author.initiative_id AND state IN ('DRAFT', 'NEEDS_COMPLETION')) THEN
    RAISE EXCEPTION 'FROZEN author' USING ERRCODE = '23514';
  END IF;
  IF author.position = 1 AND (TG_OP = 'DELETE' OR NOT EXISTS (
    SELECT 1 FROM initiative WHERE id = author.initiative_id AND proposer_id = author.person_id
  )) THEN
    RAISE EXCEPTION 'PROPOSER_IS_FIRST' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.initiative_id, NEW.position, NEW.email) IS DISTINCT FROM (OLD.initiative_id, OLD.position, OLD.email) THEN
    RAISE EXCEPTION 'FROZEN author' USING ERRCODE = '23514';
  END IF;
  RETURN author;
END $$;
CREATE TRIGGER freeze_author BEFORE INSERT OR UPDATE OR DELETE ON initiative_author FOR EACH ROW EXECUTE FUNCTION freeze_author();

-- At every submission the shares make 1 000 000 ppm, and everybody but the proposer has confirmed the very share (at commit).
CREATE FUNCTION authors_agree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'SUBMITTED' AND OLD.state IN ('DRAFT', 'NEEDS_COMPLETION') THEN
    IF (SELECT coalesce(sum(contribution_ppm), 0) FROM initiative_author WHERE initiative_id = NEW.id) <> 1000000 THEN
      RAISE EXCEPTION 'SUM_NOT_100 authors of %', NEW.code USING ERRCODE = '23514';
    END IF;
    IF EXISTS (
      SELECT 1 FROM initiative_author WHERE initiative_id = NEW.id AND position > 1
        AND (declined_at IS NOT NULL OR confirmed_ppm IS DISTINCT FROM contribution_ppm)
    ) THEN
      RAISE EXCEPTION 'AUTHOR_UNCONFIRMED %', NEW.code USING ERRCODE = '23514';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER authors_agree AFTER UPDATE OF state ON initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION authors_agree();

-- Authors are no judges of their own, and what they open is theirs.
CREATE FUNCTION judge_is_no_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'decision' THEN
    IF is_author(NEW.initiative_id, NEW.decided_by_id) THEN RAISE EXCEPTION 'NOT_INDEPENDENT decider' USING ERRCODE = '23514'; END IF;
  ELSIF EXISTS (SELECT 1 FROM evaluation e WHERE e.id = NEW.evaluation_id AND is_author(e.initiative_id, NEW.person_id)) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT evaluator' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decider_is_no_author BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION judge_is_no_author();
CREATE TRIGGER evaluator_is_no_author BEFORE INSERT ON evaluation_seat FOR EACH ROW EXECUTE FUNCTION judge_is_no_author();
CREATE OR REPLACE FUNCTION reading_is_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_author(NEW.initiative_id, NEW.person_id) THEN
    RAISE EXCEPTION 'OWN_READING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
