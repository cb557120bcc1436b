-- CreateTable
CREATE TABLE "event_places" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "making" BOOLEAN NOT NULL,
    "busy_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mirrored_events" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "recurrence" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mirrored_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_places_community_id_platform_place_key" ON "event_places"("community_id", "platform", "place");

-- CreateIndex
CREATE INDEX "mirrored_events_series_id_idx" ON "mirrored_events"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "mirrored_events_place_id_series_id_recurrence_key" ON "mirrored_events"("place_id", "series_id", "recurrence");
