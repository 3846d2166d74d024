-- What speaks for and against each contributor, counted when it changes: nobody counts all samples for a page any more.
CREATE TABLE "ContributorTally" (
    "playerId" UUID NOT NULL,
    "samples" INTEGER NOT NULL,
    "misread" INTEGER NOT NULL,
    "reviewed" INTEGER NOT NULL,
    "corrected" INTEGER NOT NULL,
    "doubt" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ContributorTally_pkey" PRIMARY KEY ("playerId")
);

CREATE TABLE "ChangedContributor" (
    "id" BIGSERIAL NOT NULL,
    "playerId" UUID NOT NULL,

    CONSTRAINT "ChangedContributor_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ContributorTally_doubt_samples_playerId_idx" ON "ContributorTally"("doubt" DESC, "samples" DESC, "playerId");

CREATE INDEX "ChangedContributor_playerId_idx" ON "ChangedContributor"("playerId");

ALTER TABLE "ContributorTally" ADD CONSTRAINT "ContributorTally_playerId_fkey" FOREIGN KEY ("playerId") REFERENCES "Player"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- All are counted when somebody looks first.
INSERT INTO "ChangedContributor" ("playerId")
SELECT "contributorId" FROM "Sample" UNION SELECT "id" FROM "Player" WHERE "isExcluded";
