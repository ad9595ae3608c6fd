import { z } from 'zod';
import { type PlannedSource, paragraphsOf } from '../import/plan-sources';
import { line, prose } from '../text/input';
import { LIMITS } from '../text/limits';

/** An article that a person pastes: the text that a new debate rests on. */

/** More pieces than any article has; a text made of full stops alone would have as many rows as letters. */
const MOST_PASSAGES = 3000;
const MOST_SENTENCES = 12_000;

/** An address on the web. */
export const webAddress = z
  .string()
  .max(LIMITS.sourceUrl)
  .regex(/^https?:\/\/\S+$/i)
  .refine((url) => URL.canParse(url));

export const articleInput = z.strictObject({
  title: line(LIMITS.sourceTitle),
  text: prose(LIMITS.articleText),
  /** Who wrote it, where and when it appeared, as the person says it. */
  attribution: line(LIMITS.sourceAttribution).nullable().optional(),
  url: webAddress.nullable().optional(),
});

export type ArticleInput = z.infer<typeof articleInput>;

export const ARTICLE_KEY = 'article';

/**
 * The article as a source, in paragraphs and sentences as its language parts them. Paragraphs are parted by blank lines; in
 * a text without any, each line is one.
 * @returns null when the text falls into more pieces than an article has
 */
export function articleSource(
  { title, text, attribution, url }: ArticleInput,
  language: string,
): PlannedSource | null {
  // What is pasted often ends its lines with spaces; the text as kept is what citations point into.
  const lines = text
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n');
  const parted = /\n\n/.test(lines) ? lines.replace(/\n{3,}/g, '\n\n') : lines.replace(/\n/g, '\n\n');
  const passages = paragraphsOf(parted, language);
  const sentenceCount = passages.reduce((sum, { sentences }) => sum + sentences.length, 0);
  if (passages.length === 0 || passages.length > MOST_PASSAGES || sentenceCount > MOST_SENTENCES) return null;
  return {
    key: ARTICLE_KEY,
    kind: 'text',
    title,
    attribution: attribution ?? '',
    url: url ?? null,
    language,
    text: parted,
    passages,
  };
}
