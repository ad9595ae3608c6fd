/**
 * Rules for the wording of a claim in English. A claim is shown on a card of four lines and, in a queue, quite alone,
 * so it is short, one sentence, and names what it speaks of.
 */

/** Characters of a claim or a motion, full stop included. */
export const MAX_CLAIM_LENGTH = 90;
/** Characters of a short title, which stands on axes and narrow cards. */
export const MAX_SHORT_TITLE_LENGTH = 48;

const PRONOUN = /\b(?:it|they|them|this|these|those|he|she|him|her|such)\b/i;
/** "That an enemy ignores a rule …" opens a clause and points at nothing; "That is why …" points back. */
const OPENING_PRONOUN =
  /^(?:(?:it|they|them|this|these|those|he|she|such)\b|that['’]s\b|that (?:is|was|has|had|does|did|will|would|can|could|may|might|must|should|makes|means|shows)\b)/i;
/** Nouns that point back at a thing told before, unless "of", "that" or a verb of naming says which. */
const OPENING_POINTER =
  /^The (?:danger|risk|harm|step|move|decision|decree|reason|edge|norm|rule|weapon|enemy|state|claim|point)\b(?! (?:of|that|to|from|in|for)\b)/i;

/** Problems of length and of the closing full stop; `name` opens each message. */
export function textLengthProblems(name: string, text: string): string[] {
  const problems: string[] = [];
  if (text.trim() === '') return [`${name} has no text.`];
  if (text.length > MAX_CLAIM_LENGTH) {
    problems.push(`${name} has ${text.length} characters, more than ${MAX_CLAIM_LENGTH}.`);
  }
  if (text !== text.trim()) problems.push(`${name} begins or ends with white space.`);
  if (!text.trimEnd().endsWith('.')) problems.push(`${name} does not end with a full stop.`);
  if (/[.!?]\s+\S/.test(text.trim())) problems.push(`${name} has more than one sentence.`);
  return problems;
}

/** All that is asked of a claim's text: length, one sentence, and that it can be read alone. */
export function claimWordingProblems(name: string, text: string): string[] {
  return [...textLengthProblems(name, text), ...hangingProblems(name, text)];
}

/** A short title: length, no full stop, readable alone. */
export function shortTitleProblems(name: string, shortTitle: string): string[] {
  const problems: string[] = [];
  if (shortTitle.trim() === '') return [`${name} has no short title.`];
  if (shortTitle.length > MAX_SHORT_TITLE_LENGTH) {
    problems.push(
      `${name} has a short title of ${shortTitle.length} characters, more than ${MAX_SHORT_TITLE_LENGTH}.`,
    );
  }
  if (shortTitle.endsWith('.')) problems.push(`${name} has a short title with a full stop.`);
  if (PRONOUN.test(shortTitle)) problems.push(`${name} has a short title that hangs on a pronoun.`);
  return problems;
}

function hangingProblems(name: string, text: string): string[] {
  if (OPENING_PRONOUN.test(text)) {
    return [`${name} begins with a bare pronoun: ${text}`];
  }
  if (OPENING_POINTER.test(text)) return [`${name} begins with words that point back: ${text}`];
  const rest = text.replace(/^\S+/, '');
  // Inside a claim "it" mostly means the thing last told, but a reader of one card cannot check: name the thing.
  return PRONOUN.test(rest) ? [`${name} hangs on a pronoun: ${text}`] : [];
}
