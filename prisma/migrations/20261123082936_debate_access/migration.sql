-- CreateEnum
CREATE TYPE "DebateAccess" AS ENUM ('private', 'public');

-- AlterEnum
ALTER TYPE "SourceKind" ADD VALUE 'text';

-- AlterTable
ALTER TABLE "Debate" ADD COLUMN     "access" "DebateAccess" NOT NULL DEFAULT 'private';

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "url" TEXT;

-- Every debate so far was open to everyone, and stays so.
UPDATE "Debate" SET "access" = 'public';
ALTER TABLE "Source" ADD CONSTRAINT "Source_url_of_the_web" CHECK ("url" ~ '^https?://' AND char_length("url") <= 2000);
