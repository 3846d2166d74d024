-- Verdicts on a stack, which are taken back as one; and samples that were taken out of a stack.
ALTER TABLE "Sample" ADD COLUMN     "doubtedIn" UUID;

ALTER TABLE "Review" ADD COLUMN     "stackId" UUID;

-- The last verdict of a reviewer, the verdicts of a stack, and what looks right but has no label yet.
CREATE INDEX "Review_reviewer_createdAt_idx" ON "Review"("reviewer", "createdAt");
CREATE INDEX "Review_stackId_idx" ON "Review"("stackId");
CREATE INDEX "Sample_label_prompt_difficulty_id_idx" ON "Sample"("label", "prompt", "difficulty", "id");
CREATE INDEX "Sample_doubtedIn_idx" ON "Sample"("doubtedIn");
