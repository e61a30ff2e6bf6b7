-- CreateTable
CREATE TABLE "share_variant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_variant_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "variant_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_variant_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "share_variant_agreement_id_shared_at_idx" ON "share_variant"("agreement_id", "shared_at");

-- CreateIndex
CREATE UNIQUE INDEX "share_variant_agreement_id_organisation_id_name_key" ON "share_variant"("agreement_id", "organisation_id", "name");

-- CreateIndex
CREATE INDEX "share_variant_comment_variant_id_said_at_idx" ON "share_variant_comment"("variant_id", "said_at");

-- AddForeignKey
ALTER TABLE "share_variant_comment" ADD CONSTRAINT "share_variant_comment_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "share_variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The workbench (docs/domain.md, "Workbench"): what an organisation saved of it, and what members say of what was shared.

-- 1. What the app's role may do -----------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (content, saved_by_id, saved_at, shared_at) ON share_variant TO ba_nha_app;
GRANT SELECT, INSERT ON share_variant_comment TO ba_nha_app;
ALTER TABLE share_variant ADD FOREIGN KEY (agreement_id) REFERENCES agreement;
ALTER TABLE share_variant ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE share_variant ADD FOREIGN KEY (saved_by_id) REFERENCES person;
ALTER TABLE share_variant_comment ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE share_variant_comment ADD FOREIGN KEY (person_id) REFERENCES person;
CREATE INDEX share_variant_organisation_id_idx ON share_variant (organisation_id);

-- 2. Plain facts ----------------------------------------------------------------------------------------------------------
ALTER TABLE share_variant ADD CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 80);
ALTER TABLE share_variant ADD CHECK (shared_at >= saved_at);
ALTER TABLE share_variant ADD CHECK (length(content::text) <= 40000);
ALTER TABLE share_variant_comment ADD CHECK (length(btrim(text)) > 0 AND length(text) <= 2000);
ALTER TABLE share_variant_comment ADD CHECK (length(btrim(post)) > 0);

-- Shares make 100 % in all three dimensions, so do the probabilities where there are scenarios.
CREATE FUNCTION variant_is_whole(content jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT sum((p ->> 'capitalPpm')::bigint) = 1000000 AND sum((p ->> 'riskPpm')::bigint) = 1000000
        AND sum((p ->> 'profitPpm')::bigint) = 1000000
        AND bool_and(least((p ->> 'capitalPpm')::bigint, (p ->> 'riskPpm')::bigint, (p ->> 'profitPpm')::bigint) >= 0)
        AND count(DISTINCT p ->> 'party') = count(*)
      FROM jsonb_array_elements(content -> 'parties') AS p)
    AND coalesce((SELECT sum((s ->> 'probabilityPpm')::bigint) FROM jsonb_array_elements(content -> 'scenarios') AS s), 1000000)
      = 1000000
    AND (content ->> 'capitalVnd') ~ '^[0-9]{1,18}$', false)
$$;
ALTER TABLE share_variant ADD CHECK (variant_is_whole(content));

-- 3. Who saves and who speaks: a member of the partnership that joined; at most 20 variants each ------------------------
CREATE FUNCTION joined_in(agreement_to_read uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM agreement a JOIN partnership_member m ON m.partnership_id = a.partnership_id
    WHERE a.id = $1 AND m.organisation_id = $2 AND m.joined_at IS NOT NULL)
$$;

CREATE FUNCTION share_variant_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  partnership_of uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.shared_at IS NOT NULL THEN RAISE EXCEPTION 'VARIANT_IS_SHARED %', OLD.id USING ERRCODE = '23514'; END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.shared_at IS NOT NULL THEN
    RAISE EXCEPTION 'VARIANT_IS_SHARED %', OLD.id USING ERRCODE = '23514';
  END IF;
  -- one after the other, so that two at once do not pass the limit together
  SELECT partnership_id INTO partnership_of FROM agreement WHERE id = NEW.agreement_id FOR NO KEY UPDATE;
  IF NOT joined_in(NEW.agreement_id, NEW.organisation_id) THEN
    RAISE EXCEPTION 'VARIANT_PARTY' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'INSERT' AND (SELECT count(*) FROM share_variant v
      WHERE v.agreement_id = NEW.agreement_id AND v.organisation_id = NEW.organisation_id) >= 20 THEN
    RAISE EXCEPTION 'TOO_MANY_VARIANTS' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.content -> 'parties') AS p
      WHERE NOT EXISTS (SELECT 1 FROM partnership_member m
        WHERE m.id::text = p ->> 'party' AND m.partnership_id = partnership_of AND m.joined_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'VARIANT_PARTIES' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER share_variant_fits BEFORE INSERT OR UPDATE OR DELETE ON share_variant
  FOR EACH ROW EXECUTE FUNCTION share_variant_fits();

CREATE FUNCTION share_variant_comment_fits() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v share_variant%ROWTYPE;
BEGIN
  SELECT * INTO v FROM share_variant WHERE id = NEW.variant_id FOR NO KEY UPDATE;
  IF v.shared_at IS NULL THEN RAISE EXCEPTION 'VARIANT_NOT_SHARED' USING ERRCODE = '23514'; END IF;
  IF NOT joined_in(v.agreement_id, NEW.organisation_id) THEN RAISE EXCEPTION 'VARIANT_PARTY' USING ERRCODE = '23514'; END IF;
  IF (SELECT count(*) FROM share_variant_comment c WHERE c.variant_id = v.id) >= 200 THEN
    RAISE EXCEPTION 'TOO_MANY_COMMENTS' USING ERRCODE = '23514';
  END IF;
  NEW.said_at := least(greatest(NEW.said_at, v.shared_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER share_variant_comment_fits BEFORE INSERT ON share_variant_comment
  FOR EACH ROW EXECUTE FUNCTION share_variant_comment_fits();
