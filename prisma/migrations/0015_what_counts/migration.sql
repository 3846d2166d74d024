-- What a game counts for, as game/records/what-counts.ts answers it; older games get the answer here, once.

-- AlterTable
ALTER TABLE "Game" ADD COLUMN "board" TEXT,
ADD COLUMN "hasDigitBoards" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "isRated" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable: most results count, so that only the others have to be written.
ALTER TABLE "Result" ADD COLUMN "isOnBoard" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Result" ALTER COLUMN "isOnBoard" SET DEFAULT false;

UPDATE "Game" SET
  "board" = CASE
    WHEN "day" IS NOT NULL THEN 'daily'
    WHEN "mode" = 'race' AND ("settings" ->> 'rounds')::int >= 3 THEN 'race'
    WHEN "mode" = 'rush' AND ("settings" ->> 'roundSeconds')::int = 30 THEN 'rush-30'
    WHEN "mode" = 'rush' AND ("settings" ->> 'roundSeconds')::int = 60 THEN 'rush-60'
    WHEN "mode" = 'relay' AND ("settings" ->> 'roundSeconds')::int = 60 THEN 'relay'
  END,
  "hasDigitBoards" = "day" IS NULL AND "mode" <> 'relay',
  "isRated" = "day" IS NULL AND ("mode" <> 'race' OR ("settings" ->> 'rounds')::int >= 3)
WHERE jsonb_array_length("settings" -> 'digits') = 10
  AND NOT ("settings" ->> 'hasStreakBonus')::bool
  AND coalesce("settings" ->> 'timer', 'usual') = 'usual';

UPDATE "Result" SET "isOnBoard" = false
FROM "Game" WHERE "Game"."id" = "Result"."gameId"
  AND ("Game"."board" IS NULL OR "Result"."isByKeyboard" OR ("Game"."board" = 'race' AND "Result"."rounds" < 3));

-- DropIndex
DROP INDEX "Game_mode_finishedAt_idx";

-- CreateIndex
CREATE INDEX "Game_board_finishedAt_idx" ON "Game"("board", "finishedAt");
