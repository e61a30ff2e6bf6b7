-- Answers of programs are kept for a period of policy (docs/api.md, "Writes") and then removed by the clock, never before.
GRANT DELETE ON kept_answer TO ba_nha_app;
CREATE INDEX kept_answer_at ON kept_answer (at);
CREATE FUNCTION kept_answer_since(now timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT $1 - make_interval(days => value::int) FROM legal_parameter
  WHERE key = 'api.kept-answer.calendar-days' AND valid_from <= ($1 AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND (valid_to IS NULL OR valid_to > ($1 AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;
CREATE FUNCTION kept_answer_is_old() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- with a person all that is theirs goes
  IF OLD.at >= kept_answer_since(now()) AND EXISTS (SELECT FROM person p WHERE p.id = OLD.person_id) THEN
    RAISE EXCEPTION 'KEPT_ANSWER' USING ERRCODE = '23514';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER kept_answer_is_old BEFORE DELETE ON kept_answer FOR EACH ROW EXECUTE FUNCTION kept_answer_is_old();
