-- AlterTable
ALTER TABLE "SourceVersion" ADD COLUMN "title" TEXT,
ADD COLUMN "attribution" TEXT,
ADD COLUMN "url" TEXT;
