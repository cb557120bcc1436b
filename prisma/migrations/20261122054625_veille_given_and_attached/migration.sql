-- CreateEnum
CREATE TYPE "attached_to" AS ENUM ('decision', 'event');

-- CreateTable
CREATE TABLE "resource_attachments" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "kind" "attached_to" NOT NULL,
    "target_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "veille_outlets" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "key" TEXT,
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "veille_outlets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "resource_attachments_community_id_target_id_idx" ON "resource_attachments"("community_id", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_attachments_resource_id_target_id_key" ON "resource_attachments"("resource_id", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "veille_outlets_digest_key" ON "veille_outlets"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "veille_outlets_community_id_number_key" ON "veille_outlets"("community_id", "number");
