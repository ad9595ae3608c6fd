-- CreateTable
CREATE TABLE "OpinionStep" (
    "roomId" UUID NOT NULL,
    "cut" BIGINT NOT NULL,
    "began" JSONB NOT NULL,
    "axes" JSONB NOT NULL,
    "path" SMALLINT[],
    "next" INTEGER NOT NULL,
    "votes" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,

    CONSTRAINT "OpinionStep_pkey" PRIMARY KEY ("roomId")
);

-- AddForeignKey
ALTER TABLE "OpinionStep" ADD CONSTRAINT "OpinionStep_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
