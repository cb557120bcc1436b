-- CreateEnum
CREATE TYPE "role" AS ENUM ('member', 'facilitator');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('consent', 'agreement', 'choice');

-- CreateEnum
CREATE TYPE "decision_state" AS ENUM ('open', 'between_rounds', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "objection_state" AS ENUM ('standing', 'integrated', 'withdrawn');

-- CreateEnum
CREATE TYPE "remark_kind" AS ENUM ('question', 'answer', 'reaction');

-- CreateTable
CREATE TABLE "communities" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "communities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rooms" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT,
    "listens" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "served_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "locale" TEXT,
    "reminders" BOOLEAN NOT NULL,
    "merged_into" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "platform_user_id" TEXT NOT NULL,
    "last_room_id" UUID,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counters" (
    "community_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("community_id","kind")
);

-- CreateTable
CREATE TABLE "link_codes" (
    "name" TEXT NOT NULL,
    "community_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "proof" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_codes_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "state" "decision_state" NOT NULL,
    "rule" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "close_reason" TEXT,
    "result" JSONB,
    "conclusion" TEXT,
    "review_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_texts" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballots" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objections" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "raised_on" INTEGER NOT NULL,
    "held_on" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "objection_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remarks" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "remark_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "reply_to" INTEGER,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remarks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarms" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "alarms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entries" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "community_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "member_id" UUID,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "journal_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "community_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "room_id" UUID NOT NULL,
    "account_id" UUID,
    "key" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "params" JSONB NOT NULL,
    "wanted" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,
    "ref" TEXT,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handled_events" (
    "community_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handled_events_pkey" PRIMARY KEY ("community_id","event")
);

-- CreateTable
CREATE TABLE "dialogues" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "args" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialogues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matrix_values" (
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "matrix_values_pkey" PRIMARY KEY ("account","name")
);

-- CreateTable
CREATE TABLE "matrix_rooms" (
    "room_id" TEXT NOT NULL,
    "direct_for" TEXT,
    "greeted_at" TIMESTAMPTZ(3),
    "unreadable_at" TIMESTAMPTZ(3),

    CONSTRAINT "matrix_rooms_pkey" PRIMARY KEY ("room_id")
);

-- CreateTable
CREATE TABLE "matrix_messages" (
    "id" UUID NOT NULL,
    "community_id" UUID,
    "room_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "event_ids" TEXT[],
    "hashes" TEXT[],
    "generation" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "gestures_on" TEXT,
    "gestures" JSONB NOT NULL,
    "seeds" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "matrix_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matrix_reactions" (
    "event_id" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "gesture" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "matrix_reactions_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "matrix_questions" (
    "room_id" TEXT NOT NULL,
    "thread" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "matrix_questions_pkey" PRIMARY KEY ("room_id","thread","user_id")
);

-- CreateTable
CREATE TABLE "slack_installations" (
    "id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_installations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_messages" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "room_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "only_for" TEXT,
    "author" TEXT,
    "text" TEXT,
    "view" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rooms_community_id_idx" ON "rooms"("community_id");

-- CreateIndex
CREATE UNIQUE INDEX "rooms_platform_platform_id_key" ON "rooms"("platform", "platform_id");

-- CreateIndex
CREATE INDEX "members_community_id_idx" ON "members"("community_id");

-- CreateIndex
CREATE INDEX "accounts_member_id_idx" ON "accounts"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_community_id_platform_platform_user_id_key" ON "accounts"("community_id", "platform", "platform_user_id");

-- CreateIndex
CREATE INDEX "link_codes_expires_at_idx" ON "link_codes"("expires_at");

-- CreateIndex
CREATE INDEX "decisions_community_id_state_idx" ON "decisions"("community_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_community_id_number_key" ON "decisions"("community_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_texts_decision_id_version_key" ON "decision_texts"("decision_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ballots_decision_id_member_id_key" ON "ballots"("decision_id", "member_id");

-- CreateIndex
CREATE INDEX "objections_decision_id_idx" ON "objections"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "remarks_decision_id_position_key" ON "remarks"("decision_id", "position");

-- CreateIndex
CREATE INDEX "alarms_done_at_due_at_idx" ON "alarms"("done_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "alarms_kind_subject_key" ON "alarms"("kind", "subject");

-- CreateIndex
CREATE INDEX "journal_entries_community_id_position_idx" ON "journal_entries"("community_id", "position");

-- CreateIndex
CREATE INDEX "journal_entries_handled_at_position_idx" ON "journal_entries"("handled_at", "position");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entries_position_key" ON "journal_entries"("position");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_position_key" ON "deliveries"("position");

-- CreateIndex
CREATE INDEX "deliveries_community_id_subject_idx" ON "deliveries"("community_id", "subject");

-- CreateIndex
CREATE INDEX "deliveries_platform_due_at_idx" ON "deliveries"("platform", "due_at");

-- CreateIndex
CREATE INDEX "deliveries_room_id_due_at_idx" ON "deliveries"("room_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_room_id_key_key" ON "deliveries"("room_id", "key");

-- CreateIndex
CREATE INDEX "handled_events_at_idx" ON "handled_events"("at");

-- CreateIndex
CREATE INDEX "dialogues_created_at_idx" ON "dialogues"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_rooms_direct_for_key" ON "matrix_rooms"("direct_for");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_messages_gestures_on_key" ON "matrix_messages"("gestures_on");

-- CreateIndex
CREATE INDEX "matrix_messages_room_id_updated_at_idx" ON "matrix_messages"("room_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_messages_room_id_key_key" ON "matrix_messages"("room_id", "key");

-- CreateIndex
CREATE INDEX "matrix_reactions_target_sender_at_idx" ON "matrix_reactions"("target", "sender", "at");

-- CreateIndex
CREATE INDEX "matrix_questions_updated_at_idx" ON "matrix_questions"("updated_at");

-- CreateIndex
CREATE INDEX "web_messages_room_id_position_idx" ON "web_messages"("room_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "web_messages_room_id_key_key" ON "web_messages"("room_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "web_messages_position_key" ON "web_messages"("position");
