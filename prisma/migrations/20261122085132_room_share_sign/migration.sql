-- AlterTable
ALTER TABLE "rooms" ADD COLUMN     "share_sign" TEXT;
