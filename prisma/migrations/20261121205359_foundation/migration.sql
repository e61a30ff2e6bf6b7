-- CreateEnum
CREATE TYPE "House" AS ENUM ('STATE', 'SCHOOL', 'ENTERPRISE', 'OTHER');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('PARTY_REP', 'INTAKE', 'INTAKE_HEAD', 'EVALUATOR', 'CHAIR', 'STEERING', 'FUND', 'TASK_OWNER', 'VERIFIER', 'RESULT_OFFICER', 'MONITOR', 'MONITOR_LEAD', 'NA_VIEWER', 'AUDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('CONFIRM_EMAIL', 'RESET_PASSWORD');

-- CreateEnum
CREATE TYPE "Track" AS ENUM ('ORDINARY', 'BREAKTHROUGH');

-- CreateEnum
CREATE TYPE "InitiativeState" AS ENUM ('DRAFT', 'SUBMITTED', 'NEEDS_COMPLETION', 'LAPSED', 'WITHDRAWN', 'REJECTED_FORM', 'SCREENED', 'UNDER_EVALUATION', 'EVALUATED', 'SUBMITTED_TO_STEERING', 'ACCEPTED', 'REJECTED', 'RETURNED', 'ASSIGNED', 'IN_IMPLEMENTATION', 'CLOSED_APPLIED', 'CLOSED_NOT_APPLIED', 'CLOSED_STOPPED', 'APPEALED', 'REJECTION_UPHELD');

-- CreateEnum
CREATE TYPE "ApplicantType" AS ENUM ('PERSON', 'ORG');

-- CreateEnum
CREATE TYPE "FiledBeforePublication" AS ENUM ('YES', 'NO', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "SubjectType" AS ENUM ('INITIATIVE', 'PARTNERSHIP', 'RESULT', 'ORGANISATION', 'PERSON_ROLE');

-- CreateEnum
CREATE TYPE "PartnershipState" AS ENUM ('IDEA', 'CALL_OPEN', 'FORMING', 'NEGOTIATION', 'SIGNED', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'FAILED', 'TERMINATED', 'CLOSED');

-- CreateEnum
CREATE TYPE "AgreementState" AS ENUM ('NEGOTIATION', 'AGREED_DRAFT', 'UNDER_APPRAISAL', 'APPROVED', 'RETURNED', 'REFUSED', 'SIGNED', 'ACTIVE', 'AMENDING');

-- CreateEnum
CREATE TYPE "PartnershipForm" AS ENUM ('CONTRACT_CONSORTIUM', 'JV_COMPANY', 'PPP', 'PUBLIC_ASSET_ASSOCIATION', 'TASK_ORDER');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('LEAD', 'HOST', 'PARTNER', 'INVESTOR', 'INTERMEDIARY');

-- CreateEnum
CREATE TYPE "ShareDimension" AS ENUM ('CAPITAL', 'RISK', 'PROFIT');

-- CreateEnum
CREATE TYPE "ResultState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'PUBLISHED', 'UNDER_REVIEW', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ResultStage" AS ENUM ('RESEARCH', 'LAB_VALIDATED', 'DEMONSTRATED', 'PILOT', 'MARKET_READY', 'ON_MARKET', 'SCALING', 'DISCONTINUED');

-- CreateEnum
CREATE TYPE "ResultType" AS ENUM ('PRODUCT', 'PROCESS', 'MATERIAL', 'SOFTWARE', 'DATA', 'SERVICE', 'DESIGN', 'VARIETY');

-- CreateEnum
CREATE TYPE "ExploitationKind" AS ENUM ('SALE', 'LICENCE', 'TRANSFER', 'CAPITAL_CONTRIBUTION', 'DEPLOYMENT', 'SPIN_OFF');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "name" TEXT,
    "affiliation" TEXT,
    "orcid" TEXT,
    "ford_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL DEFAULT 'vi',
    "failed_logins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_token" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scheme" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT,
    "name_fr" TEXT,
    "house" "House" NOT NULL,
    "is_public_body" BOOLEAN NOT NULL DEFAULT false,
    "province_code" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "post" TEXT,
    "from_on" DATE NOT NULL DEFAULT CURRENT_DATE,
    "to_on" DATE,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "as_representative" BOOLEAN NOT NULL DEFAULT false,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "organisation_id" UUID,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "code" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "technology_group" (
    "code" TEXT NOT NULL,
    "version_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,

    CONSTRAINT "technology_group_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "strategic_product" (
    "code" TEXT NOT NULL,
    "group_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "market_group" INTEGER,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "evidence" TEXT,

    CONSTRAINT "strategic_product_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "catalogue_crosswalk" (
    "from_code" TEXT NOT NULL,
    "to_code" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "catalogue_crosswalk_pkey" PRIMARY KEY ("from_code","to_code")
);

-- CreateTable
CREATE TABLE "product_guidance" (
    "product_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "legal_ref" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "product_guidance_pkey" PRIMARY KEY ("product_code","kind","legal_ref")
);

-- CreateTable
CREATE TABLE "province" (
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "full_name_vi" TEXT NOT NULL,
    "history" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "central_body" (
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "central_body_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "readiness_level" (
    "level" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "readiness_level_pkey" PRIMARY KEY ("level")
);

-- CreateTable
CREATE TABLE "field_of_science" (
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "field_of_science_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "legal_instrument" (
    "number" TEXT NOT NULL,
    "issued_on" DATE,
    "effective_text" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "legal_instrument_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "legal_parameter" (
    "key" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "value" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "legal_parameter_pkey" PRIMARY KEY ("key","valid_from")
);

-- CreateTable
CREATE TABLE "plan_system" (
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_fr" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "plan_system_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "on_date" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name_vi" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("on_date")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "state" "InitiativeState" NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "proposer_id" UUID NOT NULL,
    "applicant_type" "ApplicantType" NOT NULL DEFAULT 'PERSON',
    "organisation_id" UUID,
    "track" "Track" NOT NULL DEFAULT 'ORDINARY',
    "language" TEXT NOT NULL DEFAULT 'vi',
    "title" JSONB NOT NULL DEFAULT '{}',
    "abstract" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT NOT NULL DEFAULT '',
    "solution" TEXT NOT NULL DEFAULT '',
    "novelty" TEXT NOT NULL DEFAULT '',
    "public_benefit" TEXT NOT NULL DEFAULT '',
    "maturity_trl" INTEGER,
    "ford_code" TEXT,
    "product_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "plan_system_code" TEXT,
    "province_code" TEXT,
    "team" JSONB NOT NULL DEFAULT '[]',
    "requested_funding_vnd" BIGINT,
    "co_funding" JSONB NOT NULL DEFAULT '[]',
    "duration_months" INTEGER,
    "ip_ownership" TEXT NOT NULL DEFAULT '',
    "filed_before_publication" "FiledBeforePublication",
    "prior_rights" TEXT NOT NULL DEFAULT '',
    "secrecy_declared" BOOLEAN NOT NULL DEFAULT false,
    "consent_publish" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "screened_by_id" UUID,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_step" (
    "id" BIGSERIAL NOT NULL,
    "initiative_id" UUID NOT NULL,
    "from_state" "InitiativeState",
    "to_state" "InitiativeState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_organisation_id" UUID,
    "actor_role" TEXT NOT NULL,
    "reason" TEXT,
    "record_entry_id" BIGINT,

    CONSTRAINT "initiative_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "missing_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "missing_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "chair_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_seat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "evaluation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "conflict_declared_at" TIMESTAMPTZ(3),
    "recused_at" TIMESTAMPTZ(3),
    "scored_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "seat_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_pkey" PRIMARY KEY ("seat_id","criterion")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "kind" "InitiativeState" NOT NULL,
    "reason" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "legal_ref" TEXT,
    "decided_by_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "initiative_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject_type" "SubjectType" NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "debtor_organisation_id" UUID,
    "debtor_person_id" UUID,
    "debtor_role" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "original_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation_pause" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "obligation_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,

    CONSTRAINT "obligation_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "state" "PartnershipState" NOT NULL DEFAULT 'IDEA',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "form" "PartnershipForm" NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "total_value_vnd" BIGINT,
    "trl_start" INTEGER,
    "trl_target" INTEGER,
    "province_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "plan_system_code" TEXT,
    "origin_initiative_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "position" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "joined_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partnership_id" UUID NOT NULL,
    "product_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "AgreementState" NOT NULL DEFAULT 'NEGOTIATION',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "profit_confidential" BOOLEAN NOT NULL DEFAULT false,
    "has_state_money" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "text_sha256" TEXT,
    "agreed_at" TIMESTAMPTZ(3),
    "signed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_schedule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "dimension" "ShareDimension" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_line" (
    "schedule_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "ppm" INTEGER NOT NULL,

    CONSTRAINT "share_line_pkey" PRIMARY KEY ("schedule_id","member_id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agreement_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_sequence" (
    "prefix" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "code_sequence_pkey" PRIMARY KEY ("prefix","year")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "record_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "subject_type" "SubjectType" NOT NULL,
    "subject_code" TEXT NOT NULL,
    "actor_organisation_id" UUID,
    "actor_post" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "record_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "state" "ResultState" NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "host_organisation_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "result_type" "ResultType" NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "title" JSONB NOT NULL,
    "teaser" JSONB NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "benefits" TEXT NOT NULL DEFAULT '',
    "ford_code" TEXT,
    "province_code" TEXT,
    "product_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "catalogue_version" TEXT NOT NULL,
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "origin_initiative_id" UUID,
    "origin_partnership_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "verifier_organisation_id" UUID,
    "verification_note" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,
    "embargo_until" DATE,
    "embargo_reason" TEXT,

    CONSTRAINT "result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_observation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "on_date" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "readiness_observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_author" (
    "result_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL DEFAULT '',
    "contribution_ppm" INTEGER NOT NULL,

    CONSTRAINT "result_author_pkey" PRIMARY KEY ("result_id","position")
);

-- CreateTable
CREATE TABLE "ip_right" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "application_no" TEXT NOT NULL,
    "filed_on" DATE,
    "granted_on" DATE,
    "disclosed_before_filing_on" DATE,

    CONSTRAINT "ip_right_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exploitation_act" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "kind" "ExploitationKind" NOT NULL,
    "on_date" DATE NOT NULL,
    "counterparty" TEXT NOT NULL DEFAULT '',
    "territory" TEXT NOT NULL DEFAULT '',
    "revenue_vnd" BIGINT,
    "evidence" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,

    CONSTRAINT "exploitation_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_funding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "result_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "amount_vnd" BIGINT NOT NULL,

    CONSTRAINT "result_funding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_step" (
    "id" BIGSERIAL NOT NULL,
    "result_id" UUID NOT NULL,
    "from_state" "ResultState",
    "to_state" "ResultState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_organisation_id" UUID,
    "actor_role" TEXT NOT NULL,
    "reason" TEXT,
    "record_entry_id" BIGINT,

    CONSTRAINT "result_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "type" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "group_codes" TEXT[],
    "product_codes" TEXT[],
    "trl" INTEGER,
    "province_codes" TEXT[],
    "houses" TEXT[],
    "stage" TEXT,
    "commercialised" BOOLEAN,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" BIGINT NOT NULL,
    "folded" TEXT NOT NULL,
    "vector" tsvector,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("type","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "email_token_person_id_purpose_idx" ON "email_token"("person_id", "purpose");

-- CreateIndex
CREATE INDEX "organisation_house_idx" ON "organisation"("house");

-- CreateIndex
CREATE INDEX "organisation_province_code_idx" ON "organisation"("province_code");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_scheme_identifier_key" ON "organisation"("scheme", "identifier");

-- CreateIndex
CREATE INDEX "affiliation_person_id_idx" ON "affiliation"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_idx" ON "affiliation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_organisation_id_role_idx" ON "role_grant"("organisation_id", "role");

-- CreateIndex
CREATE INDEX "technology_group_version_code_idx" ON "technology_group"("version_code");

-- CreateIndex
CREATE INDEX "strategic_product_group_code_idx" ON "strategic_product"("group_code");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_code_key" ON "initiative"("code");

-- CreateIndex
CREATE INDEX "initiative_state_submitted_at_idx" ON "initiative"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "initiative_proposer_id_idx" ON "initiative"("proposer_id");

-- CreateIndex
CREATE INDEX "initiative_decided_at_idx" ON "initiative"("decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_version_initiative_id_number_key" ON "initiative_version"("initiative_id", "number");

-- CreateIndex
CREATE INDEX "initiative_step_initiative_id_id_idx" ON "initiative_step"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "missing_item_initiative_id_round_idx" ON "missing_item"("initiative_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_initiative_id_round_key" ON "evaluation"("initiative_id", "round");

-- CreateIndex
CREATE INDEX "evaluation_seat_person_id_idx" ON "evaluation_seat"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_seat_evaluation_id_person_id_key" ON "evaluation_seat"("evaluation_id", "person_id");

-- CreateIndex
CREATE INDEX "decision_initiative_id_idx" ON "decision"("initiative_id");

-- CreateIndex
CREATE INDEX "attachment_initiative_id_idx" ON "attachment"("initiative_id");

-- CreateIndex
CREATE INDEX "obligation_subject_type_subject_id_idx" ON "obligation"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "obligation_done_at_voided_at_due_on_idx" ON "obligation"("done_at", "voided_at", "due_on");

-- CreateIndex
CREATE INDEX "obligation_debtor_organisation_id_idx" ON "obligation"("debtor_organisation_id");

-- CreateIndex
CREATE INDEX "obligation_debtor_person_id_idx" ON "obligation"("debtor_person_id");

-- CreateIndex
CREATE INDEX "obligation_pause_obligation_id_idx" ON "obligation_pause"("obligation_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_code_key" ON "partnership"("code");

-- CreateIndex
CREATE INDEX "partnership_state_idx" ON "partnership"("state");

-- CreateIndex
CREATE INDEX "partnership_published_at_idx" ON "partnership"("published_at");

-- CreateIndex
CREATE INDEX "partnership_member_organisation_id_idx" ON "partnership_member"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_member_partnership_id_organisation_id_key" ON "partnership_member"("partnership_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_member_partnership_id_position_key" ON "partnership_member"("partnership_id", "position");

-- CreateIndex
CREATE INDEX "agreement_product_code_idx" ON "agreement"("product_code");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_partnership_id_product_code_key" ON "agreement"("partnership_id", "product_code");

-- CreateIndex
CREATE INDEX "share_schedule_agreement_id_dimension_idx" ON "share_schedule"("agreement_id", "dimension");

-- CreateIndex
CREATE INDEX "share_line_member_id_idx" ON "share_line"("member_id");

-- CreateIndex
CREATE INDEX "signature_member_id_idx" ON "signature"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_agreement_id_member_id_text_sha256_key" ON "signature"("agreement_id", "member_id", "text_sha256");

-- CreateIndex
CREATE INDEX "record_entry_subject_type_subject_code_id_idx" ON "record_entry"("subject_type", "subject_code", "id");

-- CreateIndex
CREATE UNIQUE INDEX "result_code_key" ON "result"("code");

-- CreateIndex
CREATE INDEX "result_state_published_at_idx" ON "result"("state", "published_at");

-- CreateIndex
CREATE INDEX "result_host_organisation_id_idx" ON "result"("host_organisation_id");

-- CreateIndex
CREATE INDEX "readiness_observation_result_id_on_date_idx" ON "readiness_observation"("result_id", "on_date");

-- CreateIndex
CREATE INDEX "ip_right_result_id_idx" ON "ip_right"("result_id");

-- CreateIndex
CREATE INDEX "exploitation_act_result_id_idx" ON "exploitation_act"("result_id");

-- CreateIndex
CREATE INDEX "result_funding_result_id_idx" ON "result_funding"("result_id");

-- CreateIndex
CREATE INDEX "result_step_result_id_id_idx" ON "result_step"("result_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_code_key" ON "search_document"("code");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_token" ADD CONSTRAINT "email_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_province_code_fkey" FOREIGN KEY ("province_code") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology_group" ADD CONSTRAINT "technology_group_version_code_fkey" FOREIGN KEY ("version_code") REFERENCES "catalogue_version"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_product" ADD CONSTRAINT "strategic_product_group_code_fkey" FOREIGN KEY ("group_code") REFERENCES "technology_group"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_version" ADD CONSTRAINT "initiative_version_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_step" ADD CONSTRAINT "initiative_step_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "missing_item" ADD CONSTRAINT "missing_item_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_seat" ADD CONSTRAINT "evaluation_seat_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "evaluation_seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_debtor_organisation_id_fkey" FOREIGN KEY ("debtor_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation_pause" ADD CONSTRAINT "obligation_pause_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_member" ADD CONSTRAINT "partnership_member_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_member" ADD CONSTRAINT "partnership_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "strategic_product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_schedule" ADD CONSTRAINT "share_schedule_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_line" ADD CONSTRAINT "share_line_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "share_schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_line" ADD CONSTRAINT "share_line_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "partnership_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "partnership_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_host_organisation_id_fkey" FOREIGN KEY ("host_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_observation" ADD CONSTRAINT "readiness_observation_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_author" ADD CONSTRAINT "result_author_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ip_right" ADD CONSTRAINT "ip_right_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exploitation_act" ADD CONSTRAINT "exploitation_act_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_funding" ADD CONSTRAINT "result_funding_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_step" ADD CONSTRAINT "result_step_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
