-- AlterTable
ALTER TABLE "Debate" ADD COLUMN     "tourRevision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "TourStep" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "TourStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TourStep_claimId_idx" ON "TourStep"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "TourStep_debateId_position_key" ON "TourStep"("debateId", "position");

-- AddForeignKey
ALTER TABLE "TourStep" ADD CONSTRAINT "TourStep_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourStep" ADD CONSTRAINT "TourStep_claimId_debateId_fkey" FOREIGN KEY ("claimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TourStep"
  ADD CONSTRAINT "TourStep_words_length" CHECK (char_length(btrim("words")) BETWEEN 1 AND 600),
  ADD CONSTRAINT "TourStep_position" CHECK ("position" BETWEEN 0 AND 49);
ALTER TABLE "Debate" ADD CONSTRAINT "Debate_tourRevision" CHECK ("tourRevision" >= 0);
