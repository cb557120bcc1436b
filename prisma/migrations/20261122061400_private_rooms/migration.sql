-- CreateTable
CREATE TABLE "private_rooms" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "private_rooms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_rooms" (
    "id" TEXT NOT NULL,
    "community_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_rooms_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "private_rooms_tag_key" ON "private_rooms"("tag");

-- CreateIndex
CREATE INDEX "private_rooms_community_id_subject_idx" ON "private_rooms"("community_id", "subject");

-- CreateIndex
CREATE INDEX "private_rooms_due_at_idx" ON "private_rooms"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "web_rooms_key_key" ON "web_rooms"("key");

-- CreateIndex
CREATE INDEX "web_rooms_community_id_idx" ON "web_rooms"("community_id");
