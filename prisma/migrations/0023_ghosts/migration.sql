-- An answer of its own, to which words, and when; all three are null for whom nobody has asked.
ALTER TABLE "Player" ADD COLUMN     "lendsGhosts" BOOLEAN,
ADD COLUMN     "ghostsVersion" SMALLINT,
ADD COLUMN     "ghostsAnsweredAt" TIMESTAMPTZ(3);

ALTER TABLE "Player" ADD CONSTRAINT "Player_ghosts_whole"
CHECK (num_nulls("lendsGhosts", "ghostsVersion", "ghostsAnsweredAt") IN (0, 3));

-- The game that its ghosts had played.
ALTER TABLE "Game" ADD COLUMN     "ghosts" UUID;
