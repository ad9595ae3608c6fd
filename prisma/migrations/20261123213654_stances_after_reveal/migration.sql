-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "revealedAt" TIMESTAMPTZ(3);

-- Rooms that have shown what came of it: a class at its first reveal or when it was closed, and its groups with it.
UPDATE "Room" r SET "revealedAt" = shown."at"
FROM (SELECT c."id", least(min(s."startedAt"), c."closedAt", CASE WHEN c."stage" IN ('reveal', 'closed') THEN c."stageStartedAt" END) AS "at"
      FROM "Room" c LEFT JOIN "RoomStep" s ON s."roomId" = c."id" AND s."stage" = 'reveal'
      WHERE c."kind" = 'class' GROUP BY c."id") shown
WHERE shown."at" IS NOT NULL AND shown."id" = ANY (r."path") AND r."kind" <> 'commons';

UPDATE "Room" SET "acts" = array_remove("acts", 'stance') WHERE "revealedAt" IS NOT NULL AND 'stance' = ANY ("acts");
