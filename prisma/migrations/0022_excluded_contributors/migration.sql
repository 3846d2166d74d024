-- Whose drawings an admin wants no more, and the log of who decided so.
ALTER TABLE "Player" ADD COLUMN     "isExcluded" BOOLEAN NOT NULL DEFAULT false;

CREATE TYPE "AdminActionKind" AS ENUM ('excluded', 'readmitted');

CREATE TABLE "AdminAction" (
    "id" UUID NOT NULL,
    "kind" "AdminActionKind" NOT NULL,
    "actor" TEXT NOT NULL,
    "playerId" UUID,
    "samples" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdminAction_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "AdminAction_at_idx" ON "AdminAction"("at");
CREATE INDEX "AdminAction_playerId_idx" ON "AdminAction"("playerId");

ALTER TABLE "AdminAction" ADD CONSTRAINT "AdminAction_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE SET NULL ON UPDATE CASCADE;
