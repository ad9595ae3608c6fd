import { z } from 'zod';
import { isWellFormed } from '../text/plain-text';

/**
 * Own JSON, `standpoint/map@1`: the one format that keeps everything a map is. All other formats are read into and
 * written from this shape.
 *
 * Ids are the file's own and share one space: a relation's `to` is a claim's id or, for an undercut, a relation's.
 * Arrays are in the author's order. Offsets are UTF-16 code units into the text of the source. Relations with the same
 * `group` are linked premises: one reason made of several claims. Nothing personal is in it: votes and impacts are
 * counts and means.
 */
export const MAP_FORMAT = 'standpoint/map@1';

/** Longest strings, in UTF-16 code units. How many claims and bytes are taken is the reader's limit, not the format's. */
export const MAP_LENGTHS = {
  id: 200,
  key: 64,
  line: 500,
  url: 2_000,
  claimText: 20_000,
  prose: 20_000,
  sourceText: 5_000_000,
} as const;

// Tab, newline and carriage return are text; every other control character is an accident or an attack.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const TEXT = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;
const SOMETHING = /\S/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const NAME = /^(?=.*\S)[^\u0000-\u001f\u007f]+$/;

const HALVED = 'it holds half a character';
const text = (longest: number) =>
  z.string().max(longest).regex(TEXT, 'it holds control characters').refine(isWellFormed, HALVED);
const name = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(NAME, 'it is empty, or holds control characters')
    .refine(isWellFormed, HALVED);
const count = z.int().min(0).max(1_000_000_000);
const textOffset = z.int().min(0).max(MAP_LENGTHS.sourceText);

const id = name(MAP_LENGTHS.id);
const key = name(MAP_LENGTHS.key);
const languageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'it is not a language tag');

export const mapSide = z.strictObject({
  key,
  name: name(MAP_LENGTHS.line),
  speaks: z.enum(['for', 'against']),
});

export const mapSentence = z.strictObject({
  key,
  start: textOffset,
  end: textOffset,
  isContext: z.boolean().exactOptional(),
});

/** A paragraph of a source with a stable key. */
export const mapPassage = z.strictObject({
  key,
  heading: name(MAP_LENGTHS.line).exactOptional(),
  start: textOffset,
  end: textOffset,
  sentences: z.array(mapSentence).exactOptional(),
});

export const mapSource = z.strictObject({
  key,
  title: name(MAP_LENGTHS.line),
  kind: name(MAP_LENGTHS.key).exactOptional(),
  attribution: text(MAP_LENGTHS.prose).exactOptional(),
  url: name(MAP_LENGTHS.url).exactOptional(),
  language: languageTag.exactOptional(),
  /** Empty when the text itself is not at hand, only its address. */
  text: text(MAP_LENGTHS.sourceText),
  passages: z.array(mapPassage).exactOptional(),
});

/** The tie from a claim to a source: to a stretch of its text, to words quoted from it, or to the whole of it. */
export const mapCitation = z.strictObject({
  source: key,
  /** Both or neither; at least one character lies between them. */
  start: textOffset.exactOptional(),
  end: textOffset.exactOptional(),
  /** The words cited; with offsets, exactly what the text says there. */
  exact: text(MAP_LENGTHS.prose).min(1).exactOptional(),
});

export const mapVotes = z.strictObject({ agree: count, disagree: count, pass: count });

export const mapClaim = z.strictObject({
  id,
  /** Name for talk in the room (D1); unique. */
  code: name(MAP_LENGTHS.key).exactOptional(),
  text: text(MAP_LENGTHS.claimText).regex(SOMETHING, 'it is empty'),
  shortTitle: name(MAP_LENGTHS.line).exactOptional(),
  isMotion: z.boolean(),
  /** Key of a side, or null for none. */
  side: key.nullable(),
  evidence: z.enum(['quoted', 'reported', 'asserted', 'inferred', 'beyond']).exactOptional(),
  speaker: name(MAP_LENGTHS.line).exactOptional(),
  layer: z.enum(['article', 'beyond']).exactOptional(),
  status: z.enum(['suggested', 'published', 'declined', 'archived']).exactOptional(),
  /** Base score before argument, 0..1; stands in for votes where there are none. */
  base: z.number().min(0).max(1).exactOptional(),
  votes: mapVotes.exactOptional(),
  citations: z.array(mapCitation),
});

export const mapRelation = z.strictObject({
  id,
  from: id,
  to: id,
  kind: z.enum(['supports', 'attacks', 'undercuts']),
  /** Share of the full effect, 0..1. */
  weight: z.number().min(0).max(1).exactOptional(),
  /** Mean of the room's impacts, 0..4, and how many people rated it. */
  impact: z.strictObject({ mean: z.number().min(0).max(4), count }).exactOptional(),
  group: id.exactOptional(),
  /** Name of the argument scheme, e.g. expert opinion. */
  scheme: name(MAP_LENGTHS.line).exactOptional(),
  /** Of an undercut: the critical question that it answers, e.g. `expert_opinion.field`. */
  question: name(MAP_LENGTHS.line).exactOptional(),
});

/** Shape and sizes, and the JSON Schema. `soundMap` also checks what a shape cannot say. */
export const mapDocumentShape = z.strictObject({
  format: z.literal(MAP_FORMAT),
  title: name(MAP_LENGTHS.line),
  question: text(MAP_LENGTHS.prose).exactOptional(),
  summary: text(MAP_LENGTHS.prose).exactOptional(),
  /** BCP 47 tag of what people write here; `und` when the file does not say. */
  language: languageTag,
  sides: z.array(mapSide),
  sources: z.array(mapSource),
  claims: z.array(mapClaim),
  relations: z.array(mapRelation),
});

export type MapSide = z.infer<typeof mapSide>;
export type MapSentence = z.infer<typeof mapSentence>;
export type MapPassage = z.infer<typeof mapPassage>;
export type MapSource = z.infer<typeof mapSource>;
export type MapCitation = z.infer<typeof mapCitation>;
export type MapVotes = z.infer<typeof mapVotes>;
export type MapClaim = z.infer<typeof mapClaim>;
export type MapRelation = z.infer<typeof mapRelation>;
export type MapDocument = z.infer<typeof mapDocumentShape>;
