-- CreateEnum
CREATE TYPE "ArgumentScheme" AS ENUM ('expert_opinion', 'consequences', 'precedent', 'analogy', 'cause', 'rule', 'lesser_evil', 'example', 'sign', 'commitment', 'values', 'popular_practice');

-- AlterTable
ALTER TABLE "Relation" ADD COLUMN     "questionKey" TEXT,
ADD COLUMN     "scheme" "ArgumentScheme";

-- A reason has a scheme; an undercut answers a question to one.
ALTER TABLE "Relation"
  ADD CONSTRAINT "Relation_scheme_of_reasons" CHECK ("scheme" IS NULL OR "kind" <> 'undercuts'),
  ADD CONSTRAINT "Relation_question_of_undercuts" CHECK (
    "questionKey" IS NULL OR ("kind" = 'undercuts' AND "questionKey" ~ '^[a-z_]{1,40}\.[a-z_]{1,40}$'));
