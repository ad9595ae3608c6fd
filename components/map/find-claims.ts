import type { ClaimView } from '@/lib/domain/debate/view';

type Findable = Pick<ClaimView, 'code' | 'text' | 'shortTitle' | 'speaker'>;

/** Case, accents and kinds of apostrophe do not matter to someone who searches. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .toLocaleLowerCase();

/**
 * Claims that have all the words, in the debate's order; a claim whose code is what was typed comes first.
 * Nothing typed finds nothing.
 */
export function findClaims<T extends Findable>(claims: readonly T[], query: string): T[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const code = words.join('');
  const rank = (claim: T): number =>
    plain(claim.code) === code ? 0 : plain(claim.code).startsWith(code) ? 1 : 2;
  return claims
    .filter((claim) => {
      const text = plain(`${claim.code} ${claim.text} ${claim.shortTitle ?? ''} ${claim.speaker ?? ''}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b));
}
