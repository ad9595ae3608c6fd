-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mailLocale" TEXT;
