-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AnnotationKind" AS ENUM ('comment', 'question', 'evidence', 'concern');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('private', 'room');

-- CreateEnum
CREATE TYPE "AnchorStatus" AS ENUM ('same', 'shifted', 'moved', 'changed', 'orphan');

-- CreateEnum
CREATE TYPE "EvidenceStatus" AS ENUM ('quoted', 'reported', 'asserted', 'inferred', 'beyond');

-- CreateEnum
CREATE TYPE "Layer" AS ENUM ('article', 'beyond');

-- CreateEnum
CREATE TYPE "ContributionStatus" AS ENUM ('suggested', 'published', 'declined', 'archived');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('supports', 'attacks', 'undercuts');

-- CreateEnum
CREATE TYPE "SideSpeaks" AS ENUM ('for', 'against');

-- CreateEnum
CREATE TYPE "RoomKind" AS ENUM ('commons', 'class', 'breakout');

-- CreateEnum
CREATE TYPE "RoomStage" AS ENUM ('read', 'first_stance', 'explore', 'vote', 'second_stance', 'reveal', 'closed');

-- CreateEnum
CREATE TYPE "ParticipantRole" AS ENUM ('owner', 'teacher', 'assistant', 'participant', 'observer');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('digest', 'treaty');

-- CreateEnum
CREATE TYPE "VoteChoice" AS ENUM ('agree', 'disagree', 'pass');

-- CreateEnum
CREATE TYPE "StanceAnswer" AS ENUM ('placed', 'unsure', 'withdrawn');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "email" TEXT,
    "emailKey" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "isAdministrator" BOOLEAN NOT NULL DEFAULT false,
    "rightsVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "rightsVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idleSeconds" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("identifier","tokenHash")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "authorId" UUID,
    "kind" "AnnotationKind" NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sourceVersionId" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "claimId" UUID,
    "relationId" UUID,
    "parentId" UUID,
    "contentKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnotationRevision" (
    "annotationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnotationRevision_pkey" PRIMARY KEY ("annotationId","number")
);

-- CreateTable
CREATE TABLE "AnchorResolution" (
    "id" UUID NOT NULL,
    "sourceVersionId" UUID NOT NULL,
    "annotationId" UUID,
    "citationId" UUID,
    "status" "AnchorStatus" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "confidence" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnchorResolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "sideId" UUID,
    "isMotion" BOOLEAN NOT NULL DEFAULT false,
    "layer" "Layer" NOT NULL DEFAULT 'article',
    "status" "ContributionStatus" NOT NULL,
    "reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimRevision" (
    "claimId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "shortTitle" TEXT,
    "evidence" "EvidenceStatus" NOT NULL,
    "speaker" TEXT,
    "changesMeaning" BOOLEAN NOT NULL DEFAULT false,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimRevision_pkey" PRIMARY KEY ("claimId","number")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "fromClaimId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "toClaimId" UUID,
    "toRelationId" UUID,
    "status" "ContributionStatus" NOT NULL,
    "position" INTEGER NOT NULL,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "sourceVersionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Debate" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "nextCode" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Debate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Side" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "speaks" "SideSpeaks" NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "Side_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "roomId" UUID NOT NULL,
    "ordinal" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("roomId","ordinal")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "requestHash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "roomId" UUID,
    "action" TEXT NOT NULL,
    "subjectId" UUID,
    "reason" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "parentId" UUID,
    "kind" "RoomKind" NOT NULL,
    "name" TEXT NOT NULL,
    "path" UUID[],
    "joinCode" TEXT,
    "stage" "RoomStage" NOT NULL DEFAULT 'explore',
    "round" SMALLINT NOT NULL DEFAULT 1,
    "claimsNeedApproval" BOOLEAN NOT NULL DEFAULT true,
    "lastEvent" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retainUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "userId" UUID,
    "role" "ParticipantRole" NOT NULL DEFAULT 'participant',
    "alias" TEXT NOT NULL,
    "aliasKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceVersion" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" UUID NOT NULL,
    "sourceVersionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "heading" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sentence" (
    "id" UUID NOT NULL,
    "passageId" UUID NOT NULL,
    "sourceVersionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "isContext" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Sentence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "roomId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "claimRevision" INTEGER NOT NULL,
    "participantId" UUID NOT NULL,
    "choice" "VoteChoice",
    "seq" BIGINT NOT NULL,
    "votedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("roomId","claimId","participantId")
);

-- CreateTable
CREATE TABLE "VoteEvent" (
    "ordinal" BIGSERIAL NOT NULL,
    "roomId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "claimRevision" INTEGER NOT NULL,
    "participantId" UUID NOT NULL,
    "choice" "VoteChoice",
    "seq" BIGINT NOT NULL,
    "eventId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VoteEvent_pkey" PRIMARY KEY ("ordinal")
);

-- CreateTable
CREATE TABLE "Impact" (
    "roomId" UUID NOT NULL,
    "relationId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "weight" SMALLINT,
    "seq" BIGINT NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Impact_pkey" PRIMARY KEY ("roomId","relationId","participantId")
);

-- CreateTable
CREATE TABLE "ImpactEvent" (
    "ordinal" BIGSERIAL NOT NULL,
    "roomId" UUID NOT NULL,
    "relationId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "weight" SMALLINT,
    "seq" BIGINT NOT NULL,
    "eventId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImpactEvent_pkey" PRIMARY KEY ("ordinal")
);

-- CreateTable
CREATE TABLE "Stance" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "motionId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "answer" "StanceAnswer" NOT NULL,
    "value" SMALLINT,
    "confidence" SMALLINT,
    "reason" TEXT,
    "seq" BIGINT NOT NULL,
    "eventId" UUID NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftReason" (
    "stanceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "ShiftReason_pkey" PRIMARY KEY ("stanceId","claimId")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_nameKey_key" ON "User"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_emailKey_key" ON "User"("emailKey");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_tokenHash_key" ON "VerificationToken"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "SetupToken_tokenHash_key" ON "SetupToken"("tokenHash");

-- CreateIndex
CREATE INDEX "Annotation_roomId_createdAt_idx" ON "Annotation"("roomId", "createdAt");

-- CreateIndex
CREATE INDEX "Annotation_sourceVersionId_idx" ON "Annotation"("sourceVersionId");

-- CreateIndex
CREATE INDEX "Annotation_claimId_idx" ON "Annotation"("claimId");

-- CreateIndex
CREATE INDEX "Annotation_relationId_idx" ON "Annotation"("relationId");

-- CreateIndex
CREATE INDEX "Annotation_parentId_idx" ON "Annotation"("parentId");

-- CreateIndex
CREATE INDEX "Annotation_authorId_idx" ON "Annotation"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Annotation_id_roomId_key" ON "Annotation"("id", "roomId");

-- CreateIndex
CREATE UNIQUE INDEX "Annotation_roomId_contentKey_key" ON "Annotation"("roomId", "contentKey");

-- CreateIndex
CREATE INDEX "AnchorResolution_annotationId_idx" ON "AnchorResolution"("annotationId");

-- CreateIndex
CREATE INDEX "AnchorResolution_citationId_idx" ON "AnchorResolution"("citationId");

-- CreateIndex
CREATE UNIQUE INDEX "AnchorResolution_sourceVersionId_annotationId_key" ON "AnchorResolution"("sourceVersionId", "annotationId");

-- CreateIndex
CREATE UNIQUE INDEX "AnchorResolution_sourceVersionId_citationId_key" ON "AnchorResolution"("sourceVersionId", "citationId");

-- CreateIndex
CREATE INDEX "Claim_roomId_status_idx" ON "Claim"("roomId", "status");

-- CreateIndex
CREATE INDEX "Claim_sideId_idx" ON "Claim"("sideId");

-- CreateIndex
CREATE INDEX "Claim_authorId_idx" ON "Claim"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_debateId_code_key" ON "Claim"("debateId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_debateId_key" ON "Claim"("id", "debateId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_revision_key" ON "Claim"("id", "revision");

-- CreateIndex
CREATE INDEX "ClaimRevision_authorId_idx" ON "ClaimRevision"("authorId");

-- CreateIndex
CREATE INDEX "Relation_roomId_status_idx" ON "Relation"("roomId", "status");

-- CreateIndex
CREATE INDEX "Relation_fromClaimId_idx" ON "Relation"("fromClaimId");

-- CreateIndex
CREATE INDEX "Relation_toClaimId_idx" ON "Relation"("toClaimId");

-- CreateIndex
CREATE INDEX "Relation_toRelationId_idx" ON "Relation"("toRelationId");

-- CreateIndex
CREATE INDEX "Relation_authorId_idx" ON "Relation"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_id_debateId_key" ON "Relation"("id", "debateId");

-- CreateIndex
CREATE INDEX "Citation_roomId_idx" ON "Citation"("roomId");

-- CreateIndex
CREATE INDEX "Citation_sourceVersionId_idx" ON "Citation"("sourceVersionId");

-- CreateIndex
CREATE INDEX "Citation_authorId_idx" ON "Citation"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_claimId_sourceVersionId_start_end_key" ON "Citation"("claimId", "sourceVersionId", "start", "end");

-- CreateIndex
CREATE UNIQUE INDEX "Debate_slug_key" ON "Debate"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Side_debateId_key_key" ON "Side"("debateId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Side_debateId_position_key" ON "Side"("debateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Side_id_debateId_key" ON "Side"("id", "debateId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_recordedAt_idx" ON "AuditEntry"("recordedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_userId_idx" ON "AuditEntry"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Room_joinCode_key" ON "Room"("joinCode");

-- CreateIndex
CREATE INDEX "Room_debateId_idx" ON "Room"("debateId");

-- CreateIndex
CREATE INDEX "Room_parentId_idx" ON "Room"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Room_id_debateId_key" ON "Room"("id", "debateId");

-- CreateIndex
CREATE INDEX "Participant_userId_idx" ON "Participant"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_roomId_userId_key" ON "Participant"("roomId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_roomId_aliasKey_key" ON "Participant"("roomId", "aliasKey");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_id_roomId_key" ON "Participant"("id", "roomId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_debateId_key_key" ON "Source"("debateId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Source_debateId_position_key" ON "Source"("debateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Source_id_debateId_key" ON "Source"("id", "debateId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceVersion_sourceId_number_key" ON "SourceVersion"("sourceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SourceVersion_id_debateId_key" ON "SourceVersion"("id", "debateId");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_sourceVersionId_key_key" ON "Passage"("sourceVersionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_sourceVersionId_position_key" ON "Passage"("sourceVersionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_id_sourceVersionId_key" ON "Passage"("id", "sourceVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Sentence_sourceVersionId_key_key" ON "Sentence"("sourceVersionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Sentence_passageId_position_key" ON "Sentence"("passageId", "position");

-- CreateIndex
CREATE INDEX "Vote_participantId_idx" ON "Vote"("participantId");

-- CreateIndex
CREATE INDEX "Vote_claimId_claimRevision_idx" ON "Vote"("claimId", "claimRevision");

-- CreateIndex
CREATE INDEX "VoteEvent_roomId_claimId_participantId_idx" ON "VoteEvent"("roomId", "claimId", "participantId");

-- CreateIndex
CREATE UNIQUE INDEX "VoteEvent_participantId_eventId_key" ON "VoteEvent"("participantId", "eventId");

-- CreateIndex
CREATE INDEX "Impact_participantId_idx" ON "Impact"("participantId");

-- CreateIndex
CREATE INDEX "Impact_relationId_idx" ON "Impact"("relationId");

-- CreateIndex
CREATE INDEX "ImpactEvent_roomId_relationId_participantId_idx" ON "ImpactEvent"("roomId", "relationId", "participantId");

-- CreateIndex
CREATE UNIQUE INDEX "ImpactEvent_participantId_eventId_key" ON "ImpactEvent"("participantId", "eventId");

-- CreateIndex
CREATE INDEX "Stance_roomId_motionId_round_idx" ON "Stance"("roomId", "motionId", "round");

-- CreateIndex
CREATE INDEX "Stance_participantId_idx" ON "Stance"("participantId");

-- CreateIndex
CREATE UNIQUE INDEX "Stance_participantId_eventId_key" ON "Stance"("participantId", "eventId");

-- CreateIndex
CREATE INDEX "ShiftReason_claimId_idx" ON "ShiftReason"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "ShiftReason_stanceId_position_key" ON "ShiftReason"("stanceId", "position");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_sourceVersionId_debateId_fkey" FOREIGN KEY ("sourceVersionId", "debateId") REFERENCES "SourceVersion"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_claimId_debateId_fkey" FOREIGN KEY ("claimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_relationId_debateId_fkey" FOREIGN KEY ("relationId", "debateId") REFERENCES "Relation"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_parentId_roomId_fkey" FOREIGN KEY ("parentId", "roomId") REFERENCES "Annotation"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationRevision" ADD CONSTRAINT "AnnotationRevision_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_sourceVersionId_fkey" FOREIGN KEY ("sourceVersionId") REFERENCES "SourceVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnchorResolution" ADD CONSTRAINT "AnchorResolution_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_sideId_debateId_fkey" FOREIGN KEY ("sideId", "debateId") REFERENCES "Side"("id", "debateId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_id_revision_fkey" FOREIGN KEY ("id", "revision") REFERENCES "ClaimRevision"("claimId", "number") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_fromClaimId_debateId_fkey" FOREIGN KEY ("fromClaimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_toClaimId_debateId_fkey" FOREIGN KEY ("toClaimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_toRelationId_debateId_fkey" FOREIGN KEY ("toRelationId", "debateId") REFERENCES "Relation"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_claimId_debateId_fkey" FOREIGN KEY ("claimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceVersionId_debateId_fkey" FOREIGN KEY ("sourceVersionId", "debateId") REFERENCES "SourceVersion"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Side" ADD CONSTRAINT "Side_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_parentId_debateId_fkey" FOREIGN KEY ("parentId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceVersion" ADD CONSTRAINT "SourceVersion_sourceId_debateId_fkey" FOREIGN KEY ("sourceId", "debateId") REFERENCES "Source"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_sourceVersionId_fkey" FOREIGN KEY ("sourceVersionId") REFERENCES "SourceVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_passageId_sourceVersionId_fkey" FOREIGN KEY ("passageId", "sourceVersionId") REFERENCES "Passage"("id", "sourceVersionId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_sourceVersionId_fkey" FOREIGN KEY ("sourceVersionId") REFERENCES "SourceVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_claimId_claimRevision_fkey" FOREIGN KEY ("claimId", "claimRevision") REFERENCES "ClaimRevision"("claimId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteEvent" ADD CONSTRAINT "VoteEvent_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Impact" ADD CONSTRAINT "Impact_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Impact" ADD CONSTRAINT "Impact_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImpactEvent" ADD CONSTRAINT "ImpactEvent_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_motionId_fkey" FOREIGN KEY ("motionId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftReason" ADD CONSTRAINT "ShiftReason_stanceId_fkey" FOREIGN KEY ("stanceId") REFERENCES "Stance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftReason" ADD CONSTRAINT "ShiftReason_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say. Each rule that the database can hold, it holds.
-- ---------------------------------------------------------------------------------------------------------------------

-- Texts are never empty and never longer than the app's own limits (lib/domain/text/limits.ts).
ALTER TABLE "User"
  ADD CONSTRAINT "User_name_length" CHECK (char_length("name") BETWEEN 2 AND 40),
  ADD CONSTRAINT "User_email_both_or_neither" CHECK (("email" IS NULL) = ("emailKey" IS NULL)),
  ADD CONSTRAINT "User_rightsVersion_positive" CHECK ("rightsVersion" > 0);
ALTER TABLE "Session" ADD CONSTRAINT "Session_expires_after_start" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "Debate"
  ADD CONSTRAINT "Debate_slug_shape" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("slug") <= 80),
  ADD CONSTRAINT "Debate_title_length" CHECK (char_length("title") BETWEEN 1 AND 120),
  ADD CONSTRAINT "Debate_nextCode_positive" CHECK ("nextCode" > 0);
ALTER TABLE "Side" ADD CONSTRAINT "Side_position_is_start_or_end" CHECK ("position" IN (0, 1));

-- Offsets lie in order; a version is at most 1 MB of text.
ALTER TABLE "SourceVersion"
  ADD CONSTRAINT "SourceVersion_text_length" CHECK (char_length("text") BETWEEN 1 AND 1000000),
  ADD CONSTRAINT "SourceVersion_number_positive" CHECK ("number" > 0);
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_range" CHECK ("start" >= 0 AND "start" < "end");
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_range" CHECK ("start" >= 0 AND "start" < "end");
ALTER TABLE "Citation"
  ADD CONSTRAINT "Citation_range" CHECK ("start" >= 0 AND "start" < "end"),
  ADD CONSTRAINT "Citation_quote" CHECK (char_length("exact") > 0 AND char_length("prefix") <= 64 AND char_length("suffix") <= 64);

-- One commons a debate, and it alone has no parent.
ALTER TABLE "Room"
  ADD CONSTRAINT "Room_commons_is_the_root" CHECK (("kind" = 'commons') = ("parentId" IS NULL)),
  ADD CONSTRAINT "Room_name_length" CHECK (char_length("name") BETWEEN 1 AND 80),
  ADD CONSTRAINT "Room_round" CHECK ("round" IN (1, 2));
CREATE UNIQUE INDEX "Room_one_commons_per_debate" ON "Room" ("debateId") WHERE "kind" = 'commons';
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_alias_length" CHECK (char_length("alias") BETWEEN 1 AND 40);

-- The path is written here and nowhere else: the parent's path, then the room itself. A room never moves.
CREATE FUNCTION "room_path"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW."parentId" IS DISTINCT FROM OLD."parentId" OR NEW."debateId" IS DISTINCT FROM OLD."debateId" THEN
      RAISE EXCEPTION 'a room keeps its place in the tree' USING ERRCODE = 'check_violation';
    END IF;
    NEW."path" := OLD."path";
  ELSIF NEW."parentId" IS NULL THEN
    NEW."path" := ARRAY[NEW."id"];
  ELSE
    SELECT "path" || NEW."id" INTO NEW."path" FROM "Room" WHERE "id" = NEW."parentId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Room_path" BEFORE INSERT OR UPDATE ON "Room" FOR EACH ROW EXECUTE FUNCTION "room_path"();

-- Claims: a motion takes no side; the revision that a claim names exists once the transaction ends.
ALTER TABLE "Claim"
  ADD CONSTRAINT "Claim_code_shape" CHECK ("code" ~ '^[A-Z][A-Za-z0-9]{0,11}$'),
  ADD CONSTRAINT "Claim_motion_takes_no_side" CHECK (NOT "isMotion" OR "sideId" IS NULL),
  ADD CONSTRAINT "Claim_reason_length" CHECK (char_length("reason") <= 500);
ALTER TABLE "Claim" ALTER CONSTRAINT "Claim_id_revision_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ClaimRevision"
  ADD CONSTRAINT "ClaimRevision_number_positive" CHECK ("number" > 0),
  ADD CONSTRAINT "ClaimRevision_text_length" CHECK (char_length(btrim("text")) BETWEEN 1 AND 280),
  ADD CONSTRAINT "ClaimRevision_shortTitle_length" CHECK (char_length("shortTitle") BETWEEN 1 AND 48),
  ADD CONSTRAINT "ClaimRevision_speaker_length" CHECK (char_length("speaker") BETWEEN 1 AND 160);

-- Relations: one target, of the right kind, never the claim itself, never twice while it stands.
ALTER TABLE "Relation"
  ADD CONSTRAINT "Relation_one_target" CHECK (num_nonnulls("toClaimId", "toRelationId") = 1),
  ADD CONSTRAINT "Relation_undercuts_meet_relations" CHECK (("kind" = 'undercuts') = ("toRelationId" IS NOT NULL)),
  ADD CONSTRAINT "Relation_not_to_itself" CHECK ("fromClaimId" <> "toClaimId" AND "id" <> "toRelationId");
CREATE UNIQUE INDEX "Relation_not_repeated_on_claim" ON "Relation" ("roomId", "fromClaimId", "toClaimId")
  WHERE "toClaimId" IS NOT NULL AND "status" IN ('suggested', 'published');
CREATE UNIQUE INDEX "Relation_not_repeated_on_relation" ON "Relation" ("roomId", "fromClaimId", "toRelationId")
  WHERE "toRelationId" IS NOT NULL AND "status" IN ('suggested', 'published');

-- Annotations: one target; a passage comes with its whole anchor; a removed note keeps no words (its revisions go too).
ALTER TABLE "Annotation"
  ADD CONSTRAINT "Annotation_one_target" CHECK (num_nonnulls("sourceVersionId", "claimId", "relationId", "parentId") = 1),
  ADD CONSTRAINT "Annotation_anchor_is_whole" CHECK (
    num_nonnulls("sourceVersionId", "start", "end", "exact", "prefix", "suffix") IN (0, 6)),
  ADD CONSTRAINT "Annotation_range" CHECK ("start" >= 0 AND "start" < "end"),
  ADD CONSTRAINT "Annotation_not_its_own_parent" CHECK ("id" <> "parentId"),
  ADD CONSTRAINT "Annotation_revision_positive" CHECK ("revision" > 0);
ALTER TABLE "AnnotationRevision"
  ADD CONSTRAINT "AnnotationRevision_body_length" CHECK (char_length(btrim("body")) BETWEEN 1 AND 5000),
  ADD CONSTRAINT "AnnotationRevision_number_positive" CHECK ("number" > 0);
ALTER TABLE "AnchorResolution"
  ADD CONSTRAINT "AnchorResolution_one_subject" CHECK (num_nonnulls("annotationId", "citationId") = 1),
  ADD CONSTRAINT "AnchorResolution_orphan_has_no_place" CHECK (
    ("status" = 'orphan') = ("start" IS NULL) AND ("start" IS NULL) = ("end" IS NULL)),
  ADD CONSTRAINT "AnchorResolution_range" CHECK ("start" >= 0 AND "start" < "end"),
  ADD CONSTRAINT "AnchorResolution_confidence" CHECK ("confidence" BETWEEN 0 AND 1);

-- Votes, impacts, stances: values in range; one current stance a person, motion and round.
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_seq_positive" CHECK ("seq" > 0);
ALTER TABLE "Impact"
  ADD CONSTRAINT "Impact_weight" CHECK ("weight" BETWEEN 0 AND 4),
  ADD CONSTRAINT "Impact_seq_positive" CHECK ("seq" > 0);
ALTER TABLE "ImpactEvent" ADD CONSTRAINT "ImpactEvent_weight" CHECK ("weight" BETWEEN 0 AND 4);
ALTER TABLE "Stance"
  ADD CONSTRAINT "Stance_value" CHECK ("value" BETWEEN -100 AND 100),
  ADD CONSTRAINT "Stance_value_when_placed" CHECK (("answer" = 'placed') = ("value" IS NOT NULL)),
  ADD CONSTRAINT "Stance_confidence" CHECK ("confidence" BETWEEN 1 AND 4),
  ADD CONSTRAINT "Stance_round" CHECK ("round" IN (1, 2)),
  ADD CONSTRAINT "Stance_reason_length" CHECK (char_length("reason") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "Stance_seq_positive" CHECK ("seq" > 0);
CREATE UNIQUE INDEX "Stance_one_current" ON "Stance" ("roomId", "motionId", "participantId", "round")
  WHERE "supersededAt" IS NULL;

-- Logs are append-only. Rows may go with their room or person, but never change.
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "VoteEvent_append_only" BEFORE UPDATE ON "VoteEvent" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "ImpactEvent_append_only" BEFORE UPDATE ON "ImpactEvent" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "Event_append_only" BEFORE UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION "append_only"();
-- An entry loses its person when the account is erased, and nothing else.
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW
  WHEN (NEW."userId" IS NOT NULL OR (OLD."id", OLD."roomId", OLD."action", OLD."subjectId", OLD."reason", OLD."recordedAt")
    IS DISTINCT FROM (NEW."id", NEW."roomId", NEW."action", NEW."subjectId", NEW."reason", NEW."recordedAt"))
  EXECUTE FUNCTION "append_only"();

-- The room tree: what is written in a room may only touch what that room sees, its own content and its ancestors'.
CREATE FUNCTION "room_sees"(room uuid, content_room uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT content_room = ANY ("path") FROM "Room" WHERE "id" = room
$$;
CREATE FUNCTION "require_room_sees"(room uuid, content_room uuid, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF content_room IS NOT NULL AND NOT coalesce("room_sees"(room, content_room), false) THEN
    RAISE EXCEPTION '% is not visible in this room', what USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION "relation_in_sight"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."fromClaimId"), 'the claim');
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."toClaimId"), 'the target');
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Relation" WHERE "id" = NEW."toRelationId"), 'the target');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Relation_in_sight" AFTER INSERT OR UPDATE OF "roomId", "fromClaimId", "toClaimId", "toRelationId"
  ON "Relation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "relation_in_sight"();

CREATE FUNCTION "claim_in_sight"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."claimId"), 'the claim');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Citation_in_sight" AFTER INSERT OR UPDATE OF "roomId", "claimId" ON "Citation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "claim_in_sight"();
CREATE CONSTRAINT TRIGGER "Vote_in_sight" AFTER INSERT OR UPDATE OF "roomId", "claimId" ON "Vote"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "claim_in_sight"();

CREATE FUNCTION "impact_in_sight"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Relation" WHERE "id" = NEW."relationId"), 'the relation');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Impact_in_sight" AFTER INSERT OR UPDATE OF "roomId", "relationId" ON "Impact"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "impact_in_sight"();

CREATE FUNCTION "stance_on_a_motion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (SELECT "isMotion" FROM "Claim" WHERE "id" = NEW."motionId") THEN
    RAISE EXCEPTION 'a stance is taken on a motion' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."motionId"), 'the motion');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Stance_on_a_motion" AFTER INSERT OR UPDATE OF "roomId", "motionId" ON "Stance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stance_on_a_motion"();

-- Notes: target in sight; a reply under a private note is private too, so that nothing private is quoted in the open.
CREATE FUNCTION "annotation_in_sight"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."claimId"), 'the claim');
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Relation" WHERE "id" = NEW."relationId"), 'the relation');
  IF NEW."visibility" = 'room'
    AND EXISTS (SELECT FROM "Annotation" WHERE "id" = NEW."parentId" AND "visibility" = 'private') THEN
    RAISE EXCEPTION 'a reply under a private note is private' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Annotation_in_sight" AFTER INSERT OR UPDATE ON "Annotation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "annotation_in_sight"();

CREATE INDEX "Claim_room_published" ON "Claim" ("roomId") WHERE "status" = 'published';
CREATE INDEX "Session_open" ON "Session" ("userId") WHERE "revokedAt" IS NULL;
