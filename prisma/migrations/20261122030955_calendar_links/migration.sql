-- CreateTable
CREATE TABLE "calendar_links" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sync_token" TEXT NOT NULL,
    "ctag" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "told" BOOLEAN NOT NULL,
    "busy_until" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_copies" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "series_id" UUID,
    "href" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "kept" TEXT[],

    CONSTRAINT "calendar_copies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_conflicts" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "ours" BOOLEAN NOT NULL,
    "lost" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_conflicts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_links_community_id_number_key" ON "calendar_links"("community_id", "number");

-- CreateIndex
CREATE INDEX "calendar_copies_series_id_idx" ON "calendar_copies"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_copies_link_id_href_key" ON "calendar_copies"("link_id", "href");
