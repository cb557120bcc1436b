-- CreateEnum
CREATE TYPE "digest_frequency" AS ENUM ('daily', 'weekly');

-- CreateTable
CREATE TABLE "digest_subscriptions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "room_id" UUID,
    "member_id" UUID,
    "frequency" "digest_frequency" NOT NULL,
    "weekday" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "looked_to" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_editions" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "sections" JSONB NOT NULL,
    "left_out" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_postponed" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_postponed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_subscriptions_community_id_number_key" ON "digest_subscriptions"("community_id", "number");

-- CreateIndex
CREATE INDEX "digest_editions_subscription_id_at_idx" ON "digest_editions"("subscription_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "digest_postponed_subscription_id_resource_id_key" ON "digest_postponed"("subscription_id", "resource_id");
