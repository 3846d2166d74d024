-- AlterTable
ALTER TABLE "Drawing" ADD COLUMN     "isByKeyboard" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Result" ADD COLUMN     "isByKeyboard" BOOLEAN NOT NULL DEFAULT false;
