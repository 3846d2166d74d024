-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('name', 'drawing', 'cheating');

-- AlterTable
ALTER TABLE "Player" ADD COLUMN     "isBanned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refusedName" TEXT;

-- CreateTable
CREATE TABLE "Report" (
    "reporterId" UUID NOT NULL,
    "playerId" UUID NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "roomCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("reporterId","playerId")
);

-- CreateIndex
CREATE INDEX "Report_playerId_idx" ON "Report"("playerId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;


