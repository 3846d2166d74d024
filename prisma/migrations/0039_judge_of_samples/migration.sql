-- Which network judged, beside each sample: how networks do is counted off an index, and no longer off rounds and games.
ALTER TABLE "Sample" ADD COLUMN "judgeVersion" TEXT;

DO $$ BEGIN RAISE NOTICE 'progress: judges of samples'; END $$;

UPDATE "Sample" SET "judgeVersion" = "Round"."judgeVersion"
FROM "Drawing" JOIN "Round" ON "Round"."id" = "Drawing"."roundId" WHERE "Drawing"."id" = "Sample"."drawingId";

DROP INDEX "Sample_contributorId_isHeld_label_idx";

CREATE INDEX "Sample_contributorId_isHeld_label_guess_judgeVersion_reason_idx" ON "Sample"("contributorId", "isHeld", "label", "guess", "judgeVersion", "reasons");
