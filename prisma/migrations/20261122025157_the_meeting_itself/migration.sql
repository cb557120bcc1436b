-- CreateEnum
CREATE TYPE "sitting_role" AS ENUM ('facilitator', 'scribe', 'timekeeper');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('asked', 'accepted', 'free', 'done', 'dropped');

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "origin_id" UUID,
ADD COLUMN     "origin_part" INTEGER;

-- CreateTable
CREATE TABLE "sittings" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "recurrence" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sittings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_items" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "key" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "treated" BOOLEAN NOT NULL,
    "carried_to" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_roles" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "role" "sitting_role" NOT NULL,
    "member_id" UUID NOT NULL,
    "drawn" BOOLEAN NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_notes" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "key" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_presences" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "member_ids" UUID[],
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_presences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sitting_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "assignee_id" UUID,
    "author_id" UUID NOT NULL,
    "state" "task_state" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floors" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "sitting_id" UUID,
    "shares" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "floors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floor_turns" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "floor_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "floor_turns_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sittings_community_id_idx" ON "sittings"("community_id");

-- CreateIndex
CREATE UNIQUE INDEX "sittings_series_id_recurrence_key" ON "sittings"("series_id", "recurrence");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_items_sitting_id_key_key" ON "sitting_items"("sitting_id", "key");

-- CreateIndex
CREATE INDEX "sitting_roles_community_id_role_held_at_idx" ON "sitting_roles"("community_id", "role", "held_at");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_roles_sitting_id_role_key" ON "sitting_roles"("sitting_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_notes_sitting_id_key_version_key" ON "sitting_notes"("sitting_id", "key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_presences_sitting_id_version_key" ON "sitting_presences"("sitting_id", "version");

-- CreateIndex
CREATE INDEX "tasks_series_id_idx" ON "tasks"("series_id");

-- CreateIndex
CREATE INDEX "tasks_sitting_id_idx" ON "tasks"("sitting_id");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_community_id_number_key" ON "tasks"("community_id", "number");

-- CreateIndex
CREATE INDEX "floors_community_id_closed_at_idx" ON "floors"("community_id", "closed_at");

-- CreateIndex
CREATE INDEX "floor_turns_floor_id_idx" ON "floor_turns"("floor_id");

-- CreateIndex
CREATE INDEX "decisions_community_id_origin_id_idx" ON "decisions"("community_id", "origin_id");
