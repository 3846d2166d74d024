-- AlterTable
ALTER TABLE "Drawing" ADD COLUMN     "hands" JSONB;
