-- Everybody's best on each board, kept as games end: boards are read off an index instead of all games that there are.

CREATE TABLE "BoardEntry" (
    "board" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "playerId" UUID NOT NULL,
    "rankedBy" DOUBLE PRECISION NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "gameId" UUID NOT NULL,
    "drawingId" UUID,

    CONSTRAINT "BoardEntry_pkey" PRIMARY KEY ("board","span","playerId")
);

-- What has been played so far, as server/store/boards/board-entries.ts defines it. Of days and weeks only those that go on.
CREATE FUNCTION keep_bests(boards text, wanted text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE NOTICE 'progress: boards of %', boards;
  EXECUTE format($insert$
    INSERT INTO "BoardEntry" ("board", "span", "playerId", "rankedBy", "finishedAt", "gameId", "drawingId")
    SELECT DISTINCT ON ("board", each.span, line."playerId") "board", each.span, line."playerId", "rankedBy", "finishedAt",
      "gameId", "drawingId"
    FROM (%s) AS line
      JOIN "Player" ON "Player"."id" = line."playerId"
      LEFT JOIN LATERAL (
        SELECT "judgeVersion" FROM "Round" WHERE "Round"."gameId" = line."gameId" ORDER BY "index" LIMIT 1
      ) AS judge ON true
      CROSS JOIN LATERAL (VALUES
        ('all'), ('season ' || judge."judgeVersion"),
        (CASE WHEN "finishedAt" >= date_trunc('week', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
          THEN 'week ' || to_char(date_trunc('week', "finishedAt" AT TIME ZONE 'UTC'), 'YYYY-MM-DD') END),
        (CASE WHEN "finishedAt" >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
          THEN 'day ' || to_char("finishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END)
      ) AS each (span)
    WHERE each.span IS NOT NULL
    ORDER BY "board", each.span, line."playerId", "rankedBy", "finishedAt", "gameId", "drawingId"
  $insert$, wanted);
END $$;

SELECT keep_bests('games', $$
  SELECT "Game"."board", "Result"."playerId", -("score"::float8 / "Result"."rounds") AS "rankedBy", "finishedAt",
    "Game"."id" AS "gameId", NULL::uuid AS "drawingId"
  FROM "Game" JOIN "Result" ON "Result"."gameId" = "Game"."id"
  WHERE "finishedAt" IS NOT NULL AND "board" <> 'daily' AND "isOnBoard" AND "name" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "Hold" WHERE "Hold"."gameId" = "Game"."id" AND "Hold"."playerId" = "Result"."playerId"
      AND "decision" IS DISTINCT FROM 'released')
$$);

SELECT keep_bests('digit ' || digit, format($$
  SELECT 'digit-' || "prompt" AS "board", "Drawer"."playerId", "lockAtMs"::float8 AS "rankedBy", "finishedAt",
    "Game"."id" AS "gameId", "Drawing"."id" AS "drawingId"
  FROM "Drawing"
    JOIN "Round" ON "Round"."id" = "Drawing"."roundId"
    JOIN "Game" ON "Game"."id" = "Round"."gameId"
    JOIN "Drawer" ON "Drawer"."drawingId" = "Drawing"."id"
  WHERE "prompt" = %s AND "finishedAt" IS NOT NULL AND "hasDigitBoards" AND "lockAtMs" IS NOT NULL AND "wrongLocks" = 0
    AND NOT "isByKeyboard" AND NOT "isSuspect" AND "name" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "Hold" WHERE "Hold"."gameId" = "Game"."id" AND "Hold"."playerId" = "Drawer"."playerId"
      AND "decision" IS DISTINCT FROM 'released')
$$, digit)) FROM generate_series(0, 9) AS digit;

DROP FUNCTION keep_bests;

INSERT INTO "BoardEntry" ("board", "span", "playerId", "rankedBy", "finishedAt", "gameId")
SELECT 'daily', 'day ' || to_char("DailyTry"."day", 'YYYY-MM-DD'), "Result"."playerId", -"score"::float8, "finishedAt", "Game"."id"
FROM "DailyTry"
  JOIN "Result" ON "Result"."gameId" = "DailyTry"."gameId" AND "Result"."playerId" = "DailyTry"."playerId"
  JOIN "Game" ON "Game"."id" = "DailyTry"."gameId"
WHERE "finishedAt" < ("DailyTry"."day" + 1)::timestamp AT TIME ZONE 'UTC' + interval '10 minutes'
  AND "isOnBoard" AND "name" IS NOT NULL
  AND NOT EXISTS (SELECT FROM "Hold" WHERE "Hold"."gameId" = "Game"."id" AND "Hold"."playerId" = "Result"."playerId"
    AND "decision" IS DISTINCT FROM 'released');

INSERT INTO "BoardEntry" ("board", "span", "playerId", "rankedBy", "finishedAt", "gameId")
SELECT 'rating', 'all', "Rating"."playerId", -("mu" - 3 * "sigma"), "updatedAt", newest."gameId"
FROM "Rating" JOIN LATERAL (
  SELECT step."gameId" FROM "RatingStep" step JOIN "Game" ON "Game"."id" = step."gameId"
  WHERE step."playerId" = "Rating"."playerId" ORDER BY "Game"."finishedAt" DESC LIMIT 1
) AS newest ON true
WHERE "games" >= 5;

-- CreateIndex
CREATE INDEX "BoardEntry_board_span_rankedBy_finishedAt_playerId_idx" ON "BoardEntry"("board", "span", "rankedBy", "finishedAt", "playerId");
CREATE INDEX "BoardEntry_gameId_idx" ON "BoardEntry"("gameId");
CREATE INDEX "BoardEntry_playerId_idx" ON "BoardEntry"("playerId");
CREATE INDEX "Game_startedAt_idx" ON "Game"("startedAt");

-- AddForeignKey
ALTER TABLE "BoardEntry" ADD CONSTRAINT "BoardEntry_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BoardEntry" ADD CONSTRAINT "BoardEntry_gameId_fkey" FOREIGN KEY ("gameId") REFERENCES "Game"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which games hold bests is told by the entries.
ALTER TABLE "Game" DROP COLUMN "holdsBest";
