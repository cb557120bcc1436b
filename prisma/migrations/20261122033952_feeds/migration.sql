-- CreateEnum
CREATE TYPE "follow_state" AS ENUM ('looking', 'following', 'failed', 'dead', 'stopped');

-- CreateTable
CREATE TABLE "feed_sources" (
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_until" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL,
    "failing_since" TIMESTAMPTZ(3),

    CONSTRAINT "feed_sources_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "feed_follows" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "follow_state" NOT NULL,
    "asked" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "site" TEXT,
    "theme" TEXT NOT NULL,
    "words" TEXT[],
    "member_id" UUID NOT NULL,
    "fault" JSONB,
    "seen" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_follows_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feed_sources_next_at_idx" ON "feed_sources"("next_at");

-- CreateIndex
CREATE INDEX "feed_follows_url_idx" ON "feed_follows"("url");

-- CreateIndex
CREATE UNIQUE INDEX "feed_follows_community_id_number_key" ON "feed_follows"("community_id", "number");
