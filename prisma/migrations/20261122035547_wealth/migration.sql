-- CreateEnum
CREATE TYPE "context_kind" AS ENUM ('project', 'action', 'person', 'event');

-- CreateEnum
CREATE TYPE "contribution_state" AS ENUM ('proposed', 'declined', 'declared', 'validated', 'withdrawn');

-- CreateEnum
CREATE TYPE "review_kind" AS ENUM ('validate', 'figure', 'none', 'question', 'answer');

-- CreateEnum
CREATE TYPE "retro_kind" AS ENUM ('good', 'improve', 'try');

-- CreateEnum
CREATE TYPE "distribution_state" AS ENUM ('draft', 'proposed', 'adopted');

-- CreateTable
CREATE TABLE "wealth_contexts" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "context_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "rule" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wealth_contexts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wealth_periods" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "context_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "monthly" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "mark_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "wealth_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wealth_participants" (
    "context_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wealth_participants_pkey" PRIMARY KEY ("context_id","member_id")
);

-- CreateTable
CREATE TABLE "contributions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "context_id" UUID NOT NULL,
    "period_id" UUID,
    "member_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "state" "contribution_state" NOT NULL,
    "version" INTEGER NOT NULL,
    "asked_ids" UUID[],
    "corrects_id" UUID,
    "silent_at" TIMESTAMPTZ(3),
    "room_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_versions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contribution_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_reviews" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "review_kind" NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contribution_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retro_notes" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "context_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "member_id" UUID,
    "kind" "retro_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "carried" BOOLEAN NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retro_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gratitudes" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "context_id" UUID,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gratitudes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distributions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "context_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "state" "distribution_state" NOT NULL,
    "cents" BIGINT NOT NULL,
    "terms" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "rule" TEXT,
    "decision_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "distributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "peer_points" (
    "context_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "peer_points_pkey" PRIMARY KEY ("context_id","member_id")
);

-- CreateTable
CREATE TABLE "share_payments" (
    "distribution_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "cents" BIGINT NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_payments_pkey" PRIMARY KEY ("distribution_id","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "wealth_contexts_community_id_number_key" ON "wealth_contexts"("community_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "wealth_contexts_community_id_folded_key" ON "wealth_contexts"("community_id", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "wealth_periods_context_id_position_key" ON "wealth_periods"("context_id", "position");

-- CreateIndex
CREATE INDEX "contributions_context_id_period_id_idx" ON "contributions"("context_id", "period_id");

-- CreateIndex
CREATE INDEX "contributions_community_id_member_id_idx" ON "contributions"("community_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "contributions_community_id_number_key" ON "contributions"("community_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_versions_contribution_id_version_key" ON "contribution_versions"("contribution_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_reviews_contribution_id_position_key" ON "contribution_reviews"("contribution_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "retro_notes_context_id_position_key" ON "retro_notes"("context_id", "position");

-- CreateIndex
CREATE INDEX "gratitudes_context_id_idx" ON "gratitudes"("context_id");

-- CreateIndex
CREATE UNIQUE INDEX "gratitudes_community_id_number_key" ON "gratitudes"("community_id", "number");

-- CreateIndex
CREATE INDEX "distributions_community_id_decision_id_idx" ON "distributions"("community_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "distributions_community_id_number_key" ON "distributions"("community_id", "number");
