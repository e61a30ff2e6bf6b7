-- The answer to a return is item by item: each item has an answer, or its field another text, before it goes back.
-- `answered_at` without an answer says that the field was changed instead.
ALTER TABLE missing_item ADD CHECK (answer IS NULL OR (answered_at IS NOT NULL AND length(btrim(answer)) > 0));

CREATE FUNCTION freeze_missing_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM initiative i WHERE i.id = OLD.initiative_id AND i.state = 'NEEDS_COMPLETION'
  ) OR EXISTS (SELECT 1 FROM missing_item m WHERE m.initiative_id = OLD.initiative_id AND m.round > OLD.round) THEN
    RAISE EXCEPTION 'FROZEN missing item' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_missing_item BEFORE UPDATE ON missing_item FOR EACH ROW EXECUTE FUNCTION freeze_missing_item();

CREATE FUNCTION items_are_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'NEEDS_COMPLETION' AND NEW.state = 'SUBMITTED' AND EXISTS (
    SELECT 1 FROM missing_item m WHERE m.initiative_id = NEW.id AND m.answered_at IS NULL
      AND m.round = (SELECT max(l.round) FROM missing_item l WHERE l.initiative_id = NEW.id)
  ) THEN
    RAISE EXCEPTION 'ITEMS_UNANSWERED %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER items_are_answered BEFORE UPDATE OF state ON initiative FOR EACH ROW EXECUTE FUNCTION items_are_answered();
