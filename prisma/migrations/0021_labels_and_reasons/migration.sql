-- What people agreed on, beside the reviews it follows from; and all reasons for which a drawing was kept.
ALTER TABLE "Sample" ADD COLUMN     "label" SMALLINT,
ADD COLUMN     "reasons" "SampleReason"[];

UPDATE "Sample" SET "reasons" = ARRAY["reason"];

-- The rule of server/store/samples/label: the admin's last verdict, else one that two reviewers have as their last.
WITH last AS (
  SELECT DISTINCT ON ("sampleId", reviewer) "sampleId", reviewer, verdict
  FROM "Review" ORDER BY "sampleId", reviewer, "createdAt" DESC
), agreed AS (
  SELECT DISTINCT ON ("sampleId") "sampleId", verdict
  FROM last GROUP BY "sampleId", verdict
  HAVING bool_or(reviewer = 'admin') OR count(*) > 1
  ORDER BY "sampleId", bool_or(reviewer = 'admin') DESC, count(*) DESC
)
UPDATE "Sample" sample SET "label" = agreed.verdict FROM agreed WHERE agreed."sampleId" = sample.id;

-- What exports read in, and what one contributor's hardest are found by.
CREATE INDEX "Sample_createdAt_id_idx" ON "Sample"("createdAt", "id");
DROP INDEX "Sample_contributorId_idx";
CREATE INDEX "Sample_contributorId_difficulty_idx" ON "Sample"("contributorId", "difficulty" DESC);
