-- How a player has fared and what they drew last, off one index each, however much they played.
-- Made anew at the end: each row is written once more in between.
DROP INDEX "Result_playerId_idx";

DROP INDEX "ContributorTally_doubt_samples_playerId_idx";

ALTER TABLE "Result" ADD COLUMN     "board" TEXT,
ADD COLUMN     "finishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "hasWon" BOOLEAN NOT NULL DEFAULT false;

DO $$
BEGIN
  FOR part IN 0..15 LOOP
    RAISE NOTICE 'progress: results, part % of 16', part + 1;
    UPDATE "Result" result SET
      "board" = CASE WHEN result."isOnBoard" THEN game."board" END,
      "finishedAt" = game."finishedAt",
      "hasWon" = result."rank" = 1 AND result."score" > 0 AND EXISTS (
        SELECT FROM "Result" other WHERE other."gameId" = result."gameId" AND other."rank" > 1)
    FROM "Game" game
    WHERE game."id" = result."gameId" AND get_byte(uuid_send(result."gameId"), 0) / 16 = part;
  END LOOP;
  RAISE NOTICE 'progress: times of drawings';
  -- All others have it. Older ones of shared canvases are among the newest of hardly anybody, and to write so many anew would end the reading of
  -- figures off their index alone until the next vacuum.
  UPDATE "Drawer" drawer SET "promptedAt" = round."startedAt" + drawing."promptAtMs" * INTERVAL '1 millisecond'
  FROM "Drawing" drawing JOIN "Round" round ON round."id" = drawing."roundId" AND round."startedAt" > now() - INTERVAL '30 days'
  WHERE drawer."promptedAt" IS NULL AND drawer."drawingId" = drawing."id";
  RAISE NOTICE 'progress: indexes of players';
END $$;

CREATE INDEX "ContributorTally_doubt_samples_playerId_idx" ON "ContributorTally"("doubt", "samples", "playerId");

CREATE INDEX "Drawer_playerId_promptedAt_idx" ON "Drawer"("playerId", "promptedAt" DESC);

CREATE INDEX "Result_playerId_finishedAt_board_score_rounds_hasWon_gameId_idx" ON "Result"("playerId", "finishedAt" DESC, "board", "score", "rounds", "hasWon", "gameId");
