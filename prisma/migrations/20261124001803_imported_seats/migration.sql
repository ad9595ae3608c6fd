-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "isImported" BOOLEAN NOT NULL DEFAULT false;

-- A seat that came with votes is nobody's way in, and leads to nobody.
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_imported_is_nobody" CHECK (NOT "isImported"
  OR ("userId" IS NULL AND "seatCodeHash" IS NULL AND "name" IS NULL AND "role" = 'participant' AND "actsForId" IS NULL
    AND NOT "isEditor"));
