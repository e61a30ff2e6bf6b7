-- CreateTable
CREATE TABLE "opinion_signal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "owner_organisation_id" UUID NOT NULL,
    "campaign_id" UUID,
    "subject_code" TEXT,
    "title" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "n" INTEGER NOT NULL,
    "several" BOOLEAN NOT NULL DEFAULT false,
    "figures" JSONB NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "opinion_signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinion_erratum" (
    "id" BIGSERIAL NOT NULL,
    "signal_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opinion_erratum_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "opinion_signal_code_key" ON "opinion_signal"("code");

-- CreateIndex
CREATE INDEX "opinion_signal_campaign_id_idx" ON "opinion_signal"("campaign_id");

-- CreateIndex
CREATE INDEX "opinion_signal_subject_code_idx" ON "opinion_signal"("subject_code");

-- CreateIndex
CREATE INDEX "opinion_signal_published_at_idx" ON "opinion_signal"("published_at");

-- CreateIndex
CREATE INDEX "opinion_erratum_signal_id_idx" ON "opinion_erratum"("signal_id");

-- AddForeignKey
ALTER TABLE "opinion_erratum" ADD CONSTRAINT "opinion_erratum_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "opinion_signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Public opinion (docs/domain.md, "Public opinion"): the Front writes down how many said what; a lead lets it go; from then on it
-- stands, and a dated erratum of a lead is all that is added.
GRANT SELECT, INSERT, UPDATE (title, channel, method, question, summary, n, several, figures, from_on, to_on, source, language, subject_code,
  released_by_id, released_at, published_at) ON opinion_signal TO ba_nha_app;
GRANT SELECT, INSERT ON opinion_erratum TO ba_nha_app;
GRANT USAGE ON SEQUENCE opinion_erratum_id_seq TO ba_nha_app;

-- Every count is between 0 and n, and they make n where each person gives one answer.
CREATE FUNCTION opinion_figures_fit(figures jsonb, n int, several boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*) BETWEEN 2 AND 12 AND bool_and((x ->> 'count')::int BETWEEN 0 AND $2 AND length(btrim(x ->> 'label')) > 0)
    AND ($3 OR sum((x ->> 'count')::int) = $2) FROM jsonb_array_elements($1) x
$$;
ALTER TABLE opinion_signal ADD FOREIGN KEY (owner_organisation_id) REFERENCES organisation, ADD FOREIGN KEY (campaign_id) REFERENCES monitoring_campaign,
  ADD FOREIGN KEY (created_by_id) REFERENCES person, ADD FOREIGN KEY (released_by_id) REFERENCES person,
  ADD CHECK (channel IN ('SURVEY', 'MEETING', 'HOTLINE', 'LETTERS', 'PRESS', 'NETWORKS')), ADD CHECK (n >= 1), ADD CHECK (to_on >= from_on),
  ADD CHECK (opinion_figures_fit(figures, n, several)), ADD CHECK (num_nonnulls(campaign_id, subject_code) < 2),
  ADD CHECK (length(btrim(method)) >= 20 AND length(btrim(question)) >= 10 AND length(btrim(source)) > 0),
  ADD CHECK ((released_at IS NULL) = (released_by_id IS NULL)), ADD CHECK (published_at IS NULL OR released_at IS NOT NULL),
  ADD CHECK (language IN ('vi', 'en', 'fr'));
ALTER TABLE opinion_erratum ADD FOREIGN KEY (by_id) REFERENCES person, ADD CHECK (length(btrim(text)) >= 20), ADD CHECK (length(btrim(post)) > 0),
  ADD CHECK (language IN ('vi', 'en', 'fr'));

CREATE FUNCTION opinion_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  free text[] := ARRAY['published_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.released_at IS NOT NULL OR NOT is_monitor(NEW.created_by_id, NEW.owner_organisation_id, false) OR (NEW.campaign_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM monitoring_campaign c WHERE c.id = NEW.campaign_id AND c.owner_organisation_id = NEW.owner_organisation_id)) THEN
      RAISE EXCEPTION 'NOT_A_MONITOR' USING ERRCODE = '23514';
    END IF;
    IF NEW.campaign_id IS NOT NULL THEN PERFORM monitor_acts(NEW.created_by_id, NEW.campaign_id, false); END IF;
    RETURN NEW;
  END IF;
  IF OLD.released_at IS NOT NULL AND ((to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) OR OLD.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'FROZEN opinion_signal %', OLD.code USING ERRCODE = '23514';
  END IF;
  IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL AND NOT is_monitor(NEW.released_by_id, NEW.owner_organisation_id, true) THEN
    RAISE EXCEPTION 'NOT_THE_MONITORING_LEAD' USING ERRCODE = '23514';
  END IF;
  IF NEW.published_at IS NOT NULL AND EXISTS (SELECT FROM monitoring_campaign c WHERE c.id = NEW.campaign_id AND c.published_at IS NULL) THEN
    RAISE EXCEPTION 'EMBARGO opinion_signal %', OLD.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER opinion_fits BEFORE INSERT OR UPDATE ON opinion_signal FOR EACH ROW EXECUTE FUNCTION opinion_fits();

CREATE FUNCTION opinion_erratum_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM opinion_signal o WHERE o.id = NEW.signal_id AND o.published_at IS NOT NULL
    AND is_monitor(NEW.by_id, o.owner_organisation_id, true)) THEN
    RAISE EXCEPTION 'OPINION_ERRATUM' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER opinion_erratum_fits BEFORE INSERT ON opinion_erratum FOR EACH ROW EXECUTE FUNCTION opinion_erratum_fits();
