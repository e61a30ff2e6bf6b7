-- Initiatives in full: authors, sealed parts, councils, appeals, the public voice, challenges, what becomes of an accepted
-- initiative; extensions of clocks; notices. What each folder's rules need beyond this is added by its own migration.

-- What the step that opens an initiative may set from now on, and a second decision after an appeal.
CREATE OR REPLACE FUNCTION freeze_initiative() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'revision', 'updated_at', 'submitted_at', 'decided_at', 'screened_by_id', 'public_at'];
BEGIN
  IF OLD.state IN ('DRAFT', 'NEEDS_COMPLETION') THEN RETURN NEW; END IF;
  IF OLD.state = 'SUBMITTED' AND NEW.state = 'SCREENED' THEN
    free := free || ARRAY['track', 'ford_code', 'product_codes', 'plan_system_code'];
  END IF;
  IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'FROZEN initiative %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER once_initiative ON initiative;

-- CreateEnum
CREATE TYPE "ChallengeState" AS ENUM ('DRAFT', 'OPEN', 'CLOSED', 'ANSWERED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "InitiativeLinkKind" AS ENUM ('BUILDS_ON', 'TASK', 'PARTNERSHIP', 'RESULT');

-- CreateEnum
CREATE TYPE "VersionKind" AS ENUM ('SUBMISSION', 'EDIT');

-- CreateEnum
CREATE TYPE "EvaluationKind" AS ENUM ('FULL', 'DIVERGENCE', 'APPEAL');

-- CreateEnum
CREATE TYPE "PartLevel" AS ENUM ('PUBLIC', 'REVIEWERS', 'SEALED');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('FOR', 'AGAINST', 'QUESTION');

-- CreateEnum
CREATE TYPE "QuestionAddressee" AS ENUM ('PROPOSER', 'BODY');

-- CreateEnum
CREATE TYPE "ModerationKind" AS ENUM ('REPORT', 'HIDE', 'APPEAL', 'RESTORE', 'UPHOLD');

-- AlterEnum
ALTER TYPE "SubjectType" ADD VALUE 'CHALLENGE';
ALTER TYPE "SubjectType" ADD VALUE 'COMMENT';
ALTER TYPE "SubjectType" ADD VALUE 'CALENDAR_YEAR';

-- DropIndex
DROP INDEX "decision_initiative_id_idx";

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "product_codes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "initiative" ADD COLUMN     "challenge_id" UUID,
ADD COLUMN     "opens_early" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "public_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "initiative_version" ADD COLUMN     "kind" "VersionKind" NOT NULL DEFAULT 'SUBMISSION',
ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "missing_item" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "answered_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "evaluation" ADD COLUMN     "criteria" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "kind" "EvaluationKind" NOT NULL DEFAULT 'FULL',
ADD COLUMN     "version_number" INTEGER;

-- AlterTable
ALTER TABLE "evaluation_seat" ADD COLUMN     "recusal_ground" TEXT,
ADD COLUMN     "recusal_reason" TEXT,
ADD COLUMN     "replaces_seat_id" UUID;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "corrects_id" UUID,
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "publish_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "obligation" ADD COLUMN     "creditor_organisation_id" UUID,
ADD COLUMN     "creditor_person_id" UUID,
ADD COLUMN     "creditor_role" TEXT NOT NULL DEFAULT 'PUBLIC',
ADD COLUMN     "working_days" INTEGER;

-- AlterTable
ALTER TABLE "obligation_pause" ADD COLUMN     "by_organisation_id" UUID,
ADD COLUMN     "by_person_id" UUID,
ADD COLUMN     "by_role" TEXT;

-- CreateTable
CREATE TABLE "challenge" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "state" "ChallengeState" NOT NULL DEFAULT 'DRAFT',
    "owner_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "title" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT NOT NULL DEFAULT '',
    "criteria" TEXT NOT NULL DEFAULT '',
    "product_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "budget_ceiling_vnd" BIGINT,
    "opens_on" DATE,
    "closes_on" DATE,
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "implementation" (
    "initiative_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "chief_post" TEXT NOT NULL,
    "chief_person_id" UUID,
    "expected_product" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "funding" TEXT NOT NULL DEFAULT '',
    "due_on" DATE NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "implementation_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "implementation_report" (
    "id" BIGSERIAL NOT NULL,
    "initiative_id" UUID NOT NULL,
    "percent" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'vi',
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "implementation_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "kind" "InitiativeLinkKind" NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID NOT NULL,
    "organisation_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "initiative_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_act" (
    "key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "result" JSONB NOT NULL DEFAULT '[]',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part_visibility" (
    "initiative_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "level" "PartLevel" NOT NULL,
    "until_on" DATE,

    CONSTRAINT "part_visibility_pkey" PRIMARY KEY ("initiative_id","field")
);

-- CreateTable
CREATE TABLE "initiative_author" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "person_id" UUID,
    "part" TEXT NOT NULL DEFAULT '',
    "contribution_ppm" INTEGER NOT NULL DEFAULT 0,
    "token_hash" TEXT,
    "invited_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_ppm" INTEGER,
    "declined_at" TIMESTAMPTZ(3),

    CONSTRAINT "initiative_author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_receipt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "record_entry_id" BIGINT,

    CONSTRAINT "priority_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_reading" (
    "id" BIGSERIAL NOT NULL,
    "initiative_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "role" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "author_reply" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "author_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "against" "InitiativeState" NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "InitiativeState",
    "reason" TEXT,
    "reason_language" TEXT,
    "closed_by_id" UUID,
    "organisation_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal_vote" (
    "seat_id" UUID NOT NULL,
    "uphold" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appeal_vote_pkey" PRIMARY KEY ("seat_id")
);

-- CreateTable
CREATE TABLE "interest_tie" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "other_person_id" UUID,
    "organisation_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "from_on" DATE NOT NULL DEFAULT CURRENT_DATE,
    "to_on" DATE,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interest_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow" (
    "person_id" UUID NOT NULL,
    "subject_type" "SubjectType" NOT NULL,
    "subject_code" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("person_id","subject_type","subject_code")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "subject_type" "SubjectType" NOT NULL,
    "subject_code" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_preference" (
    "person_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "on_page" BOOLEAN NOT NULL DEFAULT true,
    "by_mail" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("person_id","event")
);

-- CreateTable
CREATE TABLE "digest" (
    "person_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("person_id","on_date")
);

-- CreateTable
CREATE TABLE "unsubscribe_token" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "unsubscribe_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "obligation_extension" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "obligation_id" UUID NOT NULL,
    "until_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_role" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted" BOOLEAN,
    "answer_reason" TEXT,
    "answered_by_id" UUID,
    "answered_by_role" TEXT,
    "answered_by_organisation_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "obligation_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support" (
    "initiative_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_pkey" PRIMARY KEY ("initiative_id","person_id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "initiative_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "addressee" "QuestionAddressee",
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "moderation" (
    "id" BIGSERIAL NOT NULL,
    "comment_id" UUID NOT NULL,
    "kind" "ModerationKind" NOT NULL,
    "ground" TEXT,
    "reason" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_pkey" PRIMARY KEY ("id")
);

-- What is already there: decided initiatives are public since their decision, and decisions count from 1.
UPDATE initiative SET public_at = decided_at WHERE decided_at IS NOT NULL;
UPDATE decision d SET number = n.number, publish_at = d.decided_at, published_at = d.decided_at
FROM (SELECT id, row_number() OVER (PARTITION BY initiative_id ORDER BY decided_at, id) AS number FROM decision) AS n
WHERE n.id = d.id;
CREATE TRIGGER once_initiative BEFORE UPDATE ON initiative FOR EACH ROW EXECUTE FUNCTION once('public_at', 'screened_by_id');

-- CreateIndex
CREATE UNIQUE INDEX "challenge_code_key" ON "challenge"("code");

-- CreateIndex
CREATE INDEX "challenge_state_closes_on_idx" ON "challenge"("state", "closes_on");

-- CreateIndex
CREATE INDEX "challenge_owner_id_idx" ON "challenge"("owner_id");

-- CreateIndex
CREATE INDEX "implementation_owner_id_idx" ON "implementation"("owner_id");

-- CreateIndex
CREATE INDEX "implementation_report_initiative_id_id_idx" ON "implementation_report"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "initiative_link_initiative_id_idx" ON "initiative_link"("initiative_id");

-- CreateIndex
CREATE INDEX "initiative_link_kind_code_idx" ON "initiative_link"("kind", "code");

-- CreateIndex
CREATE INDEX "case_assignment_initiative_id_idx" ON "case_assignment"("initiative_id");

-- CreateIndex
CREATE INDEX "case_assignment_person_id_idx" ON "case_assignment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_person_id_list_name_key" ON "saved_filter"("person_id", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_author_token_hash_key" ON "initiative_author"("token_hash");

-- CreateIndex
CREATE INDEX "initiative_author_person_id_idx" ON "initiative_author"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_author_initiative_id_position_key" ON "initiative_author"("initiative_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "priority_receipt_sha256_key" ON "priority_receipt"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "priority_receipt_initiative_id_number_key" ON "priority_receipt"("initiative_id", "number");

-- CreateIndex
CREATE INDEX "file_reading_initiative_id_id_idx" ON "file_reading"("initiative_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "author_reply_evaluation_id_key" ON "author_reply"("evaluation_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_initiative_id_key" ON "appeal"("initiative_id");

-- CreateIndex
CREATE INDEX "interest_tie_person_id_idx" ON "interest_tie"("person_id");

-- CreateIndex
CREATE INDEX "interest_tie_other_person_id_idx" ON "interest_tie"("other_person_id");

-- CreateIndex
CREATE INDEX "follow_subject_type_subject_code_idx" ON "follow"("subject_type", "subject_code");

-- CreateIndex
CREATE INDEX "notice_person_id_id_idx" ON "notice"("person_id", "id");

-- CreateIndex
CREATE INDEX "unsubscribe_token_person_id_idx" ON "unsubscribe_token"("person_id");

-- CreateIndex
CREATE INDEX "obligation_extension_obligation_id_idx" ON "obligation_extension"("obligation_id");

-- CreateIndex
CREATE INDEX "support_person_id_idx" ON "support"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_code_key" ON "comment"("code");

-- CreateIndex
CREATE INDEX "comment_initiative_id_at_idx" ON "comment"("initiative_id", "at");

-- CreateIndex
CREATE INDEX "comment_person_id_idx" ON "comment"("person_id");

-- CreateIndex
CREATE INDEX "moderation_comment_id_id_idx" ON "moderation"("comment_id", "id");

-- CreateIndex
CREATE INDEX "initiative_public_at_idx" ON "initiative"("public_at");

-- CreateIndex
CREATE INDEX "initiative_challenge_id_idx" ON "initiative"("challenge_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_initiative_id_number_key" ON "decision"("initiative_id", "number");

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "implementation" ADD CONSTRAINT "implementation_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "implementation" ADD CONSTRAINT "implementation_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "implementation_report" ADD CONSTRAINT "implementation_report_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "implementation"("initiative_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_link" ADD CONSTRAINT "initiative_link_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_visibility" ADD CONSTRAINT "part_visibility_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_author" ADD CONSTRAINT "initiative_author_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_author" ADD CONSTRAINT "initiative_author_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_receipt" ADD CONSTRAINT "priority_receipt_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_reading" ADD CONSTRAINT "file_reading_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author_reply" ADD CONSTRAINT "author_reply_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_vote" ADD CONSTRAINT "appeal_vote_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "evaluation_seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_extension" ADD CONSTRAINT "obligation_extension_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- People and earlier rows that the new tables name.
ALTER TABLE interest_tie ADD FOREIGN KEY (person_id) REFERENCES person (id), ADD FOREIGN KEY (other_person_id) REFERENCES person (id),
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
ALTER TABLE follow ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE notice ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE notice_preference ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE digest ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE unsubscribe_token ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE support ADD FOREIGN KEY (person_id) REFERENCES person (id),
  ADD FOREIGN KEY (initiative_id, version_number) REFERENCES initiative_version (initiative_id, number);
ALTER TABLE comment ADD FOREIGN KEY (person_id) REFERENCES person (id),
  ADD FOREIGN KEY (initiative_id, version_number) REFERENCES initiative_version (initiative_id, number);
ALTER TABLE answer ADD FOREIGN KEY (person_id) REFERENCES person (id), ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
ALTER TABLE moderation ADD FOREIGN KEY (person_id) REFERENCES person (id), ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
ALTER TABLE file_reading ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE author_reply ADD FOREIGN KEY (evaluation_id) REFERENCES evaluation (id);
ALTER TABLE decision ADD FOREIGN KEY (corrects_id) REFERENCES decision (id);
ALTER TABLE evaluation_seat ADD FOREIGN KEY (replaces_seat_id) REFERENCES evaluation_seat (id);
ALTER TABLE case_assignment ADD FOREIGN KEY (person_id) REFERENCES person (id), ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
ALTER TABLE implementation_report ADD FOREIGN KEY (person_id) REFERENCES person (id), ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
ALTER TABLE initiative_link ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
ALTER TABLE saved_filter ADD FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE bulk_act ADD FOREIGN KEY (person_id) REFERENCES person (id);

-- Plain facts.
ALTER TABLE part_visibility ADD CHECK ((level = 'SEALED') = (until_on IS NOT NULL));
ALTER TABLE initiative_author ADD CHECK (contribution_ppm BETWEEN 0 AND 1000000), ADD CHECK (length(btrim(name)) > 0),
  ADD CHECK ((confirmed_at IS NULL) = (confirmed_ppm IS NULL)), ADD CHECK (confirmed_at IS NULL OR declined_at IS NULL);
ALTER TABLE priority_receipt ADD CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
ALTER TABLE interest_tie ADD CHECK (relation IN ('FINANCIAL', 'SUPERVISOR', 'FAMILY')), ADD CHECK (to_on IS NULL OR to_on > from_on),
  ADD CHECK (num_nonnulls(other_person_id, organisation_id) = 1), ADD CHECK (other_person_id IS DISTINCT FROM person_id);
ALTER TABLE appeal ADD CHECK (against IN ('REJECTED', 'REJECTED_FORM')), ADD CHECK (outcome IS NULL OR outcome IN ('REJECTION_UPHELD', 'UNDER_EVALUATION')),
  ADD CHECK (num_nonnulls(outcome, reason, closed_by_id, closed_at) IN (0, 4)), ADD CHECK (reason IS NULL OR length(btrim(reason)) >= 20);
ALTER TABLE comment ADD CHECK (length(btrim(text)) > 0), ADD CHECK ((stance = 'QUESTION') = (addressee IS NOT NULL)),
  ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE answer ADD CHECK (length(btrim(text)) > 0), ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE moderation ADD CHECK (length(btrim(reason)) > 0);
ALTER TABLE challenge ADD CHECK (closes_on IS NULL OR closes_on > opens_on), ADD CHECK (language IN ('vi', 'en', 'fr')),
  ADD CHECK (budget_ceiling_vnd IS NULL OR budget_ceiling_vnd BETWEEN 0 AND 10000000000000000),
  ADD CHECK (state = 'DRAFT' OR state = 'WITHDRAWN' OR (published_at IS NOT NULL AND opens_on IS NOT NULL AND closes_on IS NOT NULL));
ALTER TABLE implementation_report ADD CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE obligation_extension ADD CHECK (num_nonnulls(granted, answered_by_id, answered_by_role, answered_at) IN (0, 4)),
  ADD CHECK (answered_by_id IS NULL OR answered_by_id <> requested_by_id), ADD CHECK (length(btrim(reason)) > 0);
CREATE UNIQUE INDEX obligation_extension_one_open ON obligation_extension (obligation_id) WHERE answered_at IS NULL;
CREATE UNIQUE INDEX comment_one_stance ON comment (initiative_id, person_id) WHERE stance <> 'QUESTION' AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX case_assignment_one_open ON case_assignment (initiative_id, role) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX initiative_link_once ON initiative_link (initiative_id, kind, code) WHERE ended_at IS NULL;
CREATE INDEX notice_to_mail ON notice (person_id, id) WHERE mailed_at IS NULL;
CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;

-- What the app's role may do with them; history is insert-only.
GRANT INSERT, UPDATE, DELETE ON initiative_author, part_visibility, notice_preference, saved_filter TO ba_nha_app;
GRANT INSERT, DELETE ON follow TO ba_nha_app;
GRANT INSERT, UPDATE ON challenge, obligation_extension TO ba_nha_app;
GRANT INSERT ON priority_receipt, file_reading, author_reply, appeal, appeal_vote, interest_tie, support, comment, answer, moderation,
  implementation, implementation_report, initiative_link, case_assignment, bulk_act, notice, digest, unsubscribe_token TO ba_nha_app;
GRANT UPDATE (answer, answered_at) ON missing_item TO ba_nha_app;
GRANT UPDATE (published_at) ON decision TO ba_nha_app;
GRANT UPDATE (outcome, reason, reason_language, closed_by_id, organisation_id, closed_at) ON appeal TO ba_nha_app;
GRANT UPDATE (to_on) ON interest_tie TO ba_nha_app;
GRANT UPDATE (version_number, at, withdrawn_at) ON support TO ba_nha_app;
GRANT UPDATE (withdrawn_at) ON comment TO ba_nha_app;
GRANT UPDATE (ended_at, end_reason) ON initiative_link TO ba_nha_app;
GRANT UPDATE (ended_at) ON case_assignment TO ba_nha_app;
GRANT UPDATE (result, done_at) ON bulk_act TO ba_nha_app;
GRANT UPDATE (read_at, mailed_at) ON notice TO ba_nha_app;
GRANT UPDATE (used_at) ON unsubscribe_token TO ba_nha_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ba_nha_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ba_nha_app;

CREATE TRIGGER once_decision BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION once('published_at');
CREATE TRIGGER once_appeal BEFORE UPDATE ON appeal FOR EACH ROW EXECUTE FUNCTION once('outcome', 'reason', 'closed_by_id', 'closed_at');
CREATE TRIGGER once_comment BEFORE UPDATE ON comment FOR EACH ROW EXECUTE FUNCTION once('withdrawn_at');
CREATE TRIGGER once_link BEFORE UPDATE ON initiative_link FOR EACH ROW EXECUTE FUNCTION once('ended_at');
CREATE TRIGGER once_assignment BEFORE UPDATE ON case_assignment FOR EACH ROW EXECUTE FUNCTION once('ended_at');
CREATE TRIGGER once_bulk BEFORE UPDATE ON bulk_act FOR EACH ROW EXECUTE FUNCTION once('done_at');
CREATE TRIGGER once_extension BEFORE UPDATE ON obligation_extension FOR EACH ROW EXECUTE FUNCTION once('granted', 'answered_by_id', 'answered_at');
CREATE TRIGGER keep_extension BEFORE UPDATE ON obligation_extension FOR EACH ROW
  EXECUTE FUNCTION keep('obligation_id', 'until_on', 'reason', 'requested_by_id', 'requested_at');
CREATE TRIGGER keep_challenge BEFORE UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION keep('code', 'owner_id', 'created_by_id', 'created_at');
CREATE TRIGGER once_challenge BEFORE UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION once('published_at', 'ended_at');
CREATE TRIGGER move_challenge BEFORE UPDATE OF state ON challenge FOR EACH ROW EXECUTE FUNCTION move_along();
INSERT INTO state_transition VALUES
  ('challenge', 'DRAFT', 'OPEN'), ('challenge', 'DRAFT', 'WITHDRAWN'), ('challenge', 'OPEN', 'CLOSED'), ('challenge', 'OPEN', 'WITHDRAWN'),
  ('challenge', 'CLOSED', 'ANSWERED'), ('challenge', 'CLOSED', 'WITHDRAWN');
