-- CreateEnum
CREATE TYPE "feed_kind" AS ENUM ('mine', 'coming', 'community', 'theme', 'room');

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "feed_kind" NOT NULL,
    "theme" TEXT NOT NULL,
    "room_id" UUID,
    "public" BOOLEAN NOT NULL,
    "locale" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_digest_key" ON "calendar_feeds"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_community_id_number_key" ON "calendar_feeds"("community_id", "number");
