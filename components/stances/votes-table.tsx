'use client';

import { useTranslations } from 'next-intl';
import { sideName } from '@/components/claim/side-word';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import type { ClaimsDebate } from './claim-line';
import { votesRows } from './votes-by-group';

interface VotesOfClaims {
  claims: readonly OpinionClaim[];
  shown: ShownOpinions;
  debate: ClaimsDebate;
}

/** Votes on claims by group, as a table. */
export function VotesTable({ caption, claims, shown, debate }: VotesOfClaims & { caption: string }) {
  const t = useTranslations('opinions.votes');
  const heads = ['agree', 'pass', 'disagree', 'voted', 'notVoted'] as const;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('groupHead')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      {claims.map((claim) => (
        <tbody key={claim.claimId}>
          <tr>
            <th scope="rowgroup" colSpan={6} className="font-serif text-ui">
              {claim.code}{' '}
              <span lang={debate.language} dir="auto">
                {claim.text}
              </span>
            </th>
          </tr>
          {votesRows(shown, claim).map(({ letter, people, tally, voted, notVoted }) => (
            <tr key={letter}>
              <th scope="row">
                {letter ? t('group', { letter }) : t('all')}, {t('people', { count: people })}
              </th>
              {tally ? (
                <>
                  <td>{tally.agree}</td>
                  <td>{tally.pass}</td>
                  <td>{tally.disagree}</td>
                  <td>{voted}</td>
                  <td>{notVoted}</td>
                </>
              ) : (
                <td colSpan={5}>{t('few')}</td>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The same as rows of a file, the head first. */
export function useVotesFile(): (
  votes: VotesOfClaims & {
    /** In 100, what the claims are ranked by. */ rate?: (claim: OpinionClaim) => number | null;
  },
) => string[][] {
  const t = useTranslations('opinions.votes');
  return ({ claims, shown, debate, rate }) => [
    [
      t('code'),
      t('side'),
      t('claim'),
      t('groupHead'),
      t('peopleHead'),
      t('agree'),
      t('pass'),
      t('disagree'),
      t('voted'),
      t('notVoted'),
      ...(rate ? [t('rate')] : []),
    ],
    ...claims.flatMap((claim) =>
      votesRows(shown, claim).map(({ letter, people, tally, voted, notVoted }) => [
        claim.code,
        sideName(claim.side, debate.sides, t('noSide')),
        claim.text,
        letter ?? t('all'),
        String(people),
        ...(tally
          ? [tally.agree, tally.pass, tally.disagree, voted ?? 0, notVoted ?? 0].map(String)
          : [t('few'), '', '', '', '']),
        ...(rate ? [String(rate(claim) ?? '')] : []),
      ]),
    ),
  ];
}
