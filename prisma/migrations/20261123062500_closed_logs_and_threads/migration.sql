-- Rules that Prisma cannot say, as in the first migration.

-- Who used a right over others stays on record: the app cannot take an entry out either. Ending their retention is the
-- business of the tables' owner, who can set the trigger aside.
CREATE TRIGGER "AuditEntry_not_deleted" BEFORE DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "append_only"();

-- Notes: the rule about private threads now holds from above too. A note cannot become private over an answer that the
-- room sees.
CREATE OR REPLACE FUNCTION "annotation_in_sight"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Claim" WHERE "id" = NEW."claimId"), 'the claim');
  PERFORM "require_room_sees"(NEW."roomId", (SELECT "roomId" FROM "Relation" WHERE "id" = NEW."relationId"), 'the relation');
  IF NEW."visibility" = 'room'
    AND EXISTS (SELECT FROM "Annotation" WHERE "id" = NEW."parentId" AND "visibility" = 'private') THEN
    RAISE EXCEPTION 'a reply under a private note is private' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."visibility" = 'private'
    AND EXISTS (SELECT FROM "Annotation" WHERE "parentId" = NEW."id" AND "visibility" = 'room' AND "removedAt" IS NULL) THEN
    RAISE EXCEPTION 'a note over an open reply is open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
