-- AlterTable
ALTER TABLE "monitoring_campaign" ADD COLUMN     "template_id" UUID,
ADD COLUMN     "template_number" INTEGER;

-- CreateTable
CREATE TABLE "method_template" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_organisation_id" UUID NOT NULL,
    "reach" TEXT NOT NULL DEFAULT 'OWN',
    "copied_from_id" UUID,
    "copied_from_number" INTEGER,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "method_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_version" (
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_version_pkey" PRIMARY KEY ("template_id","number")
);

-- CreateIndex
CREATE INDEX "method_template_owner_organisation_id_idx" ON "method_template"("owner_organisation_id");

-- AddForeignKey
ALTER TABLE "monitoring_campaign" ADD CONSTRAINT "monitoring_campaign_template_id_template_number_fkey" FOREIGN KEY ("template_id", "template_number") REFERENCES "template_version"("template_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "method_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Shared templates (docs/domain.md, "Templates"): a version is written once, by a lead of its body; a plan keeps its version.
GRANT SELECT, INSERT, UPDATE (reach) ON method_template TO ba_nha_app;
GRANT SELECT, INSERT ON template_version TO ba_nha_app;
ALTER TABLE method_template ADD FOREIGN KEY (owner_organisation_id) REFERENCES organisation, ADD FOREIGN KEY (created_by_id) REFERENCES person,
  ADD FOREIGN KEY (copied_from_id, copied_from_number) REFERENCES template_version,
  ADD CHECK (reach IN ('OWN', 'BELOW', 'ALL')), ADD CHECK ((copied_from_id IS NULL) = (copied_from_number IS NULL));
ALTER TABLE template_version ADD FOREIGN KEY (made_by_id) REFERENCES person, ADD CHECK (number >= 1), ADD CHECK (name <> '{}');
ALTER TABLE monitoring_campaign ADD CHECK ((template_id IS NULL) = (template_number IS NULL));

-- A body and all that stand above it.
CREATE FUNCTION bodies_above(body uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE above (id, parent_id) AS (
    SELECT o.id, o.parent_id FROM organisation o WHERE o.id = $1
    UNION SELECT o.id, o.parent_id FROM organisation o JOIN above a ON o.id = a.parent_id
  ) SELECT ARRAY(SELECT id FROM above)
$$;

-- Whether one of these bodies reads a template: its own, one shared with all, or one of a body above it that shares it downwards.
CREATE FUNCTION template_reaches(template uuid, bodies uuid[]) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM method_template t WHERE t.id = $1 AND (t.owner_organisation_id = ANY ($2)
    OR (t.reach = 'ALL' AND cardinality($2) > 0)
    OR (t.reach = 'BELOW' AND EXISTS (SELECT FROM unnest($2) AS body WHERE t.owner_organisation_id = ANY (bodies_above(body))))))
$$;

CREATE FUNCTION template_version_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM method_template t WHERE t.id = NEW.template_id AND is_monitor(NEW.made_by_id, t.owner_organisation_id, true)) THEN
    RAISE EXCEPTION 'NOT_THE_MONITORING_LEAD' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER template_version_fits BEFORE INSERT ON template_version FOR EACH ROW EXECUTE FUNCTION template_version_fits();

-- Whoever monitors in a body that works in the campaign comments on its draft no more than its own body does.
CREATE FUNCTION public_comment_not_own() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(front_of(NEW.campaign_id)) AS body WHERE is_monitor(NEW.person_id, body, false)) THEN
    RAISE EXCEPTION 'OWN_CAMPAIGN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_comment_not_own BEFORE INSERT ON public_comment FOR EACH ROW EXECUTE FUNCTION public_comment_not_own();
