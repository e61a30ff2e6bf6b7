-- AlterTable
ALTER TABLE "catalogue_version" ADD COLUMN     "confidence_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "markets" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "technology_group" ADD COLUMN     "confidence" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "strategic_product" ADD COLUMN     "group_confidence" TEXT NOT NULL DEFAULT 'low';

-- AlterTable
ALTER TABLE "province" ADD COLUMN     "name_fr" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "legal_instrument" DROP COLUMN "effective_text",
DROP COLUMN "subject",
ADD COLUMN     "effective_from" DATE,
ADD COLUMN     "effective_note" TEXT,
ADD COLUMN     "rules" TEXT[],
ADD COLUMN     "title_en" TEXT NOT NULL,
ADD COLUMN     "title_fr" TEXT NOT NULL,
ADD COLUMN     "title_vi" TEXT NOT NULL,
ALTER COLUMN "issued_on" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "legal_parameter" ADD COLUMN     "basis" TEXT;
