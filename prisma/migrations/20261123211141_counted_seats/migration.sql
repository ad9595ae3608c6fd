-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "isCounted" BOOLEAN NOT NULL DEFAULT true;

-- Who was counted until now: in a class or group those who take part, but no place on a roster that nobody took, and of a group
-- nobody who was moved to another one.
UPDATE "Participant" p SET "isCounted" = false FROM "Room" r
  WHERE r."id" = p."roomId" AND (
    p."isEditor" OR p."actsForId" IS NOT NULL
    OR r."kind" <> 'commons' AND (
      p."role" <> 'participant'
      OR p."userId" IS NULL AND p."seenAt" IS NULL
        AND NOT EXISTS (SELECT FROM "Vote" v WHERE v."participantId" = p."id")
        AND NOT EXISTS (SELECT FROM "Stance" s WHERE s."participantId" = p."id")
        AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."authorId" = p."id")
        AND NOT EXISTS (SELECT FROM "Annotation" a WHERE a."authorId" = p."id")
      OR r."kind" = 'breakout' AND p."leftAt" IS NOT NULL AND p."leftAt" IS DISTINCT FROM r."archivedAt"
    )
  );

-- Written when a seat is taken and when its role changes, and never by a change of anything else: lib/server/room/counted.ts says
-- what is meant. Who asks for another value by name is heard, but nobody while the room is revealed. A change of role waits for
-- whoever moves the room on at this moment.
CREATE FUNCTION "participant_counted"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room record;
  by_role boolean;
BEGIN
  IF NEW."isEditor" OR NEW."actsForId" IS NOT NULL THEN
    NEW."isCounted" := false;
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT r."kind" INTO room FROM "Room" r WHERE r."id" = NEW."roomId";
    NEW."isCounted" := NEW."isCounted" AND (room."kind" = 'commons' OR NEW."role" = 'participant');
    RETURN NEW;
  END IF;
  SELECT r."kind", r."stage" INTO room FROM "Room" r WHERE r."id" = NEW."roomId" FOR NO KEY UPDATE;
  by_role := room."kind" = 'commons' OR NEW."role" = 'participant';
  IF OLD."userId" IS NULL AND NEW."userId" IS NOT NULL THEN
    NEW."isCounted" := by_role;
  ELSIF room."kind" <> 'commons' AND room."stage" IN ('reveal', 'closed') THEN
    NEW."isCounted" := OLD."isCounted";
  ELSIF NEW."role" <> OLD."role" AND NEW."userId" IS NOT NULL THEN
    NEW."isCounted" := by_role;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Participant_counted_when_taken" BEFORE INSERT ON "Participant"
  FOR EACH ROW EXECUTE FUNCTION "participant_counted"();
CREATE TRIGGER "Participant_counted_when_changed" BEFORE UPDATE OF "role", "userId", "isEditor", "actsForId", "isCounted" ON "Participant"
  FOR EACH ROW WHEN (
    OLD."role" <> NEW."role" OR OLD."isCounted" <> NEW."isCounted" OR OLD."isEditor" <> NEW."isEditor"
    OR OLD."userId" IS NULL AND NEW."userId" IS NOT NULL OR OLD."actsForId" IS DISTINCT FROM NEW."actsForId"
  ) EXECUTE FUNCTION "participant_counted"();
