-- A mode in which people vote on what the others drew, and the reason for which its drawings are kept.
ALTER TYPE "Mode" ADD VALUE 'fool';
ALTER TYPE "SampleReason" ADD VALUE 'fooled' BEFORE 'never_locked';

ALTER TABLE "Drawing" ADD COLUMN     "votes" JSONB,
ADD COLUMN     "goldCheck" JSONB;

ALTER TABLE "Sample" ADD COLUMN     "votes" SMALLINT[] NOT NULL DEFAULT ARRAY[]::SMALLINT[];
