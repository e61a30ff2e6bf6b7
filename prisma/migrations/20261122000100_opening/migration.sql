-- When everybody reads an initiative (docs/domain.md, "Public voice").

-- What is public was opened by a rule: from the completeness check on where the proposer chose so, else by a published
-- acceptance or rejection (checked at commit).
CREATE FUNCTION opened_by_a_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.public_at IS NOT NULL AND NOT (NEW.opens_early AND NEW.state NOT IN ('DRAFT', 'SUBMITTED', 'NEEDS_COMPLETION')) AND NOT EXISTS (
    SELECT 1 FROM decision d WHERE d.initiative_id = NEW.id AND d.kind IN ('ACCEPTED', 'REJECTED') AND d.published_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'NOT_OPENED %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER opened_by_a_rule AFTER INSERT OR UPDATE OF public_at ON initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION opened_by_a_rule();
