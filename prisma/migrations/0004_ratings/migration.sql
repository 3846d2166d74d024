-- CreateTable
CREATE TABLE "Rating" (
    "playerId" UUID NOT NULL,
    "mu" DOUBLE PRECISION NOT NULL,
    "sigma" DOUBLE PRECISION NOT NULL,
    "games" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("playerId")
);

-- CreateTable
CREATE TABLE "RatingStep" (
    "gameId" UUID NOT NULL,
    "playerId" UUID NOT NULL,
    "muBefore" DOUBLE PRECISION NOT NULL,
    "sigmaBefore" DOUBLE PRECISION NOT NULL,
    "mu" DOUBLE PRECISION NOT NULL,
    "sigma" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "RatingStep_pkey" PRIMARY KEY ("gameId","playerId")
);

-- CreateIndex
CREATE INDEX "RatingStep_playerId_idx" ON "RatingStep"("playerId");

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingStep" ADD CONSTRAINT "RatingStep_gameId_fkey" FOREIGN KEY ("gameId") REFERENCES "Game"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingStep" ADD CONSTRAINT "RatingStep_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Rating"("playerId") ON DELETE CASCADE ON UPDATE CASCADE;


