-- How much was played before a day: the overview no longer counts everything there is.
CREATE TABLE "PlayTally" (
    "of" TEXT NOT NULL,
    "lockMs" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "PlayTally_pkey" PRIMARY KEY ("of","lockMs")
);
