-- AlterTable
ALTER TABLE "Drawing" ADD COLUMN     "sum" JSONB;
