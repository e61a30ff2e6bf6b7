-- What members say of a public initiative (docs/domain.md, "Public voice").

-- The proposer, and the authors who did not decline.
CREATE FUNCTION is_author(initiative uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM initiative i WHERE i.id = $1 AND i.proposer_id = $2)
    OR EXISTS (SELECT 1 FROM initiative_author a WHERE a.initiative_id = $1 AND a.person_id = $2 AND a.declined_at IS NULL)
$$;

-- The newest act of moderation holds; a report alone hides nothing.
CREATE FUNCTION comment_is_hidden(comment uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT m.kind IN ('HIDE', 'APPEAL', 'UPHOLD') FROM moderation m
    WHERE m.comment_id = $1 AND m.kind <> 'REPORT' ORDER BY m.id DESC LIMIT 1
  ), false)
$$;

-- Speaking needs a public initiative, its newest version, and somebody who is none of its authors.
CREATE FUNCTION may_be_said(initiative uuid, person uuid, version int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = $1 AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN') THEN
    RAISE EXCEPTION 'NOT_PUBLIC initiative' USING ERRCODE = '23514';
  END IF;
  IF is_author($1, $2) THEN
    RAISE EXCEPTION 'OWN_INITIATIVE' USING ERRCODE = '23514';
  END IF;
  IF $3 IS DISTINCT FROM (SELECT max(v.number) FROM initiative_version v WHERE v.initiative_id = $1) THEN
    RAISE EXCEPTION 'NOT_THE_NEWEST version' USING ERRCODE = '23514';
  END IF;
END $$;

CREATE FUNCTION support_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Taking it back is always possible, and changes nothing else.
  IF TG_OP = 'UPDATE' AND NEW.withdrawn_at IS NOT NULL AND (NEW.version_number, NEW.at) = (OLD.version_number, OLD.at) THEN
    RETURN NEW;
  END IF;
  IF NEW.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'SUPPORT_WITHDRAWN' USING ERRCODE = '23514';
  END IF;
  PERFORM may_be_said(NEW.initiative_id, NEW.person_id, NEW.version_number);
  RETURN NEW;
END $$;
CREATE TRIGGER support_fits BEFORE INSERT OR UPDATE ON support FOR EACH ROW EXECUTE FUNCTION support_fits();

CREATE FUNCTION comment_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM may_be_said(NEW.initiative_id, NEW.person_id, NEW.version_number);
  RETURN NEW;
END $$;
CREATE TRIGGER comment_fits BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION comment_fits();

-- A question that stands is answered by an author, or in the name of a body, as it was addressed; never by whoever asked.
CREATE FUNCTION answer_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c comment%ROWTYPE;
BEGIN
  SELECT * INTO c FROM comment WHERE id = NEW.comment_id FOR UPDATE;
  IF c.stance <> 'QUESTION' OR c.withdrawn_at IS NOT NULL OR comment_is_hidden(c.id) THEN
    RAISE EXCEPTION 'NO_QUESTION %', c.code USING ERRCODE = '23514';
  END IF;
  IF c.person_id = NEW.person_id OR (c.addressee = 'PROPOSER') IS DISTINCT FROM (NEW.organisation_id IS NULL)
    OR (c.addressee = 'PROPOSER' AND NOT is_author(c.initiative_id, NEW.person_id)) THEN
    RAISE EXCEPTION 'NOT_THE_ADDRESSEE %', c.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_fits BEFORE INSERT ON answer FOR EACH ROW EXECUTE FUNCTION answer_fits();

-- Lists walk one initiative's comments, the newest first.
CREATE INDEX comment_newest ON comment (initiative_id, at DESC, code DESC);
