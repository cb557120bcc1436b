-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "expense_step_kind" ADD VALUE 'attached';
ALTER TYPE "expense_step_kind" ADD VALUE 'detached';

-- AlterTable
ALTER TABLE "expenses" ADD COLUMN     "corrects_id" UUID;

-- CreateTable
CREATE TABLE "given_files" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kept" BOOLEAN NOT NULL,
    "about" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "given_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expense_files" (
    "file_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "expense_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expense_files_pkey" PRIMARY KEY ("file_id")
);

-- CreateIndex
CREATE INDEX "given_files_kept_created_at_idx" ON "given_files"("kept", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "expense_files_expense_id_position_key" ON "expense_files"("expense_id", "position");

-- CreateIndex
CREATE INDEX "expenses_corrects_id_idx" ON "expenses"("corrects_id");
