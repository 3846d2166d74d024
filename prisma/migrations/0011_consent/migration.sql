-- An answer, to which words, and when; all three are null for whom nobody has asked.
ALTER TABLE "Player" ALTER COLUMN "hasConsented" DROP NOT NULL,
ADD COLUMN     "consentAnsweredAt" TIMESTAMPTZ(3),
ADD COLUMN     "consentVersion" SMALLINT;

-- A yes was the default and says nothing. A no was somebody's own doing; when is not known.
UPDATE "Player" SET "hasConsented" = NULL WHERE "hasConsented";
UPDATE "Player" SET "consentVersion" = 1, "consentAnsweredAt" = CURRENT_TIMESTAMP WHERE NOT "hasConsented";

ALTER TABLE "Player" ADD CONSTRAINT "Player_consent_whole"
CHECK (num_nulls("hasConsented", "consentVersion", "consentAnsweredAt") IN (0, 3));

-- What a seat once believed; the player's own answer decides.
ALTER TABLE "Drawer" DROP COLUMN "hasConsented";
