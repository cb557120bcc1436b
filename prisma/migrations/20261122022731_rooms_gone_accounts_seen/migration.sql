-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "seen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "rooms" ADD COLUMN     "gone_at" TIMESTAMPTZ(3);
