-- Who may hide what a member says, and how its author is heard (docs/domain.md, "Public voice").
ALTER TABLE moderation ADD CHECK (ground IS NULL OR ground IN ('PERSONAL_DATA', 'INSULT', 'SPAM', 'SECRET', 'OFF_TOPIC', 'ILLEGAL')),
  ADD CHECK ((kind IN ('REPORT', 'HIDE')) = (ground IS NOT NULL)), ADD CHECK (language IN ('vi', 'en', 'fr')),
  ADD CHECK ((kind IN ('HIDE', 'RESTORE', 'UPHOLD')) = (organisation_id IS NOT NULL));
-- One report a person, one appeal a comment.
CREATE UNIQUE INDEX moderation_one_report ON moderation (comment_id, person_id) WHERE kind = 'REPORT';
CREATE UNIQUE INDEX moderation_one_appeal ON moderation (comment_id) WHERE kind = 'APPEAL';

CREATE FUNCTION moderation_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c comment%ROWTYPE;
  last moderation%ROWTYPE;
  hider uuid;
BEGIN
  -- One act after the other, so that the newest is the one that was seen.
  SELECT * INTO c FROM comment WHERE id = NEW.comment_id FOR UPDATE;
  SELECT * INTO last FROM moderation WHERE comment_id = NEW.comment_id AND kind <> 'REPORT' ORDER BY id DESC LIMIT 1;
  SELECT person_id INTO hider FROM moderation WHERE comment_id = NEW.comment_id AND kind = 'HIDE' ORDER BY id DESC LIMIT 1;
  IF NEW.kind = 'APPEAL' AND (NEW.person_id <> c.person_id OR last.kind IS DISTINCT FROM 'HIDE') THEN
    RAISE EXCEPTION 'NO_APPEAL %', c.code USING ERRCODE = '23514';
  ELSIF NEW.kind IN ('REPORT', 'HIDE') AND (c.withdrawn_at IS NOT NULL OR coalesce(last.kind, 'RESTORE') <> 'RESTORE') THEN
    RAISE EXCEPTION 'NOT_STANDING %', c.code USING ERRCODE = '23514';
  ELSIF NEW.kind = 'UPHOLD' AND last.kind IS DISTINCT FROM 'APPEAL' THEN
    RAISE EXCEPTION 'NO_APPEAL %', c.code USING ERRCODE = '23514';
  ELSIF NEW.kind = 'RESTORE' AND last.kind IN ('HIDE', 'UPHOLD') THEN
    RAISE EXCEPTION 'NO_APPEAL %', c.code USING ERRCODE = '23514';
  END IF;
  -- Whoever wrote, is asked, proposed, reported it, or hid it before does not decide on it.
  IF NEW.kind IN ('HIDE', 'RESTORE', 'UPHOLD') AND (
    NEW.person_id = c.person_id OR is_author(c.initiative_id, NEW.person_id)
    OR EXISTS (SELECT 1 FROM moderation m WHERE m.comment_id = c.id AND m.kind = 'REPORT' AND m.person_id = NEW.person_id)
    OR (last.kind = 'APPEAL' AND hider = NEW.person_id)
  ) THEN
    RAISE EXCEPTION 'NOT_INDEPENDENT moderator' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moderation_fits BEFORE INSERT ON moderation FOR EACH ROW EXECUTE FUNCTION moderation_fits();
