-- CreateEnum
CREATE TYPE "ReviewMark" AS ENUM ('unsupported', 'unclear', 'duplicate', 'off_topic', 'several_claims', 'not_a_claim', 'needs_source', 'one_sided');

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "mark" "ReviewMark",
ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolvedById" UUID;

-- CreateIndex
CREATE INDEX "Annotation_resolvedById_idx" ON "Annotation"("resolvedById");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A mark is about a claim and for the room to see; only a mark is resolved.
ALTER TABLE "Annotation"
  ADD CONSTRAINT "Annotation_mark_is_open_and_on_a_claim" CHECK (
    "mark" IS NULL OR ("claimId" IS NOT NULL AND "visibility" = 'room')),
  ADD CONSTRAINT "Annotation_resolved_is_a_mark" CHECK ("resolvedAt" IS NULL OR "mark" IS NOT NULL),
  ADD CONSTRAINT "Annotation_resolver_resolved" CHECK ("resolvedById" IS NULL OR "resolvedAt" IS NOT NULL);
CREATE INDEX "Annotation_open_marks" ON "Annotation" ("claimId") WHERE "mark" IS NOT NULL AND "resolvedAt" IS NULL;
