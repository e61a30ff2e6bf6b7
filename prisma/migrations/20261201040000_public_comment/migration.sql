-- CreateTable
CREATE TABLE "public_round" (
    "campaign_id" UUID NOT NULL,
    "summary" JSONB NOT NULL,
    "questions" JSONB NOT NULL,
    "laid_open" UUID[],
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "due_on" DATE,

    CONSTRAINT "public_round_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "public_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "finding_id" UUID,
    "person_id" UUID NOT NULL,
    "of_monitored" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "public_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_comment_ruling" (
    "id" BIGSERIAL NOT NULL,
    "comment_id" UUID NOT NULL,
    "keeps" BOOLEAN NOT NULL,
    "ground" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'vi',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "public_comment_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_answer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "by_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "public_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_comment_answer" (
    "comment_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,

    CONSTRAINT "public_comment_answer_pkey" PRIMARY KEY ("comment_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_comment_code_key" ON "public_comment"("code");

-- CreateIndex
CREATE INDEX "public_comment_campaign_id_at_idx" ON "public_comment"("campaign_id", "at");

-- CreateIndex
CREATE INDEX "public_comment_person_id_idx" ON "public_comment"("person_id");

-- CreateIndex
CREATE INDEX "public_comment_ruling_comment_id_id_idx" ON "public_comment_ruling"("comment_id", "id");

-- CreateIndex
CREATE INDEX "public_answer_campaign_id_idx" ON "public_answer"("campaign_id");

-- CreateIndex
CREATE INDEX "public_comment_answer_answer_id_idx" ON "public_comment_answer"("answer_id");

-- AddForeignKey
ALTER TABLE "public_comment_ruling" ADD CONSTRAINT "public_comment_ruling_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "public_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_comment_answer" ADD CONSTRAINT "public_comment_answer_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "public_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_comment_answer" ADD CONSTRAINT "public_comment_answer_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "public_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The public comment on a draft report (docs/domain.md, "Public comment"): the Front lays open what it chooses, everybody has until a
-- day, nothing said is changed or taken out, and the campaign is published once every kept comment is answered.

-- 1. Rights and plain facts -------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE (summary, questions, laid_open, prepared_by_id, prepared_at, opened_at, due_on) ON public_round TO ba_nha_app;
GRANT SELECT, INSERT ON public_comment, public_comment_ruling, public_answer, public_comment_answer TO ba_nha_app;
GRANT USAGE ON SEQUENCE public_comment_ruling_id_seq TO ba_nha_app;
ALTER TABLE public_round ADD FOREIGN KEY (campaign_id) REFERENCES monitoring_campaign, ADD FOREIGN KEY (prepared_by_id) REFERENCES person,
  ADD CHECK (summary <> '{}'), ADD CHECK (jsonb_array_length(questions) BETWEEN 1 AND 5), ADD CHECK ((opened_at IS NULL) = (due_on IS NULL));
ALTER TABLE public_comment ADD FOREIGN KEY (campaign_id) REFERENCES public_round, ADD FOREIGN KEY (finding_id) REFERENCES finding,
  ADD FOREIGN KEY (person_id) REFERENCES person, ADD CHECK (length(btrim(text)) BETWEEN 10 AND 4000), ADD CHECK (language IN ('vi', 'en', 'fr'));
CREATE UNIQUE INDEX public_comment_once ON public_comment (campaign_id, person_id, coalesce(finding_id, '00000000-0000-0000-0000-000000000000'));
ALTER TABLE public_comment_ruling ADD FOREIGN KEY (by_id) REFERENCES person, ADD CHECK (length(btrim(post)) > 0),
  ADD CHECK (language IN ('vi', 'en', 'fr')), ADD CHECK (keeps = (ground IS NULL)),
  ADD CHECK (ground IN ('PERSONAL_DATA', 'INSULT', 'SPAM', 'SECRET', 'OFF_TOPIC', 'ILLEGAL')), ADD CHECK (keeps OR length(btrim(reason)) >= 10);
ALTER TABLE public_answer ADD FOREIGN KEY (campaign_id) REFERENCES public_round, ADD FOREIGN KEY (by_id) REFERENCES person,
  ADD CHECK (outcome IN ('TAKEN_UP', 'PARTLY', 'NOT_TAKEN_UP', 'NOTED')), ADD CHECK (length(btrim(text)) >= 10),
  ADD CHECK (length(btrim(post)) > 0), ADD CHECK (language IN ('vi', 'en', 'fr'));

-- 2. A lead prepares the round; it opens with its state and its clock, over confirmed findings alone, and stands from then on ---
CREATE FUNCTION public_round_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c monitoring_campaign%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.opened_at IS NOT NULL OR OLD.campaign_id <> NEW.campaign_id) THEN
    RAISE EXCEPTION 'FROZEN public_round' USING ERRCODE = '23514';
  END IF;
  SELECT * INTO c FROM monitoring_campaign WHERE id = NEW.campaign_id FOR SHARE;
  PERFORM monitor_acts(NEW.prepared_by_id, NEW.campaign_id, true);
  IF NEW.opened_at IS NULL AND c.state NOT IN ('DRAFT_REPORT', 'FACTUAL_CHECK') THEN
    RAISE EXCEPTION 'NOT_ALLOWED_FROM_STATE' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.laid_open) x
    WHERE NOT EXISTS (SELECT FROM finding f WHERE f.id = x AND f.campaign_id = NEW.campaign_id
      AND (NEW.opened_at IS NULL OR f.state = 'CONFIRMED'))) THEN
    RAISE EXCEPTION 'LAID_OPEN_NOT_CONFIRMED' USING ERRCODE = '23514';
  END IF;
  IF NEW.opened_at IS NOT NULL AND (c.state <> 'PUBLIC_COMMENT' OR NEW.due_on <= day_in_vietnam(NEW.opened_at) OR NOT EXISTS (
    SELECT FROM obligation o WHERE o.subject_id = c.id AND o.kind = 'PUBLIC_ANSWER' AND o.voided_at IS NULL)) THEN
    RAISE EXCEPTION 'NO_PUBLIC_ROUND' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_round_fits BEFORE INSERT OR UPDATE ON public_round FOR EACH ROW EXECUTE FUNCTION public_round_fits();

CREATE FUNCTION public_round_is_open() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public_round r WHERE r.campaign_id = NEW.id AND r.opened_at IS NOT NULL) THEN
    RAISE EXCEPTION 'NO_PUBLIC_ROUND %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER public_round_is_open AFTER UPDATE OF state ON monitoring_campaign DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state = 'PUBLIC_COMMENT' AND NEW.state <> OLD.state) EXECUTE FUNCTION public_round_is_open();

CREATE FUNCTION public_clock_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM obligation o WHERE o.id = NEW.obligation_id AND o.kind = 'PUBLIC_ANSWER') THEN
    RAISE EXCEPTION 'PUBLIC_ANSWER_NOT_DELAYED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_clock_stands BEFORE INSERT ON obligation_extension FOR EACH ROW EXECUTE FUNCTION public_clock_stands();
CREATE TRIGGER public_clock_stands BEFORE INSERT ON obligation_pause FOR EACH ROW EXECUTE FUNCTION public_clock_stands();

-- 3. Anybody but the Front comments, in time, on the whole or on what is laid open; whoever belongs to a monitored body is marked ---
CREATE FUNCTION public_comment_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  owner uuid;
BEGIN
  SELECT c.owner_organisation_id INTO owner FROM public_round r JOIN monitoring_campaign c ON c.id = r.campaign_id
    WHERE r.campaign_id = NEW.campaign_id AND c.state = 'PUBLIC_COMMENT' AND r.opened_at <= NEW.at AND r.due_on >= day_in_vietnam(NEW.at)
      AND (NEW.finding_id IS NULL OR NEW.finding_id = ANY (r.laid_open)) FOR SHARE OF c;
  IF NOT FOUND THEN RAISE EXCEPTION 'PUBLIC_ROUND_OVER' USING ERRCODE = '23514'; END IF;
  IF is_monitor(NEW.person_id, owner, false) THEN RAISE EXCEPTION 'OWN_CAMPAIGN' USING ERRCODE = '23514'; END IF;
  NEW.of_monitored := EXISTS (
    SELECT FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
    WHERE s.campaign_id = NEW.campaign_id AND (
      EXISTS (SELECT FROM affiliation f WHERE f.person_id = NEW.person_id AND f.organisation_id = ANY (u.body_ids)
        AND (f.to_on IS NULL OR f.to_on > day_in_vietnam(NEW.at)))
      OR EXISTS (SELECT FROM role_grant g WHERE g.person_id = NEW.person_id AND g.organisation_id = ANY (u.body_ids) AND g.revoked_at IS NULL)));
  RETURN NEW;
END $$;
CREATE TRIGGER public_comment_fits BEFORE INSERT ON public_comment FOR EACH ROW EXECUTE FUNCTION public_comment_fits();

-- 4. The team rules on each, and answers what is kept; whoever withheld does not restore ----------------------------------------
CREATE FUNCTION public_comment_kept(comment uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.keeps FROM public_comment_ruling l WHERE l.comment_id = $1 ORDER BY l.id DESC LIMIT 1
$$;

CREATE FUNCTION public_ruling_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before public_comment_ruling%ROWTYPE;
BEGIN
  PERFORM team_acts(NEW.by_id, (SELECT m.campaign_id FROM public_comment m WHERE m.id = NEW.comment_id), ARRAY['PUBLIC_COMMENT']);
  SELECT * INTO before FROM public_comment_ruling l WHERE l.comment_id = NEW.comment_id ORDER BY l.id DESC LIMIT 1;
  IF EXISTS (SELECT FROM public_comment_answer a WHERE a.comment_id = NEW.comment_id) OR before.keeps = NEW.keeps
    OR (NOT before.keeps AND before.by_id = NEW.by_id) THEN
    RAISE EXCEPTION 'PUBLIC_RULING' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_ruling_fits BEFORE INSERT ON public_comment_ruling FOR EACH ROW EXECUTE FUNCTION public_ruling_fits();

CREATE FUNCTION public_answer_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM team_acts(NEW.by_id, NEW.campaign_id, ARRAY['PUBLIC_COMMENT']);
  RETURN NEW;
END $$;
CREATE TRIGGER public_answer_fits BEFORE INSERT ON public_answer FOR EACH ROW EXECUTE FUNCTION public_answer_fits();

CREATE FUNCTION public_comment_answered() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM public_comment m JOIN public_answer a ON a.campaign_id = m.campaign_id JOIN monitoring_campaign c ON c.id = m.campaign_id
    WHERE m.id = NEW.comment_id AND a.id = NEW.answer_id AND public_comment_kept(m.id) AND c.state = 'PUBLIC_COMMENT' FOR SHARE OF c;
  IF NOT FOUND THEN RAISE EXCEPTION 'PUBLIC_ANSWER' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_comment_answered BEFORE INSERT ON public_comment_answer FOR EACH ROW EXECUTE FUNCTION public_comment_answered();

-- 5. The campaign goes on after the last day, once each comment is ruled on and each kept one answered ---------------------------
CREATE FUNCTION public_round_is_over() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.to_state = 'PUBLIC_COMMENT' AND NOT EXISTS (SELECT FROM public_round r WHERE r.campaign_id = NEW.campaign_id) THEN
    RAISE EXCEPTION 'NOT_READY PUBLIC_COMMENT' USING ERRCODE = '23514';
  END IF;
  IF NEW.to_state = 'PUBLISHED' AND (
    EXISTS (SELECT FROM public_round r WHERE r.campaign_id = NEW.campaign_id AND r.due_on >= day_in_vietnam(NEW.at))
    OR EXISTS (SELECT FROM public_comment m WHERE m.campaign_id = NEW.campaign_id AND public_comment_kept(m.id) IS DISTINCT FROM false
      AND NOT EXISTS (SELECT FROM public_comment_answer a WHERE a.comment_id = m.id))) THEN
    RAISE EXCEPTION 'NOT_READY PUBLISHED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER public_round_is_over BEFORE INSERT ON campaign_step FOR EACH ROW
  WHEN (NEW.to_state IN ('PUBLIC_COMMENT', 'PUBLISHED')) EXECUTE FUNCTION public_round_is_over();
