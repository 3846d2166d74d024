-- Frozen versions of datasets, and which samples are in them with which labels.
CREATE TABLE "Dataset" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "filter" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "count" INTEGER NOT NULL,
    "gold" INTEGER NOT NULL,
    "contributors" INTEGER NOT NULL,
    "labels" INTEGER[],
    "leftOut" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "withdrawn" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "Dataset_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DatasetMember" (
    "datasetId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "sampleId" UUID NOT NULL,
    "label" SMALLINT NOT NULL,
    "verdicts" SMALLINT NOT NULL,
    "agreeing" SMALLINT NOT NULL,

    CONSTRAINT "DatasetMember_pkey" PRIMARY KEY ("datasetId","place")
);

CREATE UNIQUE INDEX "Dataset_name_version_key" ON "Dataset"("name", "version");
CREATE INDEX "DatasetMember_sampleId_idx" ON "DatasetMember"("sampleId");

ALTER TABLE "DatasetMember" ADD CONSTRAINT "DatasetMember_datasetId_fkey" FOREIGN KEY ("datasetId") REFERENCES "Dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;
