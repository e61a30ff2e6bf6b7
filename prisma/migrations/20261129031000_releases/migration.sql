-- CreateTable
CREATE TABLE "commitment_release" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "commitment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commitment_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_release_answer" (
    "release_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "reason" TEXT,
    "answered_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commitment_release_answer_pkey" PRIMARY KEY ("release_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "commitment_release_commitment_id_number_key" ON "commitment_release"("commitment_id", "number");

-- AddForeignKey
ALTER TABLE "commitment_release" ADD CONSTRAINT "commitment_release_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "capital_commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_release_answer" ADD CONSTRAINT "commitment_release_answer_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "commitment_release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Releases of commitments (docs/domain.md, "Money of partnerships"): nothing is taken back, a row says that it is owed no
-- more, and another party says so too.
GRANT SELECT, INSERT ON commitment_release, commitment_release_answer TO ba_nha_app;
ALTER TABLE commitment_release
  ADD FOREIGN KEY (asked_by_id) REFERENCES person,
  ADD CHECK (number >= 1),
  ADD CHECK (length(btrim(reason)) > 0);
ALTER TABLE commitment_release_answer
  ADD FOREIGN KEY (member_id) REFERENCES partnership_member,
  ADD FOREIGN KEY (answered_by_id) REFERENCES person,
  ADD CHECK (agrees OR length(btrim(coalesce(reason, ''))) > 0);

-- Gives the agreement of which money moves, in a partnership that is not closed.
CREATE FUNCTION require_owing(agreement_to_read uuid) RETURNS agreement LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a agreement%ROWTYPE := require_signed(agreement_to_read);
BEGIN
  IF is_closed(a.id) THEN
    RAISE EXCEPTION 'PARTNERSHIP_CLOSED' USING ERRCODE = '23514';
  END IF;
  RETURN a;
END $$;

CREATE FUNCTION is_released(commitment_to_read uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM commitment_release r JOIN commitment_release_answer w ON w.release_id = r.id
    WHERE r.commitment_id = $1 AND w.agrees)
$$;

CREATE FUNCTION asks_release(commitment_to_read uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM commitment_release r WHERE r.commitment_id = $1
    AND NOT EXISTS (SELECT 1 FROM commitment_release_answer w WHERE w.release_id = r.id))
$$;

-- Gives the commitment, of which nothing else is written until this is over; refuses one that something was paid in against, or that is released.
CREATE FUNCTION require_releasable(commitment_to_read uuid) RETURNS capital_commitment LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c capital_commitment%ROWTYPE;
BEGIN
  SELECT * INTO c FROM capital_commitment WHERE id = commitment_to_read;
  PERFORM pg_advisory_xact_lock(hashtextextended('commitment ' || c.id, 0));
  IF EXISTS (SELECT 1 FROM capital_event WHERE commitment_id = c.id AND declined_at IS NULL) THEN
    RAISE EXCEPTION 'COMMITMENT_PAID' USING ERRCODE = '23514';
  END IF;
  IF is_released(c.id) THEN
    RAISE EXCEPTION 'COMMITMENT_RELEASED' USING ERRCODE = '23514';
  END IF;
  RETURN c;
END $$;

CREATE FUNCTION release_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c capital_commitment%ROWTYPE := require_releasable(NEW.commitment_id);
  a agreement%ROWTYPE := require_owing(c.agreement_id);
BEGIN
  PERFORM require_representative(NEW.asked_by_id, c.member_id, a.partnership_id);
  IF asks_release(c.id) THEN
    RAISE EXCEPTION 'RELEASE_OPEN' USING ERRCODE = '23514';
  END IF;
  NEW.asked_at := least(greatest(NEW.asked_at, c.recorded_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER release_fits BEFORE INSERT ON commitment_release FOR EACH ROW EXECUTE FUNCTION release_fits();

-- Another party and another person answers; the party that asked may end its request too, by not agreeing.
CREATE FUNCTION release_answer_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  r commitment_release%ROWTYPE;
  c capital_commitment%ROWTYPE;
  a agreement%ROWTYPE;
BEGIN
  SELECT * INTO r FROM commitment_release WHERE id = NEW.release_id;
  IF NEW.agrees THEN
    c := require_releasable(r.commitment_id);
  ELSE
    SELECT * INTO c FROM capital_commitment WHERE id = r.commitment_id;
  END IF;
  a := require_owing(c.agreement_id);
  PERFORM require_representative(NEW.answered_by_id, NEW.member_id, a.partnership_id);
  IF (NEW.member_id = c.member_id AND NEW.agrees)
    OR (NEW.member_id <> c.member_id AND NEW.answered_by_id = r.asked_by_id) THEN
    RAISE EXCEPTION 'RELEASE_APART' USING ERRCODE = '23514';
  END IF;
  NEW.answered_at := least(greatest(NEW.answered_at, r.asked_at), now());
  RETURN NEW;
END $$;
CREATE TRIGGER release_answer_fits BEFORE INSERT ON commitment_release_answer
  FOR EACH ROW EXECUTE FUNCTION release_answer_fits();

-- What is owed no more is not paid in, and nothing is while its party asks that it be owed no more.
CREATE FUNCTION contribution_is_owed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('commitment ' || NEW.commitment_id, 0));
  IF is_released(NEW.commitment_id) THEN
    RAISE EXCEPTION 'COMMITMENT_RELEASED' USING ERRCODE = '23514';
  END IF;
  IF asks_release(NEW.commitment_id) THEN
    RAISE EXCEPTION 'RELEASE_OPEN' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zz_contribution_is_owed BEFORE INSERT ON capital_event
  FOR EACH ROW WHEN (NEW.commitment_id IS NOT NULL) EXECUTE FUNCTION contribution_is_owed();
