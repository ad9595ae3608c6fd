'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { VoteChoice } from '@/lib/domain/debate/view';
import type { OpinionAxes, OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { type AnswerPart, answerParts, isolated } from './answer-parts';

export type MapEnd = keyof OpinionAxes['ends'];

export const ENDS: readonly MapEnd[] = ['left', 'right', 'up', 'down'];

/** How the opinion map speaks of stances, claims and shares. */
export function useMapWords(
  claims: readonly OpinionClaim[],
  shortTitles: Readonly<Record<string, string>>,
  language: string,
) {
  const t = useTranslations('opinions.map');
  const format = useFormatter();
  const claim = (claimId: string): OpinionClaim | null =>
    claims.find((one) => one.claimId === claimId) ?? null;
  /** Its short title, or its words without the full stop. */
  const short = (claimId: string): string =>
    shortTitles[claimId] ?? (claim(claimId)?.text ?? '').replace(/[.。]\s*$/, '');
  const isolatedAnswer = (choice: VoteChoice, claimId: string): string =>
    t('answer', { choice, claim: isolated(short(claimId)) });
  return {
    t,
    /** Of the claims. */
    language,
    claim,
    short,
    /** As plain text, for a file. */
    answer: (choice: VoteChoice, claimId: string): string => t('answer', { choice, claim: short(claimId) }),
    /** The same in parts, which have languages of their own. */
    answerIn: (choice: VoteChoice, claimId: string): AnswerPart[] =>
      answerParts(isolatedAnswer(choice, claimId)),
    /** What one says who lies at that end; null where nothing pulls there. */
    end: (axes: OpinionAxes, end: MapEnd): AnswerPart[] | null =>
      axes.ends[end].length === 0
        ? null
        : answerParts(
            axes.ends[end].map(({ claimId, choice }) => isolatedAnswer(choice, claimId)).join('; '),
          ),
    stance: (value: number): string =>
      value === 0
        ? t('stance.between')
        : t(value > 0 ? 'stance.for' : 'stance.against', { value: Math.abs(value) }),
    people: (count: number): string => t('people', { count }),
    list: (parts: readonly string[]): string => format.list(parts, { type: 'conjunction' }),
  };
}

/** In 100, of left-right, up-down and both; they add up as they are shown. */
export function sharesOf({ explained: [across, up] }: ShownOpinions['axes']): [number, number, number] {
  const [x, y] = [Math.round(across * 100), Math.round(up * 100)];
  return [x, y, x + y];
}
