-- CreateEnum
CREATE TYPE "resource_state" AS ENUM ('standing', 'retracted');

-- CreateEnum
CREATE TYPE "page_state" AS ENUM ('waiting', 'read', 'failed');

-- CreateEnum
CREATE TYPE "mark_kind" AS ENUM ('useful', 'read', 'not_for_us');

-- CreateEnum
CREATE TYPE "resource_remark_kind" AS ENUM ('comment', 'question');

-- CreateTable
CREATE TABLE "resources" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "resource_state" NOT NULL,
    "address" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "page" "page_state" NOT NULL,
    "fault" JSONB,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "image" TEXT,
    "author" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "language" TEXT,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "merged_into" UUID,
    "promoted_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_addresses" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "resource_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_shares" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "member_id" UUID,
    "follow_id" UUID,
    "why" TEXT NOT NULL,
    "room_id" UUID,
    "link" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_shares_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_marks" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "mark_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_remarks" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "resource_remark_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_remarks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_tags" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_curators" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "theme_curators_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "resources_community_id_created_at_idx" ON "resources"("community_id", "created_at");

-- CreateIndex
CREATE INDEX "resources_merged_into_idx" ON "resources"("merged_into");

-- CreateIndex
CREATE UNIQUE INDEX "resources_community_id_number_key" ON "resources"("community_id", "number");

-- CreateIndex
CREATE INDEX "resource_addresses_community_id_key_idx" ON "resource_addresses"("community_id", "key");

-- CreateIndex
CREATE INDEX "resource_addresses_resource_id_idx" ON "resource_addresses"("resource_id");

-- CreateIndex
CREATE INDEX "resource_shares_resource_id_idx" ON "resource_shares"("resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_marks_resource_id_member_id_kind_key" ON "resource_marks"("resource_id", "member_id", "kind");

-- CreateIndex
CREATE INDEX "resource_remarks_resource_id_idx" ON "resource_remarks"("resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_tags_resource_id_tag_key" ON "resource_tags"("resource_id", "tag");

-- CreateIndex
CREATE UNIQUE INDEX "theme_curators_community_id_theme_member_id_key" ON "theme_curators"("community_id", "theme", "member_id");
