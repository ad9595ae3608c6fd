-- CreateEnum
CREATE TYPE "NoteStatus" AS ENUM ('waiting', 'published', 'hidden');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('insult', 'personal_data', 'off_topic', 'spam', 'other');

-- CreateEnum
CREATE TYPE "AnchorDecision" AS ENUM ('confirmed', 'moved', 'lost');

-- DropForeignKey
ALTER TABLE "AnchorResolution" DROP CONSTRAINT "AnchorResolution_sourceVersionId_fkey";

-- Nothing has written to this table so far.
DELETE FROM "AnchorResolution";

-- AlterTable
ALTER TABLE "AnchorResolution" ADD COLUMN     "debateId" UUID NOT NULL,
ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedById" UUID,
ADD COLUMN     "decision" "AnchorDecision",
ADD COLUMN     "fromVersionId" UUID NOT NULL,
ADD COLUMN     "oldEnd" INTEGER NOT NULL,
ADD COLUMN     "oldExact" TEXT NOT NULL,
ADD COLUMN     "oldPrefix" TEXT NOT NULL,
ADD COLUMN     "oldStart" INTEGER NOT NULL,
ADD COLUMN     "oldSuffix" TEXT NOT NULL,
ADD COLUMN     "roomId" UUID NOT NULL;

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "groupId" UUID,
ADD COLUMN     "rootId" UUID,
ADD COLUMN     "sourceId" UUID,
ADD COLUMN     "status" "NoteStatus" NOT NULL DEFAULT 'published',
ADD COLUMN     "statusAt" TIMESTAMPTZ(3),
ADD COLUMN     "statusById" UUID,
ADD COLUMN     "statusReason" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "AnnotationRevision" ADD COLUMN     "visibility" "Visibility" NOT NULL DEFAULT 'private';

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "notesBeforeOthers" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "notesNeedApproval" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SourceVersion" ADD COLUMN     "authorId" UUID,
ADD COLUMN     "fromContent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isOriginal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "AnnotationHelpful" (
    "annotationId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnotationHelpful_pkey" PRIMARY KEY ("annotationId","participantId")
);

-- CreateTable
CREATE TABLE "AnnotationMention" (
    "annotationId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnotationMention_pkey" PRIMARY KEY ("annotationId","participantId")
);

-- CreateTable
CREATE TABLE "AnnotationReport" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnnotationReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AnnotationHelpful_participantId_idx" ON "AnnotationHelpful"("participantId");

-- CreateIndex
CREATE INDEX "AnnotationHelpful_roomId_idx" ON "AnnotationHelpful"("roomId");

-- CreateIndex
CREATE INDEX "AnnotationMention_participantId_idx" ON "AnnotationMention"("participantId");

-- CreateIndex
CREATE INDEX "AnnotationMention_roomId_idx" ON "AnnotationMention"("roomId");

-- CreateIndex
CREATE INDEX "AnnotationReport_participantId_idx" ON "AnnotationReport"("participantId");

-- CreateIndex
CREATE INDEX "AnnotationReport_roomId_settledAt_idx" ON "AnnotationReport"("roomId", "settledAt");

-- CreateIndex
CREATE UNIQUE INDEX "AnnotationReport_annotationId_participantId_key" ON "AnnotationReport"("annotationId", "participantId");

-- CreateIndex
CREATE INDEX "AnchorResolution_fromVersionId_idx" ON "AnchorResolution"("fromVersionId");

-- CreateIndex
CREATE INDEX "AnchorResolution_roomId_idx" ON "AnchorResolution"("roomId");

-- CreateIndex
CREATE INDEX "AnchorResolution_decidedById_idx" ON "AnchorResolution"("decidedById");

-- CreateIndex
CREATE INDEX "Annotation_roomId_status_idx" ON "Annotation"("roomId", "status");

-- CreateIndex
CREATE INDEX "Annotation_sourceId_idx" ON "Annotation"("sourceId");

-- CreateIndex
CREATE INDEX "Annotation_rootId_idx" ON "Annotation"("rootId");

-- CreateIndex
CREATE INDEX "Annotation_groupId_idx" ON "Annotation"("groupId");

-- CreateIndex
CREATE INDEX "Annotation_statusById_idx" ON "Annotation"("statusById");

-- CreateIndex
CREATE INDEX "SourceVersion_authorId_idx" ON "SourceVersion"("authorId");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_statusById_fkey" FOREIGN KEY ("statusById") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_sourceId_debateId_fkey" FOREIGN KEY ("sourceId", "debateId") REFERENCES "Source"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_rootId_roomId_fkey" FOREIGN KEY ("rootId", "roomId") REFERENCES "Annotation"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationHelpful" ADD CONSTRAINT "AnnotationHelpful_annotationId_roomId_fkey" FOREIGN KEY ("annotationId", "roomId") REFERENCES "Annotation"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationHelpful" ADD CONSTRAINT "AnnotationHelpful_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationMention" ADD CONSTRAINT "AnnotationMention_annotationId_roomId_fkey" FOREIGN KEY ("annotationId", "roomId") REFERENCES "Annotation"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationMention" ADD CONSTRAINT "AnnotationMention_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationReport" ADD CONSTRAINT "AnnotationReport_annotationId_roomId_fkey" FOREIGN KEY ("annotationId", "roomId") REFERENCES "Annotation"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationReport" ADD CONSTRAINT "AnnotationReport_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_sourceVersionId_debateId_fkey" FOREIGN KEY ("sourceVersionId", "debateId") REFERENCES "SourceVersion"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_fromVersionId_debateId_fkey" FOREIGN KEY ("fromVersionId", "debateId") REFERENCES "SourceVersion"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceVersion" ADD CONSTRAINT "SourceVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules that Prisma cannot say, as in the first migration.

ALTER TABLE "Annotation"
  DROP CONSTRAINT "Annotation_one_target",
  DROP CONSTRAINT "Annotation_mark_is_open_and_on_a_claim",
  ADD CONSTRAINT "Annotation_one_target" CHECK (
    num_nonnulls("sourceVersionId", "sourceId", "claimId", "relationId", "parentId") = 1),
  ADD CONSTRAINT "Annotation_group_when_for_a_group" CHECK (("visibility" = 'group') = ("groupId" IS NOT NULL)),
  -- A mark asks others for something.
  ADD CONSTRAINT "Annotation_mark_is_open_and_on_a_claim" CHECK (
    "mark" IS NULL OR ("claimId" IS NOT NULL AND "visibility" >= 'group')),
  ADD CONSTRAINT "Annotation_hidden_with_a_reason" CHECK (
    ("status" = 'hidden') = ("statusReason" IS NOT NULL) AND char_length(btrim("statusReason")) BETWEEN 1 AND 500),
  ADD CONSTRAINT "Annotation_tags" CHECK (cardinality("tags") <= 8 AND char_length(array_to_string("tags", '')) <= 320);
ALTER TABLE "AnnotationReport"
  ADD CONSTRAINT "AnnotationReport_words_length" CHECK (char_length("words") <= 500);
ALTER TABLE "AnchorResolution"
  ADD CONSTRAINT "AnchorResolution_old_range" CHECK ("oldStart" >= 0 AND "oldStart" < "oldEnd"),
  ADD CONSTRAINT "AnchorResolution_other_version" CHECK ("sourceVersionId" <> "fromVersionId"),
  ADD CONSTRAINT "AnchorResolution_decided_when" CHECK (("decision" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "Room"
  ADD CONSTRAINT "Room_notes_before_others" CHECK ("notesBeforeOthers" BETWEEN 0 AND 50);
ALTER TABLE "SourceVersion"
  ADD CONSTRAINT "SourceVersion_note_length" CHECK (char_length("note") <= 500),
  ADD CONSTRAINT "SourceVersion_from_content_has_no_author" CHECK (NOT "fromContent" OR "authorId" IS NULL);

-- What waits for a decision, and what waits for a maintainer.
CREATE INDEX "AnchorResolution_undecided" ON "AnchorResolution" ("roomId")
  WHERE "decision" IS NULL AND "status" IN ('moved', 'changed', 'orphan');
CREATE INDEX "Annotation_waiting" ON "Annotation" ("roomId") WHERE "status" = 'waiting';

-- Notes: target in sight; an answer is open to no more people than what it answers; a public note is one of the commons.
CREATE OR REPLACE FUNCTION "annotation_in_sight"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."claimId"), 'the claim');
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Relation" WHERE "id" = NEW."relationId"), 'the relation');
  IF NEW."visibility" = 'public' AND (SELECT "kind" FROM "Room" WHERE "id" = NEW."roomId") <> 'commons' THEN
    RAISE EXCEPTION 'a public note is one of the commons' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."groupId" IS NOT NULL AND NOT coalesce("room_sees"(NEW."groupId", NEW."roomId"), false) THEN
    RAISE EXCEPTION 'a group is the room or below it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM "Annotation" WHERE "id" = NEW."parentId"
      AND (NEW."visibility" > "visibility" OR (NEW."visibility" = 'group' AND "groupId" IS DISTINCT FROM NEW."groupId" AND "visibility" = 'group'))) THEN
    RAISE EXCEPTION 'a reply is no more open than what it answers' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM "Annotation" WHERE "parentId" = NEW."id" AND "removedAt" IS NULL AND "visibility" > NEW."visibility") THEN
    RAISE EXCEPTION 'a note is as open as the replies to it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- What is there already. Notes of a commons could be read by everyone who could read the debate, and still can.
UPDATE "SourceVersion" SET "fromContent" = true;
UPDATE "Annotation" a SET "visibility" = 'public' FROM "Room" r
  WHERE r."id" = a."roomId" AND r."kind" = 'commons' AND a."visibility" = 'room';
WITH RECURSIVE thread AS (
  SELECT "id", "id" AS "rootId" FROM "Annotation" WHERE "parentId" IS NULL
  UNION ALL
  SELECT a."id", thread."rootId" FROM "Annotation" a JOIN thread ON a."parentId" = thread."id"
)
UPDATE "Annotation" a SET "rootId" = thread."rootId" FROM thread WHERE thread."id" = a."id" AND a."parentId" IS NOT NULL;
-- Earlier words of a note may have been private ones: only its present words are surely for whom the note is.
UPDATE "AnnotationRevision" v SET "visibility" = a."visibility" FROM "Annotation" a
  WHERE a."id" = v."annotationId" AND a."revision" = v."number";
-- The deferred checks of the rows above run before the table can be altered once more.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Annotation"
  ADD CONSTRAINT "Annotation_reply_has_a_thread" CHECK (("parentId" IS NULL) = ("rootId" IS NULL) AND "rootId" <> "id");
