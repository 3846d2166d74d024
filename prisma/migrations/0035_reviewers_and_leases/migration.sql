-- Reviewers by name, who are shown samples of their own for two minutes; and verdicts that decide where others disagree.
ALTER TABLE "AdminSession" ADD COLUMN     "reviewer" TEXT;

ALTER TABLE "Review" ADD COLUMN     "settles" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Sample" ADD COLUMN     "leaseId" UUID,
ADD COLUMN     "leasedUntil" TIMESTAMPTZ(3);

CREATE INDEX "Sample_leaseId_idx" ON "Sample"("leaseId");

-- Verdicts on all samples of a filter are written down.
ALTER TYPE "AdminActionKind" ADD VALUE 'labelled';
ALTER TYPE "AdminActionKind" ADD VALUE 'unlabelled';

ALTER TABLE "AdminAction" ADD COLUMN     "label" SMALLINT,
ADD COLUMN     "stackId" UUID;
