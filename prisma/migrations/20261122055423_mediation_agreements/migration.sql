-- CreateTable
CREATE TABLE "mediation_agreements" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "created_on" DATE NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "mediation_agreements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mediation_agreements_community_id_idx" ON "mediation_agreements"("community_id");
