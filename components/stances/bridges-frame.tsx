'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOpinions } from '@/lib/client/opinions';
import type { PictureSection } from '@/lib/domain/formats/claims-picture';
import type { OpinionClaim, OpinionGroup, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { ChartFrame, strong } from './chart-frame';
import { ClaimLine, type ClaimsDebate } from './claim-line';
import { AT_FIRST, FoldButton } from './fold-button';
import { GroupLetter, ShareRow } from './group-card';
import { type Share, shareOf } from './held-claims';
import { NoCamps } from './no-camps';
import { WithMap } from './opinion-states';
import { PartsTable } from './parts-table';
import { useClaimsPicture } from './use-claims-picture';
import { claimsWith } from './votes-by-group';

/** What lies between two groups, with their letters. */
interface Between {
  letters: [string, string];
  /** Null of fewer than five. */
  people: number | null;
  claims: { claim: OpinionClaim; shares: [Share, Share] }[];
}

function bridgesIn(shown: ShownOpinions): Between[] {
  const placeOf = (id: number) => shown.groups.findIndex((group) => group.id === id);
  return shown.bridges.flatMap(({ groups: [a, b], people, claimIds }): Between[] => {
    const [i, j] = [placeOf(a), placeOf(b)];
    const [one, other]: (OpinionGroup | undefined)[] = [shown.groups[i], shown.groups[j]];
    if (!one || !other) return [];
    const claims = claimsWith(
      shown,
      claimIds.map((claimId) => ({ claimId })),
    ).flatMap((claim): Between['claims'] => {
      const [x, y] = [claim.byGroup[i], claim.byGroup[j]];
      return x && y ? [{ claim, shares: [shareOf(x, 'agree'), shareOf(y, 'agree')] }] : [];
    });
    return [{ letters: [one.letter, other.letter], people, claims }];
  });
}

/** People and claims between each two groups. */
export function BridgesFrame({ debate }: { debate: ClaimsDebate }) {
  const t = useTranslations('opinions.bridges');
  const inVotes = useTranslations('opinions.votes');
  const picture = useClaimsPicture(debate);
  const { view } = useOpinions();
  const shown = view?.state === 'shown' && view.groups.length > 0 ? view : null;
  const csv = (bridges: readonly Between[]): string[][] => [
    [
      t('groups'),
      t('peopleBetween'),
      inVotes('code'),
      inVotes('claim'),
      t('firstAgree'),
      t('firstVoted'),
      t('secondAgree'),
      t('secondVoted'),
    ],
    ...bridges.flatMap(({ letters, people, claims }) => {
      const start = [letters.join(' '), people === null ? t('fewPeople') : String(people)];
      return claims.length === 0
        ? [[...start, '', '', '', '', '', '']]
        : claims.map(({ claim, shares }) => [
            ...start,
            claim.code,
            claim.text,
            ...shares.flatMap(({ count, of }) => [String(count), String(of)]),
          ]);
    }),
  ];
  const sections = (bridges: readonly Between[]): PictureSection[] =>
    bridges.map(({ letters: [a, b], people, claims }) => ({
      title: t('between', { a, b }),
      lines: [
        people === null ? t('few') : t('people', { count: people }),
        ...(claims.length === 0 ? [t('noClaims')] : []),
      ],
      claims: claims.map(({ claim, shares: [one, other] }) =>
        picture.claim(claim, [
          picture.share(t('agreeIn', { letter: a }), 'agree', one),
          picture.share(t('agreeIn', { letter: b }), 'agree', other),
        ]),
      ),
    }));
  return (
    <ChartFrame
      id="bridges"
      question={t('question')}
      fileName="bridges"
      lead={t('lead')}
      note={
        shown
          ? t.rich('note', {
              ...shown.counts,
              b: strong,
            })
          : null
      }
      table={shown ? <BridgesTable bridges={bridgesIn(shown)} debate={debate} /> : null}
      csv={shown ? () => csv(bridgesIn(shown)) : null}
      of={shown?.counts}
      drawPicture={
        shown &&
        ((lines) =>
          picture.draw(lines, sections(bridgesIn(shown)), [{ bar: 'agree', name: inVotes('agree') }]))
      }
    >
      <WithMap>
        {(opinions) =>
          opinions.groups.length === 0 ? (
            <NoCamps>{t('noGroups')}</NoCamps>
          ) : (
            <Bridges bridges={bridgesIn(opinions)} debate={debate} />
          )
        }
      </WithMap>
    </ChartFrame>
  );
}

function Bridges({ bridges, debate }: { bridges: readonly Between[]; debate: ClaimsDebate }) {
  const t = useTranslations('opinions.bridges');
  const [isAll, setIsAll] = useState(false);
  const told = bridges.filter(({ people, claims }) => people !== null || claims.length > 0);
  const bare = bridges.filter(({ people, claims }) => people === null && claims.length === 0);
  return (
    <div className="grid gap-4">
      {told.length > 0 ? (
        <ul className="bridges">
          {(isAll ? told : told.slice(0, AT_FIRST)).map(({ letters: [a, b], people, claims }) => (
            <li key={a + b} className="bridge">
              <header>
                <span aria-hidden="true" className="bridge-letters">
                  <GroupLetter letter={a} />
                  <span />
                  <GroupLetter letter={b} />
                </span>
                <div>
                  <h3 className="text-ui font-strong">{t('between', { a, b })}</h3>
                  <p className="text-caption text-muted">
                    {people === null ? t('few') : t('people', { count: people })}
                  </p>
                </div>
              </header>
              {claims.length > 0 ? (
                <ul>
                  {claims.map(({ claim, shares }) => (
                    <li key={claim.claimId} className="bridge-claim">
                      <ClaimLine claim={claim} debate={debate} />
                      <div className="share-rows">
                        {shares.map((share, index) => (
                          <ShareRow
                            key={[a, b][index]}
                            name={t('agreeIn', { letter: index === 0 ? a : b })}
                            choice="agree"
                            share={share}
                          />
                        ))}
                      </div>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="text-caption text-muted">{t('noClaims')}</p>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <FoldButton more={told.length - AT_FIRST} isAll={isAll} onChange={setIsAll} />
      {bare.length > 0 ? (
        <p className="text-caption text-muted text-pretty">
          {t('bare', { pairs: bare.map(({ letters: [a, b] }) => t('pair', { a, b })).join(', ') })}
        </p>
      ) : null}
    </div>
  );
}

function BridgesTable({ bridges, debate }: { bridges: readonly Between[]; debate: ClaimsDebate }) {
  const t = useTranslations('opinions.bridges');
  const inVotes = useTranslations('opinions.votes');
  return (
    <PartsTable
      caption={t('table')}
      head={[inVotes('claim'), t('firstAgree'), t('firstVoted'), t('secondAgree'), t('secondVoted')]}
      parts={bridges.map(({ letters: [a, b], people, claims }) => ({
        key: a + b,
        title: `${t('between', { a, b })}: ${people === null ? t('few') : t('people', { count: people })}`,
        rows: claims.map(({ claim, shares }) => ({
          claim,
          cells: shares.flatMap(({ count, of }) => [count, of]),
        })),
        none: t('noClaims'),
      }))}
      language={debate.language}
    />
  );
}
