-- How much waits for a post is counted by kind and day from the index alone, however many duties are open.
CREATE INDEX obligation_open_counted ON obligation (debtor_role, debtor_organisation_id, kind, due_on)
  INCLUDE (subject_type, subject_id, id) WHERE done_at IS NULL AND voided_at IS NULL AND debtor_person_id IS NULL;
