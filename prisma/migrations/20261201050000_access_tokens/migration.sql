-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_answer" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_sha256" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_person_id_idx" ON "access_token"("person_id");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Tokens of programs (docs/api.md, "Writes"): kept as their hash, ended once, never given more than they were made with.
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON access_token TO ba_nha_app;
GRANT SELECT, INSERT ON kept_answer TO ba_nha_app;
ALTER TABLE access_token ADD CHECK (token_hash ~ '^[0-9a-f]{64}$'), ADD CHECK (length(btrim(name)) > 0),
  ADD CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['findings:write']),
  ADD CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days');
ALTER TABLE kept_answer ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE CASCADE,
  ADD CHECK (key ~ '^[\x21-\x7e]{8,100}$'), ADD CHECK (request_sha256 ~ '^[0-9a-f]{64}$');
CREATE TRIGGER once_access_token BEFORE UPDATE ON access_token FOR EACH ROW EXECUTE FUNCTION once('revoked_at');

-- Published findings and recommendations are listed by the moment of their publication.
CREATE INDEX finding_published ON finding (published_at DESC, code DESC) WHERE state = 'PUBLISHED';
