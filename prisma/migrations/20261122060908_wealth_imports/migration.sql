-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "wealth_imports" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "context_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "wealth_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "wealth_imports_community_id_number_key" ON "wealth_imports"("community_id", "number");

-- CreateIndex
CREATE INDEX "contributions_context_id_number_idx" ON "contributions"("context_id", "number");

-- CreateIndex
CREATE INDEX "contributions_import_id_idx" ON "contributions"("import_id");
