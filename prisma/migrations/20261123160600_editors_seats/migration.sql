-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "isEditor" BOOLEAN NOT NULL DEFAULT false;

-- The seats that wrote what came with a debate; the next start marks any other that the content has. A seat whose account is gone
-- looks the same but for that.
UPDATE "Participant" p SET "isEditor" = true
  WHERE p."userId" IS NULL AND p."role" = 'owner'
    AND EXISTS (SELECT FROM "Annotation" a WHERE a."authorId" = p."id" AND a."contentKey" IS NOT NULL);

ALTER TABLE "Participant"
  ADD CONSTRAINT "Participant_editor_has_no_account" CHECK (NOT "isEditor" OR "userId" IS NULL);

-- What somebody wrote for themselves alone goes with their account. Others may have answered it in private when it was open: their
-- answers stay, below a note without words.
CREATE FUNCTION "private_notes_leave"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "AnnotationRevision" v USING "Annotation" a
    WHERE a."id" = v."annotationId" AND a."authorId" = NEW."id" AND a."visibility" = 'private';
  DELETE FROM "AnnotationMention" m USING "Annotation" a
    WHERE a."id" = m."annotationId" AND a."authorId" = NEW."id" AND a."visibility" = 'private';
  UPDATE "Annotation" SET "removedAt" = coalesce("removedAt", now()), "tags" = '{}'
    WHERE "authorId" = NEW."id" AND "visibility" = 'private';
  LOOP
    DELETE FROM "Annotation" a WHERE a."authorId" = NEW."id" AND a."visibility" = 'private'
      AND NOT EXISTS (SELECT FROM "Annotation" answer WHERE answer."parentId" = a."id");
    EXIT WHEN NOT FOUND;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "Participant_private_notes_leave" AFTER UPDATE OF "userId" ON "Participant"
  FOR EACH ROW WHEN (OLD."userId" IS NOT NULL AND NEW."userId" IS NULL) EXECUTE FUNCTION "private_notes_leave"();
