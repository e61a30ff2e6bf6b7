-- Notices know the group by which people choose; people choose how often the digest comes.

-- CreateEnum
CREATE TYPE "DigestFrequency" AS ENUM ('DAILY', 'WEEKLY', 'NEVER');

-- AlterTable
ALTER TABLE "notice" ADD COLUMN "event_group" TEXT NOT NULL DEFAULT 'progress';
ALTER TABLE "notice" ALTER COLUMN "event_group" DROP DEFAULT;

-- CreateTable
CREATE TABLE "digest_choice" (
    "person_id" UUID NOT NULL,
    "frequency" "DigestFrequency" NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_choice_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE digest_choice ADD FOREIGN KEY (person_id) REFERENCES person (id);
GRANT SELECT, INSERT, UPDATE ON digest_choice TO ba_nha_app;

-- What can be followed, and the groups of events.
ALTER TABLE follow ADD CHECK (subject_type IN ('INITIATIVE', 'PARTNERSHIP', 'RESULT', 'ORGANISATION', 'CHALLENGE'));
ALTER TABLE notice ADD CHECK (event_group IN ('progress', 'invitation', 'case', 'voice', 'challenge'));
ALTER TABLE notice_preference ADD CHECK (event IN ('progress', 'invitation', 'case', 'voice', 'challenge'));

-- Read once, mailed once, used once.
CREATE TRIGGER once_notice BEFORE UPDATE ON notice FOR EACH ROW EXECUTE FUNCTION once('read_at', 'mailed_at');
CREATE TRIGGER once_unsubscribe_token BEFORE UPDATE ON unsubscribe_token FOR EACH ROW EXECUTE FUNCTION once('used_at');
