-- AlterEnum
ALTER TYPE "RelationClosing" ADD VALUE 'opposed';
