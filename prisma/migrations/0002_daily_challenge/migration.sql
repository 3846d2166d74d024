-- AlterTable
ALTER TABLE "Game" ADD COLUMN     "day" DATE;

-- CreateTable
CREATE TABLE "DailyTry" (
    "day" DATE NOT NULL,
    "playerId" UUID NOT NULL,
    "gameId" UUID NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DailyTry_pkey" PRIMARY KEY ("day","playerId")
);

-- CreateIndex
CREATE UNIQUE INDEX "DailyTry_gameId_key" ON "DailyTry"("gameId");

-- CreateIndex
CREATE INDEX "DailyTry_playerId_idx" ON "DailyTry"("playerId");

-- CreateIndex
CREATE INDEX "Drawing_prompt_lockAtMs_idx" ON "Drawing"("prompt", "lockAtMs");

-- AddForeignKey
ALTER TABLE "DailyTry" ADD CONSTRAINT "DailyTry_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;
