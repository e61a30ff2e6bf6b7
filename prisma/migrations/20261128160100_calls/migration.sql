-- CreateEnum
CREATE TYPE "CallKind" AS ENUM ('CALL', 'OFFER');

-- CreateEnum
CREATE TYPE "CallState" AS ENUM ('DRAFT', 'OPEN', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "InterestState" AS ENUM ('SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "partnership_call" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "kind" "CallKind" NOT NULL,
    "state" "CallState" NOT NULL DEFAULT 'DRAFT',
    "organisation_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "title" JSONB NOT NULL DEFAULT '{}',
    "text" JSONB NOT NULL DEFAULT '{}',
    "needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "words" TEXT NOT NULL DEFAULT '',
    "product_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "trl_from" INTEGER,
    "trl_to" INTEGER,
    "province_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "amount_vnd" BIGINT,
    "opens_on" DATE,
    "closes_on" DATE,
    "partnership_id" UUID,
    "origin_initiative_id" UUID,
    "origin_result_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_interest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "call_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "state" "InterestState" NOT NULL DEFAULT 'SENT',
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answer_language" TEXT,
    "answered_by_id" UUID,
    "answer_post" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_interest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partnership_call_code_key" ON "partnership_call"("code");

-- CreateIndex
CREATE INDEX "partnership_call_organisation_id_idx" ON "partnership_call"("organisation_id");

-- CreateIndex
CREATE INDEX "partnership_call_partnership_id_idx" ON "partnership_call"("partnership_id");

-- CreateIndex
CREATE INDEX "call_interest_call_id_idx" ON "call_interest"("call_id");

-- CreateIndex
CREATE INDEX "call_interest_organisation_id_idx" ON "call_interest"("organisation_id");

-- AddForeignKey
ALTER TABLE "partnership_call" ADD CONSTRAINT "partnership_call_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_call" ADD CONSTRAINT "partnership_call_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_interest" ADD CONSTRAINT "call_interest_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "partnership_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_interest" ADD CONSTRAINT "call_interest_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Calls and offers (docs/domain.md, "Calls and offers").
ALTER TABLE partnership_call ADD FOREIGN KEY (created_by_id) REFERENCES person (id),
  ADD FOREIGN KEY (origin_initiative_id) REFERENCES initiative (id), ADD FOREIGN KEY (origin_result_id) REFERENCES result (id),
  ADD CHECK (needs <@ ARRAY['CAPITAL', 'TECHNOLOGY', 'SITE', 'LABORATORY', 'MARKET']),
  ADD CHECK (closes_on IS NULL OR closes_on > opens_on),
  ADD CHECK (trl_from BETWEEN 1 AND 9), ADD CHECK (trl_to BETWEEN 1 AND 9), ADD CHECK (trl_from <= trl_to),
  ADD CHECK (amount_vnd BETWEEN 0 AND 10000000000000000), ADD CHECK (amount_vnd IS NULL OR 'CAPITAL' = ANY (needs)),
  ADD CHECK (num_nonnulls(origin_initiative_id, origin_result_id) <= 1), ADD CHECK (partnership_id IS NULL OR kind = 'CALL'),
  ADD CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (published_at IS NOT NULL AND opens_on IS NOT NULL AND closes_on IS NOT NULL
    AND cardinality(needs) > 0 AND title <> '{}' AND text <> '{}')),
  ADD CHECK (state IN ('DRAFT', 'OPEN') OR ended_at IS NOT NULL),
  ADD CHECK (state <> 'WITHDRAWN' OR published_at IS NULL OR length(btrim(end_reason)) >= 10);
ALTER TABLE call_interest ADD FOREIGN KEY (person_id) REFERENCES person (id), ADD FOREIGN KEY (answered_by_id) REFERENCES person (id),
  ADD CHECK (length(btrim(message)) > 0), ADD CHECK (language IN ('vi', 'en', 'fr')), ADD CHECK (answer_language IN ('vi', 'en', 'fr')),
  ADD CHECK (num_nonnulls(answer, answer_language, answered_by_id, answer_post) IN (0, 4)),
  ADD CHECK ((state IN ('ACCEPTED', 'DECLINED')) = (answer IS NOT NULL)), ADD CHECK ((state = 'SENT') = (ended_at IS NULL));
CREATE UNIQUE INDEX call_interest_once ON call_interest (call_id, organisation_id) WHERE state <> 'WITHDRAWN';
CREATE INDEX call_published ON partnership_call (published_at DESC, code DESC) WHERE published_at IS NOT NULL;
CREATE INDEX call_products ON partnership_call USING gin (product_codes) WHERE published_at IS NOT NULL;
CREATE INDEX call_needs ON partnership_call USING gin (needs) WHERE published_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON partnership_call TO ba_nha_app;
GRANT SELECT, INSERT, UPDATE (state, answer, answer_language, answered_by_id, answer_post, ended_at) ON call_interest TO ba_nha_app;

CREATE TRIGGER keep_call BEFORE UPDATE ON partnership_call FOR EACH ROW EXECUTE FUNCTION keep('code', 'organisation_id', 'created_by_id', 'created_at');
CREATE TRIGGER once_call BEFORE UPDATE ON partnership_call FOR EACH ROW EXECUTE FUNCTION once('published_at', 'ended_at', 'end_reason');
CREATE TRIGGER move_call BEFORE UPDATE OF state ON partnership_call FOR EACH ROW EXECUTE FUNCTION move_along();
CREATE TRIGGER once_interest BEFORE UPDATE ON call_interest FOR EACH ROW EXECUTE FUNCTION once('answer', 'answered_by_id', 'ended_at');
CREATE TRIGGER move_interest BEFORE UPDATE OF state ON call_interest FOR EACH ROW EXECUTE FUNCTION move_along();
INSERT INTO state_transition VALUES
  ('partnership_call', 'DRAFT', 'OPEN'), ('partnership_call', 'DRAFT', 'WITHDRAWN'), ('partnership_call', 'OPEN', 'CLOSED'),
  ('partnership_call', 'OPEN', 'WITHDRAWN'),
  ('call_interest', 'SENT', 'ACCEPTED'), ('call_interest', 'SENT', 'DECLINED'), ('call_interest', 'SENT', 'WITHDRAWN');

-- Which of the three houses a partnership has no member of yet.
CREATE FUNCTION missing_houses(partnership uuid) RETURNS "House"[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(h.house ORDER BY h.house) FROM unnest(ARRAY['STATE', 'SCHOOL', 'ENTERPRISE']::"House"[]) AS h (house)
  WHERE partnership IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.partnership_id = partnership AND m.joined_at IS NOT NULL AND o.house = h.house)
$$;

-- What was published stands; a verified body has it; a partnership that looks for a house by it is led by that body.
CREATE FUNCTION call_holds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'updated_at', 'ended_at', 'end_reason'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state <> 'DRAFT' THEN
    IF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
      RAISE EXCEPTION 'FROZEN partnership_call %', OLD.code USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.published_at IS NULL THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'OWNER_NOT_VERIFIED' USING ERRCODE = '23514';
  END IF;
  IF NEW.partnership_id IS NOT NULL AND (missing_houses(NEW.partnership_id) IS NULL OR NOT EXISTS (
    SELECT 1 FROM partnership p JOIN partnership_member m ON m.partnership_id = p.id
    WHERE p.id = NEW.partnership_id AND p.state IN ('IDEA', 'CALL_OPEN', 'FORMING') AND m.role = 'LEAD'
      AND m.organisation_id = NEW.organisation_id)) THEN
    RAISE EXCEPTION 'PARTNERSHIP_NOT_SEEKING %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_holds BEFORE INSERT OR UPDATE ON partnership_call FOR EACH ROW EXECUTE FUNCTION call_holds();

-- Another verified body expresses interest while the call is open.
CREATE FUNCTION call_takes_interest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  day date := (NEW.sent_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
BEGIN
  IF NEW.state <> 'SENT' OR NOT EXISTS (
    SELECT 1 FROM partnership_call c WHERE c.id = NEW.call_id AND c.state = 'OPEN' AND c.opens_on <= day AND day < c.closes_on
      AND c.organisation_id <> NEW.organisation_id FOR SHARE
  ) THEN
    RAISE EXCEPTION 'CALL_NOT_OPEN' USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'OWNER_NOT_VERIFIED' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_takes_interest BEFORE INSERT ON call_interest FOR EACH ROW EXECUTE FUNCTION call_takes_interest();

-- What can be followed, and the groups of events.
ALTER TABLE follow DROP CONSTRAINT follow_subject_type_check,
  ADD CHECK (subject_type IN ('INITIATIVE', 'PARTNERSHIP', 'RESULT', 'ORGANISATION', 'CHALLENGE', 'CALL'));
ALTER TABLE notice DROP CONSTRAINT notice_event_group_check,
  ADD CHECK (event_group IN ('progress', 'invitation', 'case', 'voice', 'challenge', 'call'));
ALTER TABLE notice_preference DROP CONSTRAINT notice_preference_event_check,
  ADD CHECK (event IN ('progress', 'invitation', 'case', 'voice', 'challenge', 'call'));
