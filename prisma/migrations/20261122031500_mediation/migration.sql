-- CreateTable
CREATE TABLE "whispers" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "community_id" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,
    "gone" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "whispers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediations" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "created_on" DATE NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "mediations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation_pages" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "mediation_id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "mediation_pages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediators" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "languages" TEXT[],
    "available" BOOLEAN NOT NULL,
    "capacity" INTEGER NOT NULL,

    CONSTRAINT "mediators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation_counts" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "mediation_counts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "whispers_position_key" ON "whispers"("position");

-- CreateIndex
CREATE UNIQUE INDEX "whispers_tag_key" ON "whispers"("tag");

-- CreateIndex
CREATE INDEX "whispers_community_id_subject_idx" ON "whispers"("community_id", "subject");

-- CreateIndex
CREATE INDEX "whispers_due_at_idx" ON "whispers"("due_at");

-- CreateIndex
CREATE INDEX "mediations_community_id_idx" ON "mediations"("community_id");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_pages_position_key" ON "mediation_pages"("position");

-- CreateIndex
CREATE INDEX "mediation_pages_mediation_id_position_idx" ON "mediation_pages"("mediation_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "mediators_community_id_member_id_key" ON "mediators"("community_id", "member_id");

-- CreateIndex
CREATE INDEX "mediation_counts_community_id_idx" ON "mediation_counts"("community_id");
