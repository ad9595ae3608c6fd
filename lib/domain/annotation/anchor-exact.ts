import type { ExactPlace, QuoteText, SearchedText } from './anchor-search';

/** Which of the places where the words of a quote stand is the quote: the one that its context speaks for, or none. */

/** Share of a side's context that has to agree, and the least number of letters. */
const ENOUGH_SHARE = 0.7;
const ENOUGH_LETTERS = 8;
/** Letters of the quote and of the context that agrees, together. */
const ENOUGH_EVIDENCE = 30;
/** Shorter quotes are words like any others: both sides have to speak for them. */
const SHORT_WEIGHT = 8;
/** Quotes of a word or two may stand between half of the same words elsewhere. */
const MIDDLE_WEIGHT = 20;
const MIDDLE_SHARE = 0.85;
/** With both sides mended a little, so many letters on each and together. */
const PARTIAL_LETTERS = 6;
const PARTIAL_TOGETHER = 24;
/** The best place has to be ahead of the next by so many letters. */
const LEAST_LEAD = 6;
const MOST_WEIGHED = 40;

/** What a quote needs to be known by its words alone: no context agrees, but it stands there once. */
const TELLING_WEIGHT = 32;
const TELLING_WORDS = 5;
const TELLING_SENTENCE_WEIGHT = 15;
const TELLING_SENTENCE_WORDS = 3;

/** Letters of context that a quote came with. */
const knownOf = ({ text, place }: QuoteText): { left: number; right: number } => ({
  left: place.start,
  right: text.normal.text.length - place.end,
});

/** Where a quote stands word for word, or null when it does not or no place can be told for sure. */
export function exactPlace(searched: SearchedText, quote: QuoteText): ExactPlace | null {
  const places = searched.exactPlaces(quote);
  const [best, second] = places;
  if (!best) return null;
  const isAtHint = ({ start }: ExactPlace): boolean =>
    quote.hint !== null && searched.text.normal.starts[start] === quote.hint.start;
  const known = knownOf(quote);
  // A quote that came without any context is taken where it stands once, or at its position.
  if (known.left + known.right === 0) return second ? (places.find(isAtHint) ?? null) : best;
  const supported = places.slice(0, MOST_WEIGHED).filter((one) => isSupported(searched, quote, one));
  const [first, next] = supported;
  if (!first) return !second && isTelling(quote) ? best : null;
  const ahead = (one: ExactPlace): number => first.left + first.right - one.left - one.right;
  if (!next || ahead(next) >= LEAST_LEAD) return first;
  // Several places with the same surroundings: only the exact position tells which.
  return supported.find((one) => ahead(one) < LEAST_LEAD && isAtHint(one)) ?? null;
}

function isSupported(searched: SearchedText, quote: QuoteText, one: ExactPlace): boolean {
  const { weight, hint, place } = quote;
  const known = knownOf(quote);
  const { normal } = searched.text;
  const isStart = known.left === 0 && hint?.start === 0 && one.start === 0;
  const isEnd = known.right === 0 && one.end === normal.text.length;
  const left = known.left > 0 ? one.left / known.left : Number(isStart);
  const right = known.right > 0 ? one.right / known.right : Number(isEnd);
  const evidence = weight + one.left + one.right;
  if (left >= ENOUGH_SHARE && right >= ENOUGH_SHARE) {
    return isStart || isEnd || one.left + one.right >= 2 * ENOUGH_LETTERS || evidence >= ENOUGH_EVIDENCE;
  }
  if (evidence < ENOUGH_EVIDENCE) return false;
  if (weight < SHORT_WEIGHT) return false;
  if (weight < MIDDLE_WEIGHT && Math.max(left, right) < MIDDLE_SHARE) return false;
  const last = one.token + place.last - place.first;
  const isContradicted =
    (left < ENOUGH_SHARE && searched.isElsewhere(quote, 'left', one.token, last)) ||
    (right < ENOUGH_SHARE && searched.isElsewhere(quote, 'right', one.token, last));
  if (isContradicted) return false;
  if (left >= ENOUGH_SHARE) return one.left >= ENOUGH_LETTERS;
  if (right >= ENOUGH_SHARE) return one.right >= ENOUGH_LETTERS;
  return Math.min(one.left, one.right) >= PARTIAL_LETTERS && one.left + one.right >= PARTIAL_TOGETHER;
}

/** Whether a quote says enough to be known without its surroundings. */
function isTelling({ text, place, weight, words }: QuoteText): boolean {
  if (weight >= TELLING_WEIGHT && words >= TELLING_WORDS) return true;
  const isSentence = /[.!?。]["')\]]*$/.test(text.normal.text.slice(place.start, place.end).trimEnd());
  return isSentence && weight >= TELLING_SENTENCE_WEIGHT && words >= TELLING_SENTENCE_WORDS;
}
