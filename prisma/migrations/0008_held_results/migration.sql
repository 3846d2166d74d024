-- CreateEnum
CREATE TYPE "HoldDecision" AS ENUM ('released', 'removed');

-- AlterTable
ALTER TABLE "Drawing" ADD COLUMN     "fingerprint" TEXT,
ADD COLUMN     "inkedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Sample" ADD COLUMN     "isHeld" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Hold" (
    "gameId" UUID NOT NULL,
    "playerId" UUID NOT NULL,
    "reasons" TEXT[],
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "decision" "HoldDecision",
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("gameId","playerId")
);

-- CreateIndex
CREATE INDEX "Hold_decision_heldAt_idx" ON "Hold"("decision", "heldAt");

-- CreateIndex
CREATE INDEX "Drawing_fingerprint_inkedAt_idx" ON "Drawing"("fingerprint", "inkedAt");

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_gameId_playerId_fkey" FOREIGN KEY ("gameId", "playerId") REFERENCES "Result"("gameId", "playerId") ON DELETE CASCADE ON UPDATE CASCADE;


