-- AlterTable
ALTER TABLE "members" ADD COLUMN     "asked_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "left_at" TIMESTAMPTZ(3),
ADD COLUMN     "removed_for" TEXT;
