-- AlterTable
ALTER TABLE "mediators" ADD COLUMN     "by_role" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "network_roles" (
    "community_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "authority" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,

    CONSTRAINT "network_roles_pkey" PRIMARY KEY ("account_id","authority","role")
);

-- CreateIndex
CREATE INDEX "network_roles_community_id_idx" ON "network_roles"("community_id");
