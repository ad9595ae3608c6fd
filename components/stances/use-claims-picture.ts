'use client';

import { useTranslations } from 'next-intl';
import { sideName } from '@/components/claim/side-word';
import {
  type ClaimsPicture,
  claimsPicture,
  type PictureBar,
  type PictureClaim,
  type PictureSection,
} from '@/lib/domain/formats/claims-picture';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import type { ClaimsDebate } from './claim-line';
import type { FileLines } from './svg-text';
import { cellsOf, votersOf } from './votes-by-group';

const TONES = { a: 'a', b: 'b', n: 'none' } as const;

/** Claims of the page as a picture in a file: with their words, their sides and bars. */
export function useClaimsPicture({ sides, language }: ClaimsDebate) {
  const t = useTranslations('opinions.votes');
  const claim = (
    { code, side, text }: Pick<OpinionClaim, 'code' | 'side' | 'text'>,
    bars: PictureBar[],
    aside: string | null = null,
  ): PictureClaim => ({
    code,
    tone: TONES[side],
    about: [sideName(side, sides, t('noSide')), ...(aside ? [aside] : [])].join(' · '),
    text,
    bars,
  });
  return {
    claim,
    /** Votes of each group on a claim. */
    votes: (shown: ShownOpinions, of: OpinionClaim, aside: string | null = null): PictureClaim => {
      const cells = cellsOf(shown, of);
      const bars = votersOf(shown).map(({ letter, people }, index): PictureBar => {
        const name = `${letter ? t('group', { letter }) : t('all')}, ${t('people', { count: people })}`;
        const votes = cells[index];
        return votes ? { name, votes } : { name, words: t('few') };
      });
      return claim(of, bars, aside);
    },
    /** How many of those who voted gave an answer. */
    share: (
      name: string,
      choice: 'agree' | 'disagree',
      share: { count: number; of: number },
      isPale = false,
    ): PictureBar => ({
      name,
      share,
      look: isPale ? `others-${choice}` : choice,
      words: t('countOf', share),
    }),
    answers: (['agree', 'pass', 'disagree'] as const).map((bar) => ({ bar, name: t(bar) })),
    draw: (
      { question, about, notes }: FileLines,
      sections: readonly PictureSection[],
      legend: ClaimsPicture['legend'] = [],
    ): string => claimsPicture({ question, about, notes, sections, legend, language }),
  };
}
