import { QUESTION_KEYS, type QuestionKey } from '../../domain/argument/schemes';

const known: ReadonlySet<string> = new Set(QUESTION_KEYS);

/** A question as a row holds it: one that schemes no longer ask is none. */
export const questionOf = (key: string | null): QuestionKey | null =>
  key !== null && known.has(key) ? (key as QuestionKey) : null;
