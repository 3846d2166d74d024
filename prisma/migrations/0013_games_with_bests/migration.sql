-- AlterTable
ALTER TABLE "Game" ADD COLUMN     "holdsBest" BOOLEAN NOT NULL DEFAULT false;

