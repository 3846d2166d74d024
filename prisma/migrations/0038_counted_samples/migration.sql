-- How many samples of a player there are, and how many without a label: the overview counts them off an index.
CREATE INDEX "Sample_contributorId_isHeld_label_idx" ON "Sample"("contributorId", "isHeld", "label");
