-- CreateTable
CREATE TABLE "DaySecret" (
    "day" DATE NOT NULL,
    "secret" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DaySecret_pkey" PRIMARY KEY ("day")
);


