-- CreateEnum
CREATE TYPE "MailDigest" AS ENUM ('off', 'hourly', 'daily');

-- CreateEnum
CREATE TYPE "RoomAct" AS ENUM ('note', 'claim', 'vote', 'impact', 'stance');

-- CreateEnum
CREATE TYPE "RoomVoice" AS ENUM ('own', 'assigned', 'swapped');

-- CreateEnum
CREATE TYPE "RoomSpeakers" AS ENUM ('all', 'inside', 'outside');

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "lockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "promotedFromId" UUID;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "promotedFromId" UUID;

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "actsForId" UUID,
ADD COLUMN     "asksHelpAt" TIMESTAMPTZ(3),
ADD COLUMN     "isInside" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "leftAt" TIMESTAMPTZ(3),
ADD COLUMN     "mutedAt" TIMESTAMPTZ(3),
ADD COLUMN     "name" TEXT,
ADD COLUMN     "seatCodeHash" TEXT,
ADD COLUMN     "seenAt" TIMESTAMPTZ(3),
ADD COLUMN     "sideId" UUID;

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "acts" "RoomAct"[] DEFAULT ARRAY['note', 'claim', 'vote', 'impact', 'stance']::"RoomAct"[],
ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "conclusion" TEXT,
ADD COLUMN     "copiedFromId" UUID,
ADD COLUMN     "hasOpenDoors" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "joinCodeUntil" TIMESTAMPTZ(3),
ADD COLUMN     "key" TEXT,
ADD COLUMN     "namesCanBeRevealed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "plan" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "quotas" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "rubric" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "showsCountsEarly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "speakers" "RoomSpeakers" NOT NULL DEFAULT 'all',
ADD COLUMN     "spotlightId" UUID,
ADD COLUMN     "stageEndsAt" TIMESTAMPTZ(3),
ADD COLUMN     "stageLeftMs" INTEGER,
ADD COLUMN     "stageStartedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "step" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "voice" "RoomVoice" NOT NULL DEFAULT 'own';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "isGuest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mailDigest" "MailDigest" NOT NULL DEFAULT 'off',
ADD COLUMN     "mailedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "RoomStep" (
    "roomId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "step" SMALLINT NOT NULL,
    "stage" "RoomStage" NOT NULL,
    "round" SMALLINT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoomStep_pkey" PRIMARY KEY ("roomId","number")
);

-- CreateTable
CREATE TABLE "PassageRead" (
    "roomId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PassageRead_pkey" PRIMARY KEY ("roomId","participantId","passageId")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "claimId" UUID,
    "annotationId" UUID,
    "authorId" UUID,
    "words" TEXT NOT NULL,
    "grade" TEXT,
    "points" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "releasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "latestAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PassageRead_participantId_idx" ON "PassageRead"("participantId");

-- CreateIndex
CREATE INDEX "PassageRead_passageId_idx" ON "PassageRead"("passageId");

-- CreateIndex
CREATE INDEX "Feedback_roomId_participantId_idx" ON "Feedback"("roomId", "participantId");

-- CreateIndex
CREATE INDEX "Feedback_participantId_idx" ON "Feedback"("participantId");

-- CreateIndex
CREATE INDEX "Feedback_authorId_idx" ON "Feedback"("authorId");

-- CreateIndex
CREATE INDEX "Feedback_claimId_idx" ON "Feedback"("claimId");

-- CreateIndex
CREATE INDEX "Feedback_annotationId_idx" ON "Feedback"("annotationId");

-- CreateIndex
CREATE INDEX "Notification_userId_latestAt_idx" ON "Notification"("userId", "latestAt");

-- CreateIndex
CREATE INDEX "Notification_roomId_idx" ON "Notification"("roomId");

-- CreateIndex
CREATE INDEX "Annotation_promotedFromId_idx" ON "Annotation"("promotedFromId");

-- CreateIndex
CREATE INDEX "Claim_promotedFromId_idx" ON "Claim"("promotedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_seatCodeHash_key" ON "Participant"("seatCodeHash");

-- CreateIndex
CREATE INDEX "Participant_sideId_idx" ON "Participant"("sideId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_actsForId_sideId_key" ON "Participant"("actsForId", "sideId");

-- CreateIndex
CREATE UNIQUE INDEX "Room_key_key" ON "Room"("key");

-- CreateIndex
CREATE INDEX "Room_spotlightId_idx" ON "Room"("spotlightId");

-- CreateIndex
CREATE INDEX "Room_copiedFromId_idx" ON "Room"("copiedFromId");

-- CreateIndex
CREATE INDEX "Room_stageEndsAt_idx" ON "Room"("stageEndsAt");

-- CreateIndex
CREATE INDEX "Room_retainUntil_idx" ON "Room"("retainUntil");

-- CreateIndex
CREATE INDEX "User_isGuest_createdAt_idx" ON "User"("isGuest", "createdAt");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_promotedFromId_fkey" FOREIGN KEY ("promotedFromId") REFERENCES "Annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_promotedFromId_fkey" FOREIGN KEY ("promotedFromId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_spotlightId_fkey" FOREIGN KEY ("spotlightId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_copiedFromId_fkey" FOREIGN KEY ("copiedFromId") REFERENCES "Room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomStep" ADD CONSTRAINT "RoomStep_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_sideId_fkey" FOREIGN KEY ("sideId") REFERENCES "Side"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_actsForId_roomId_fkey" FOREIGN KEY ("actsForId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageRead" ADD CONSTRAINT "PassageRead_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageRead" ADD CONSTRAINT "PassageRead_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageRead" ADD CONSTRAINT "PassageRead_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "Room" SET "key" = substr(md5("id"::text), 1, 10) WHERE "kind" <> 'commons';

-- A room below the commons has a name for its address; the commons goes by the debate's.
ALTER TABLE "Room"
  ADD CONSTRAINT "Room_key_below_the_commons" CHECK (("kind" = 'commons') = ("key" IS NULL)),
  ADD CONSTRAINT "Room_key_shape" CHECK ("key" ~ '^[a-z0-9]{6,16}$'),
  ADD CONSTRAINT "Room_join_code_shape" CHECK ("joinCode" ~ '^[0-9A-Z]{8}$'),
  ADD CONSTRAINT "Room_conclusion_length" CHECK (char_length("conclusion") <= 5000),
  ADD CONSTRAINT "Room_step_not_negative" CHECK ("step" >= 0),
  ADD CONSTRAINT "Room_clock_runs_or_stands" CHECK ("stageEndsAt" IS NULL OR "stageLeftMs" IS NULL);

-- A seat for a side names the person's own seat and the side, and is nobody's way in.
ALTER TABLE "Participant"
  ADD CONSTRAINT "Participant_voice" CHECK ("actsForId" IS NULL
    OR ("sideId" IS NOT NULL AND "userId" IS NULL AND "role" = 'participant' AND "seatCodeHash" IS NULL AND "actsForId" <> "id")),
  ADD CONSTRAINT "Participant_name_length" CHECK (char_length("name") BETWEEN 1 AND 80);

ALTER TABLE "Feedback"
  ADD CONSTRAINT "Feedback_about_one" CHECK (num_nonnulls("claimId", "annotationId") <= 1),
  ADD CONSTRAINT "Feedback_words_length" CHECK (char_length("words") <= 5000),
  ADD CONSTRAINT "Feedback_grade_length" CHECK (char_length("grade") BETWEEN 1 AND 20);
CREATE UNIQUE INDEX "Feedback_one_about_each" ON "Feedback" ("participantId", coalesce("claimId", "annotationId", "participantId"));

-- Until it is read, the same about the same thing is counted up instead of written again.
CREATE UNIQUE INDEX "Notification_unread_once" ON "Notification" ("userId", "roomId", "kind", "subjectId") WHERE "readAt" IS NULL;

-- Whoever keeps streams open hears that a room's log grew, or that its answers changed, when the change is committed. Ids only.
CREATE FUNCTION "tell_room_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('standpoint', 'event ' || "roomId") FROM (SELECT DISTINCT "roomId" FROM written) AS rooms;
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_tell" AFTER INSERT ON "Event" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_room_events"();

CREATE FUNCTION "tell_room_answers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('standpoint', 'answers ' || "roomId") FROM (SELECT DISTINCT "roomId" FROM written) AS rooms;
  RETURN NULL;
END $$;
CREATE TRIGGER "VoteEvent_tell" AFTER INSERT ON "VoteEvent" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_room_answers"();
CREATE TRIGGER "ImpactEvent_tell" AFTER INSERT ON "ImpactEvent" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_room_answers"();
CREATE TRIGGER "Stance_tell" AFTER INSERT ON "Stance" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_room_answers"();
