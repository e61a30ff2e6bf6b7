-- The public list reads its newest page from here instead of sorting every initiative.
CREATE INDEX initiative_listed ON initiative (submitted_at DESC, code DESC) WHERE state <> 'DRAFT' AND submitted_at IS NOT NULL;
