-- DropForeignKey
ALTER TABLE "Drawer" DROP CONSTRAINT "Drawer_playerId_fkey";

-- DropForeignKey
ALTER TABLE "Result" DROP CONSTRAINT "Result_playerId_fkey";

-- AlterTable
ALTER TABLE "Drawer" ALTER COLUMN "name" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Player" ADD COLUMN     "isListed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Result" ALTER COLUMN "name" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "hasDrawings" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "hasGuesses" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Tombstone" (
    "hash" TEXT NOT NULL,
    "erasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tombstone_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "TombstoneKey" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "key" BYTEA NOT NULL,

    CONSTRAINT "TombstoneKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Tombstone_erasedAt_idx" ON "Tombstone"("erasedAt");

-- CreateIndex
CREATE INDEX "Round_hasDrawings_endedAt_idx" ON "Round"("hasDrawings", "endedAt");

