-- AlterTable
ALTER TABLE "veille_outlets" ADD COLUMN     "editions" BOOLEAN NOT NULL DEFAULT false;
