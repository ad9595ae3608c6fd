-- CreateTable
CREATE TABLE "OpinionGroup" (
    "roomId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "group" SMALLINT NOT NULL,

    CONSTRAINT "OpinionGroup_pkey" PRIMARY KEY ("participantId","roomId")
);

-- CreateIndex
CREATE INDEX "OpinionGroup_roomId_idx" ON "OpinionGroup"("roomId");

-- CreateIndex
CREATE INDEX "VoteEvent_roomId_ordinal_idx" ON "VoteEvent"("roomId", "ordinal");

-- AddForeignKey
ALTER TABLE "OpinionGroup" ADD CONSTRAINT "OpinionGroup_participantId_roomId_fkey" FOREIGN KEY ("participantId", "roomId") REFERENCES "Participant"("id", "roomId") ON DELETE CASCADE ON UPDATE CASCADE;
