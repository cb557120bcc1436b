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
CREATE UNIQUE INDEX "veille_outlets_digest_key" ON "veille_outlets"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "veille_outlets_community_id_number_key" ON "veille_outlets"("community_id", "number");
