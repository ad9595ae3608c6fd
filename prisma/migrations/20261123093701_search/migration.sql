-- AlterTable
ALTER TABLE "ClaimRevision" ADD COLUMN     "likeness" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Passage" ADD COLUMN     "text" TEXT NOT NULL DEFAULT '';

-- Likeness by groups of three letters. A trusted extension: the owner of the database adds it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The extension takes for letters what the database's C library does, and in the embedded one that is ASCII alone. So that
-- it reads every alphabet, each letter beyond ASCII is written as one of 36, and what is no letter as a space.
CREATE FUNCTION "likeness"(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(string_agg(
    CASE WHEN ascii(letter) < 128 THEN letter
         WHEN letter ~ '[[:alnum:]]' THEN substr('abcdefghijklmnopqrstuvwxyz0123456789', ascii(letter) % 36 + 1, 1)
         ELSE ' ' END, '' ORDER BY place), '')
  FROM regexp_split_to_table(lower(words), '') WITH ORDINALITY AS split(letter, place)
$$;
CREATE FUNCTION "revision_likeness"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."likeness" := "likeness"(NEW."text");
  RETURN NEW;
END $$;
CREATE TRIGGER "ClaimRevision_likeness" BEFORE INSERT OR UPDATE OF "text", "likeness" ON "ClaimRevision"
  FOR EACH ROW EXECUTE FUNCTION "revision_likeness"();
UPDATE "ClaimRevision" SET "likeness" = '';

-- Offsets count UTF-16 units and PostgreSQL counts characters: a space after each character of two units makes them agree.
UPDATE "Passage" p SET "text" = substring(
  regexp_replace(v."text", '([\U00010000-\U0010FFFF])', '\1 ', 'g') FROM p."start" + 1 FOR p."end" - p."start")
FROM "SourceVersion" v WHERE v."id" = p."sourceVersionId";

-- Whole words, with English endings and without. The parser takes every mark beyond ASCII for a letter where the C library
-- does, so the marks that stand at words are spaces to it.
CREATE FUNCTION "words"(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(text, '«»“”„‟‹›‘’‚ʼ—–…·•¿¡№ ', '                     ')
$$;
CREATE INDEX "ClaimRevision_english_words" ON "ClaimRevision" USING gin (to_tsvector('english', "words"("text")));
CREATE INDEX "ClaimRevision_words" ON "ClaimRevision" USING gin (to_tsvector('simple', "words"("text")));
CREATE INDEX "Passage_english_words" ON "Passage" USING gin (to_tsvector('english', "words"("text")));
CREATE INDEX "Passage_words" ON "Passage" USING gin (to_tsvector('simple', "words"("text")));
CREATE INDEX "AnnotationRevision_english_words" ON "AnnotationRevision" USING gin (to_tsvector('english', "words"("body")));
CREATE INDEX "AnnotationRevision_words" ON "AnnotationRevision" USING gin (to_tsvector('simple', "words"("body")));
