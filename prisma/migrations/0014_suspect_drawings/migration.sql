-- AlterTable
ALTER TABLE "Drawing" ADD COLUMN     "isSuspect" BOOLEAN NOT NULL DEFAULT false;
