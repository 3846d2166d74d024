-- How many drawings somebody has drawn, so that the list of contributors does not count all there are.
ALTER TABLE "Player" ADD COLUMN "drawings" INTEGER NOT NULL DEFAULT 0;

UPDATE "Player" SET "drawings" = drawn.count
FROM (SELECT "playerId", count(*) FROM "Drawer" GROUP BY "playerId") AS drawn WHERE drawn."playerId" = "Player"."id";

-- Samples of games that have not ended are held until they have: then a sample says by itself whether it may be reviewed.
UPDATE "Sample" SET "isHeld" = true
FROM "Drawing" JOIN "Round" ON "Round"."id" = "Drawing"."roundId" JOIN "Game" ON "Game"."id" = "Round"."gameId"
WHERE "Drawing"."id" = "Sample"."drawingId" AND "Game"."finishedAt" IS NULL AND NOT "Sample"."isHeld";
