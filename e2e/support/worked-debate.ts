// What the seed says, so that a journey can name a claim by its code and a sentence by its key.

import { claims } from '@/prisma/content/mine-ban/claims';
import { mineBanDebate } from '@/prisma/content/mine-ban/debate';
import { convention, digest } from '@/prisma/content/mine-ban/sources';

export const { slug: SLUG, title: TITLE } = mineBanDebate;
export const MOTION = mineBanDebate.motion.text;

/** The words of a seeded claim, e.g. of `D1d`. */
export function claimText(code: string): string {
  const claim = claims.find((one) => one.code === code);
  if (!claim) throw new Error(`The worked debate has no claim ${code}`);
  return claim.text;
}

/** The claims that the article's layer, or the layer beyond it, has. */
export const claimsOf = (layer: 'article' | 'beyond') => claims.filter((claim) => claim.layer === layer);

/** The words of a sentence, e.g. of `p6.s3`. */
export function sentenceText(key: string): string {
  const found = [digest, convention]
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ sentences }) => sentences)
    .find(({ id }) => id === key);
  if (!found) throw new Error(`The worked debate has no sentence ${key}`);
  return found.text;
}
