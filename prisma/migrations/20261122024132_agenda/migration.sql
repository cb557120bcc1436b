-- CreateEnum
CREATE TYPE "series_state" AS ENUM ('planned', 'cancelled');

-- CreateEnum
CREATE TYPE "presence" AS ENUM ('yes', 'maybe', 'no');

-- CreateEnum
CREATE TYPE "poll_state" AS ENUM ('open', 'chosen', 'withdrawn');

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "zone" TEXT;

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "series_state" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "room_id" UUID,
    "author_id" UUID NOT NULL,
    "start" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "rule" TEXT,
    "except" TEXT[],
    "extra" TEXT[],
    "capacity" INTEGER,
    "discreet" BOOLEAN NOT NULL,
    "remind_before" INTEGER[],
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "cancel_reason" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3),
    "followed_to" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence_changes" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "recurrence" TEXT NOT NULL,
    "cancelled" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "start" TEXT,
    "minutes" INTEGER,
    "title" TEXT,
    "description" TEXT,
    "place" TEXT,
    "link" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "occurrence_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answers" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "recurrence" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "presence" "presence" NOT NULL,
    "note" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "polls" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "poll_state" NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "slots" TEXT[],
    "author_id" UUID NOT NULL,
    "room_id" UUID,
    "series_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "polls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_answers" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "presences" "presence"[],
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_answers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "series_community_id_first_at_idx" ON "series"("community_id", "first_at");

-- CreateIndex
CREATE UNIQUE INDEX "series_community_id_number_key" ON "series"("community_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "series_community_id_uid_key" ON "series"("community_id", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_changes_series_id_recurrence_key" ON "occurrence_changes"("series_id", "recurrence");

-- CreateIndex
CREATE UNIQUE INDEX "answers_series_id_recurrence_member_id_key" ON "answers"("series_id", "recurrence", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "polls_community_id_number_key" ON "polls"("community_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "poll_answers_poll_id_member_id_key" ON "poll_answers"("poll_id", "member_id");
