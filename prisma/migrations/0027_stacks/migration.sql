-- Verdicts on a stack, which are taken back as one; and samples that were taken out of a stack.
ALTER TABLE "Sample" ADD COLUMN     "isDoubted" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Review" ADD COLUMN     "stackId" UUID;

-- The last verdict of a reviewer, and the verdicts of a stack.
CREATE INDEX "Review_reviewer_createdAt_idx" ON "Review"("reviewer", "createdAt");
CREATE INDEX "Review_stackId_idx" ON "Review"("stackId");
