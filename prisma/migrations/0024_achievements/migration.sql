CREATE TABLE "Achievement" (
    "playerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "gameId" UUID NOT NULL,
    "earnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Achievement_pkey" PRIMARY KEY ("playerId","name")
);

CREATE INDEX "Achievement_gameId_idx" ON "Achievement"("gameId");

ALTER TABLE "Achievement" ADD CONSTRAINT "Achievement_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;
