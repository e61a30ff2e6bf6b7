-- The items of a return are read in the order in which intake set them.
ALTER TABLE "missing_item" ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;
