-- A proposer chooses for each file whether everybody reads it once the initiative is decided.
ALTER TABLE "attachment" ADD COLUMN     "is_public" BOOLEAN NOT NULL DEFAULT false;
