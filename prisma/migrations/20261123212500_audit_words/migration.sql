-- Rules that Prisma cannot say, as in the first migration.

-- An entry may lose its person and the words that somebody typed as a reason, when either is erased, and nothing else.
DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry";
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW
  WHEN ((OLD."id", OLD."roomId", OLD."action", OLD."subjectId", OLD."recordedAt")
    IS DISTINCT FROM (NEW."id", NEW."roomId", NEW."action", NEW."subjectId", NEW."recordedAt")
    OR (NEW."userId" IS NOT NULL AND NEW."userId" IS DISTINCT FROM OLD."userId")
    OR (NEW."reason" IS NOT NULL AND NEW."reason" IS DISTINCT FROM OLD."reason"))
  EXECUTE FUNCTION "append_only"();
