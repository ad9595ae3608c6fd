-- CreateEnum
CREATE TYPE "RelationClosing" AS ENUM ('alone', 'repeated', 'itself');

-- CreateEnum
CREATE TYPE "MapEditKind" AS ENUM ('claim_added', 'relation_added', 'claim_edited', 'relation_edited', 'relations_linked', 'relation_unlinked', 'claim_reviewed', 'relation_reviewed', 'claims_merged', 'claim_split', 'motion_added', 'undone');

-- AlterTable
ALTER TABLE "ClaimRevision" ADD COLUMN     "meaning" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "restores" INTEGER;

-- AlterTable
ALTER TABLE "Impact" ADD COLUMN     "aim" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ImpactEvent" ADD COLUMN     "aim" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Relation" ADD COLUMN     "aim" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "closing" "RelationClosing",
ADD COLUMN     "groupId" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "PremiseGroup" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "toClaimId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PremiseGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MapEdit" (
    "id" UUID NOT NULL,
    "ordinal" BIGSERIAL NOT NULL,
    "debateId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "MapEditKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "changes" JSONB NOT NULL,
    "undoesId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MapEdit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PremiseGroup_roomId_idx" ON "PremiseGroup"("roomId");

-- CreateIndex
CREATE INDEX "PremiseGroup_toClaimId_idx" ON "PremiseGroup"("toClaimId");

-- CreateIndex
CREATE UNIQUE INDEX "PremiseGroup_id_kind_toClaimId_roomId_key" ON "PremiseGroup"("id", "kind", "toClaimId", "roomId");

-- CreateIndex
CREATE UNIQUE INDEX "MapEdit_ordinal_key" ON "MapEdit"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "MapEdit_undoesId_key" ON "MapEdit"("undoesId");

-- CreateIndex
CREATE INDEX "MapEdit_userId_roomId_ordinal_idx" ON "MapEdit"("userId", "roomId", "ordinal");

-- CreateIndex
CREATE INDEX "MapEdit_roomId_idx" ON "MapEdit"("roomId");

-- CreateIndex
CREATE INDEX "Relation_groupId_idx" ON "Relation"("groupId");

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_groupId_kind_toClaimId_roomId_fkey" FOREIGN KEY ("groupId", "kind", "toClaimId", "roomId") REFERENCES "PremiseGroup"("id", "kind", "toClaimId", "roomId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PremiseGroup" ADD CONSTRAINT "PremiseGroup_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PremiseGroup" ADD CONSTRAINT "PremiseGroup_toClaimId_debateId_fkey" FOREIGN KEY ("toClaimId", "debateId") REFERENCES "Claim"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MapEdit" ADD CONSTRAINT "MapEdit_roomId_debateId_fkey" FOREIGN KEY ("roomId", "debateId") REFERENCES "Room"("id", "debateId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MapEdit" ADD CONSTRAINT "MapEdit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MapEdit" ADD CONSTRAINT "MapEdit_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "MapEdit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

-- Linked premises speak about a claim; a move of the group and of its relations is one step, so the key waits for its end.
ALTER TABLE "PremiseGroup" ADD CONSTRAINT "PremiseGroup_of_reasons" CHECK ("kind" <> 'undercuts');
ALTER TABLE "Relation" ALTER CONSTRAINT "Relation_groupId_kind_toClaimId_roomId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Relation"
  -- A key with an empty column is not looked up, so an undercut must have no group at all.
  ADD CONSTRAINT "Relation_group_of_reasons" CHECK ("groupId" IS NULL OR "toClaimId" IS NOT NULL),
  ADD CONSTRAINT "Relation_reason_length" CHECK (char_length("reason") <= 500),
  ADD CONSTRAINT "Relation_aim_is_a_revision" CHECK ("aim" BETWEEN 1 AND "revision"),
  ADD CONSTRAINT "Relation_closing_is_of_closed" CHECK ("closing" IS NULL OR "status" IN ('declined', 'archived'));

-- Undercuts may meet undercuts, but the last line of all meets a claim: a ring of undercuts would be about nothing.
CREATE FUNCTION "undercut_ends_at_a_claim"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE met AS (
      SELECT "id", "toRelationId" FROM "Relation" WHERE "id" = NEW."toRelationId"
      UNION
      SELECT r."id", r."toRelationId" FROM "Relation" r JOIN met ON r."id" = met."toRelationId"
    ) SELECT FROM met WHERE "id" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'an undercut does not meet itself, by however many steps ("Relation_undercut_ends")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Relation_undercut_ends';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Relation_undercut_ends" AFTER INSERT OR UPDATE OF "toRelationId"
  ON "Relation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."toRelationId" IS NOT NULL)
  EXECUTE FUNCTION "undercut_ends_at_a_claim"();

-- The log of edits says what was; what is said in it stays.
ALTER TABLE "MapEdit"
  ADD CONSTRAINT "MapEdit_changes_are_a_list" CHECK (jsonb_typeof("changes") = 'array'),
  ADD CONSTRAINT "MapEdit_undone_names_what" CHECK (("kind" = 'undone') = ("undoesId" IS NOT NULL)),
  ADD CONSTRAINT "MapEdit_not_of_itself" CHECK ("id" <> "undoesId");
CREATE TRIGGER "MapEdit_append_only" BEFORE UPDATE ON "MapEdit" FOR EACH ROW EXECUTE FUNCTION "append_only"();

-- What a revision means: a change of meaning begins a new one, any other wording keeps that of the revision before it.
UPDATE "ClaimRevision" r SET "meaning" = coalesce(
  (SELECT max(e."number") FROM "ClaimRevision" e
   WHERE e."claimId" = r."claimId" AND e."changesMeaning" AND e."number" <= r."number"), 1);
CREATE FUNCTION "revision_meaning"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."meaning" = 0 THEN
    NEW."meaning" := CASE WHEN NEW."changesMeaning" THEN NEW."number" ELSE coalesce(
      (SELECT "meaning" FROM "ClaimRevision" WHERE "claimId" = NEW."claimId" AND "number" < NEW."number"
       ORDER BY "number" DESC LIMIT 1), NEW."number") END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ClaimRevision_meaning" BEFORE INSERT ON "ClaimRevision" FOR EACH ROW EXECUTE FUNCTION "revision_meaning"();
ALTER TABLE "ClaimRevision"
  ADD CONSTRAINT "ClaimRevision_same_meaning_since" CHECK ("meaning" BETWEEN 1 AND "number"),
  ADD CONSTRAINT "ClaimRevision_restores_an_earlier_one" CHECK ("restores" BETWEEN 1 AND "number" - 1);
