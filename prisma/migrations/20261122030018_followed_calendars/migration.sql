-- AlterTable
ALTER TABLE "series" ADD COLUMN     "followed_id" UUID,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "followed_calendars" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "room_id" UUID,
    "sealed" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "failures" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "followed_calendars_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "followed_calendars_community_id_number_key" ON "followed_calendars"("community_id", "number");
