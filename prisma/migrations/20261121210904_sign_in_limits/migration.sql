-- AlterTable
ALTER TABLE "person" DROP COLUMN "failed_logins",
DROP COLUMN "locked_until";
