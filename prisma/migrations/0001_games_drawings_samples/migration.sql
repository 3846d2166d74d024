-- CreateEnum
CREATE TYPE "Mode" AS ENUM ('race', 'rush', 'relay');

-- CreateEnum
CREATE TYPE "Engine" AS ENUM ('wasm', 'native');

-- CreateEnum
CREATE TYPE "SampleReason" AS ENUM ('never_locked', 'wrong_lock', 'low_margin', 'flipped_late', 'control');

-- CreateTable
CREATE TABLE "Player" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" SMALLINT NOT NULL,
    "hasConsented" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Player_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Game" (
    "id" UUID NOT NULL,
    "roomCode" TEXT NOT NULL,
    "mode" "Mode" NOT NULL,
    "settings" JSONB NOT NULL,
    "seed" BIGINT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Game_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "gameId" UUID NOT NULL,
    "index" SMALLINT NOT NULL,
    "judgeVersion" TEXT NOT NULL,
    "judgeEngine" "Engine" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drawing" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "canvas" SMALLINT NOT NULL,
    "index" SMALLINT NOT NULL,
    "prompt" SMALLINT NOT NULL,
    "promptAtMs" INTEGER NOT NULL,
    "ink" TEXT NOT NULL,
    "pointCount" INTEGER NOT NULL,
    "inkLength" INTEGER NOT NULL,
    "guesses" JSONB NOT NULL,
    "lockAtMs" INTEGER,
    "lockGuessIndex" INTEGER,
    "lockHeldIndex" INTEGER,
    "wrongLocks" INTEGER NOT NULL,
    "lagCreditMs" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "speed" DOUBLE PRECISION NOT NULL,
    "cleanness" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Drawing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drawer" (
    "drawingId" UUID NOT NULL,
    "playerId" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "colour" SMALLINT NOT NULL,
    "hasConsented" BOOLEAN NOT NULL,

    CONSTRAINT "Drawer_pkey" PRIMARY KEY ("drawingId","playerId")
);

-- CreateTable
CREATE TABLE "Result" (
    "gameId" UUID NOT NULL,
    "playerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" SMALLINT NOT NULL,
    "score" INTEGER NOT NULL,
    "rank" SMALLINT NOT NULL,
    "rounds" SMALLINT NOT NULL,
    "locks" INTEGER NOT NULL,
    "lockMs" INTEGER NOT NULL,
    "inkLength" INTEGER NOT NULL,

    CONSTRAINT "Result_pkey" PRIMARY KEY ("gameId","playerId")
);

-- CreateTable
CREATE TABLE "Sample" (
    "id" UUID NOT NULL,
    "drawingId" UUID NOT NULL,
    "contributorId" UUID NOT NULL,
    "reason" "SampleReason" NOT NULL,
    "prompt" SMALLINT NOT NULL,
    "guess" SMALLINT NOT NULL,
    "thousandths" SMALLINT[],
    "difficulty" SMALLINT NOT NULL,
    "consentVersion" SMALLINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "sampleId" UUID NOT NULL,
    "reviewer" TEXT NOT NULL,
    "verdict" SMALLINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Game_mode_finishedAt_idx" ON "Game"("mode", "finishedAt");

-- CreateIndex
CREATE INDEX "Game_finishedAt_idx" ON "Game"("finishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Round_gameId_index_key" ON "Round"("gameId", "index");

-- CreateIndex
CREATE UNIQUE INDEX "Drawing_roundId_canvas_index_key" ON "Drawing"("roundId", "canvas", "index");

-- CreateIndex
CREATE INDEX "Drawer_playerId_idx" ON "Drawer"("playerId");

-- CreateIndex
CREATE INDEX "Result_playerId_idx" ON "Result"("playerId");

-- CreateIndex
CREATE UNIQUE INDEX "Sample_drawingId_key" ON "Sample"("drawingId");

-- CreateIndex
CREATE INDEX "Sample_difficulty_id_idx" ON "Sample"("difficulty" DESC, "id");

-- CreateIndex
CREATE INDEX "Sample_contributorId_idx" ON "Sample"("contributorId");

-- CreateIndex
CREATE INDEX "Sample_prompt_reason_idx" ON "Sample"("prompt", "reason");

-- CreateIndex
CREATE INDEX "Review_sampleId_createdAt_idx" ON "Review"("sampleId", "createdAt");

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_gameId_fkey" FOREIGN KEY ("gameId") REFERENCES "Game"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drawing" ADD CONSTRAINT "Drawing_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drawer" ADD CONSTRAINT "Drawer_drawingId_fkey" FOREIGN KEY ("drawingId") REFERENCES "Drawing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drawer" ADD CONSTRAINT "Drawer_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_gameId_fkey" FOREIGN KEY ("gameId") REFERENCES "Game"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_drawingId_fkey" FOREIGN KEY ("drawingId") REFERENCES "Drawing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_contributorId_fkey" FOREIGN KEY ("contributorId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "Sample"("id") ON DELETE CASCADE ON UPDATE CASCADE;


