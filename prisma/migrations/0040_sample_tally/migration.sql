-- How many samples of each kind may be reviewed and exported, as changes that are added up: nobody counts all samples any more.
CREATE TABLE "SampleTally" (
    "id" BIGSERIAL NOT NULL,
    "judgeVersion" TEXT,
    "prompt" SMALLINT NOT NULL,
    "guess" SMALLINT NOT NULL,
    "label" SMALLINT,
    "reasons" "SampleReason"[],
    "count" INTEGER NOT NULL,

    CONSTRAINT "SampleTally_pkey" PRIMARY KEY ("id")
);

INSERT INTO "SampleTally" ("judgeVersion", "prompt", "guess", "label", "reasons", "count")
SELECT sample."judgeVersion", sample."prompt", sample."guess", sample."label", sample."reasons", count(*)
FROM "Sample" sample JOIN "Player" contributor ON contributor."id" = sample."contributorId"
WHERE NOT sample."isHeld" AND contributor."hasConsented" AND NOT contributor."isExcluded"
GROUP BY 1, 2, 3, 4, 5;
