-- AlterTable
ALTER TABLE "AnnotationRevision" ADD COLUMN     "isWithheld" BOOLEAN NOT NULL DEFAULT false;

-- Words that were hidden or never let through went down to the teachers, as words once written for them stand: which is which is
-- not on record, and whoever is answered reads the latter.
UPDATE "AnnotationRevision" v SET "isWithheld" = true FROM "Annotation" a
  WHERE a."id" = v."annotationId" AND v."number" < a."revision" AND v."visibility" = 'teachers';
