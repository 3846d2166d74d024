-- What the judge answered in the end, in a small column: profiles no longer unpack all guesses of a drawing to read it.
ALTER TABLE "Drawing" ADD COLUMN "answer" SMALLINT;

-- As game/scoring/answer.ts has it: the best digit, or "not a digit" where it is as sure of that as a lock has to be.
CREATE FUNCTION answer_of(guess jsonb) RETURNS smallint IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
  best int := 0;
BEGIN
  IF (guess ->> 11)::int >= 900 THEN RETURN 10; END IF;
  FOR digit IN 1..9 LOOP
    IF (guess ->> (digit + 1))::int > (guess ->> (best + 1))::int THEN best := digit; END IF;
  END LOOP;
  RETURN best;
END $$;

DO $$
BEGIN
  FOR digit IN 0..9 LOOP
    RAISE NOTICE 'progress: answers to drawings of digit %', digit;
    UPDATE "Drawing" SET "answer" = answer_of("guesses" -> -1)
    WHERE "prompt" = digit AND jsonb_typeof("guesses" -> -1) = 'array';
  END LOOP;
END $$;

DROP FUNCTION answer_of;

-- CreateIndex
CREATE INDEX "Player_isBanned_idx" ON "Player"("isBanned");
