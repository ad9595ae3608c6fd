-- CreateEnum
CREATE TYPE "LineageHow" AS ENUM ('merged', 'split');

-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "carriedFromId" UUID;

-- CreateTable
CREATE TABLE "ClaimLineage" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "fromClaimId" UUID NOT NULL,
    "toClaimId" UUID NOT NULL,
    "how" "LineageHow" NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimLineage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClaimLineage_fromClaimId_idx" ON "ClaimLineage"("fromClaimId");

-- CreateIndex
CREATE INDEX "ClaimLineage_toClaimId_idx" ON "ClaimLineage"("toClaimId");

-- CreateIndex
CREATE INDEX "ClaimLineage_roomId_idx" ON "ClaimLineage"("roomId");

-- CreateIndex
CREATE INDEX "ClaimLineage_userId_idx" ON "ClaimLineage"("userId");

-- CreateIndex
CREATE INDEX "Vote_carriedFromId_idx" ON "Vote"("carriedFromId");

-- AddForeignKey
ALTER TABLE "ClaimLineage" ADD CONSTRAINT "ClaimLineage_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLineage" ADD CONSTRAINT "ClaimLineage_fromClaimId_debateId_fkey" FOREIGN KEY ("fromClaimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLineage" ADD CONSTRAINT "ClaimLineage_toClaimId_debateId_fkey" FOREIGN KEY ("toClaimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLineage" ADD CONSTRAINT "ClaimLineage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE "ClaimLineage" ADD CONSTRAINT "ClaimLineage_not_itself" CHECK ("fromClaimId" <> "toClaimId");
-- A claim is merged into one other claim at a time, and stands in one tie with each that it became.
CREATE UNIQUE INDEX "ClaimLineage_merged_once" ON "ClaimLineage" ("fromClaimId") WHERE "how" = 'merged' AND "undoneAt" IS NULL;
CREATE UNIQUE INDEX "ClaimLineage_told_once" ON "ClaimLineage" ("fromClaimId", "toClaimId") WHERE "undoneAt" IS NULL;
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_carried_from_another" CHECK ("carriedFromId" <> "claimId");

-- The app's own limits on the words of a debate (lib/domain/text/limits.ts).
ALTER TABLE "Debate"
  ADD CONSTRAINT "Debate_question_length" CHECK (char_length("question") BETWEEN 1 AND 300),
  ADD CONSTRAINT "Debate_summary_length" CHECK (char_length("summary") <= 2000);
ALTER TABLE "Side" ADD CONSTRAINT "Side_name_length" CHECK (char_length("name") BETWEEN 1 AND 60);
