-- The public list of one province, newest first, ends where its page is full.
CREATE INDEX initiative_public_province ON initiative (province_code, submitted_at DESC, code DESC) WHERE public_at IS NOT NULL;
