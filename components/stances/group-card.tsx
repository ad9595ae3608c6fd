'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { OpinionGroup } from '@/lib/domain/stance/opinion/opinion-view';
import { ClaimLine, type ClaimsDebate } from './claim-line';
import type { HeldClaim, Share } from './held-claims';
import { ShareBar } from './share-bar';

/** A group's letter on its neutral tint: groups have no colours of their own. */
export function GroupLetter({ letter }: { letter: string }) {
  return (
    <span aria-hidden="true" className="group-letter">
      {letter}
    </span>
  );
}

/** A group: how many, where they stand, and the claims that tell them from everybody else. */
export function GroupCard({
  group,
  held,
  debate,
  hidesStances,
}: {
  group: OpinionGroup;
  held: readonly HeldClaim[];
  debate: ClaimsDebate;
  /** Nobody's stance is told to this reader yet. */
  hidesStances: boolean;
}) {
  const t = useTranslations('opinions.groups');
  const inVotes = useTranslations('opinions.votes');
  const id = useId();
  const { letter, people, stance, isSmall } = group;
  return (
    <article aria-labelledby={id} className="group-card">
      <header>
        <GroupLetter letter={letter} />
        <div>
          <h3 id={id} className="text-ui font-strong">
            {inVotes('group', { letter })}, {inVotes('people', { count: people })}
          </h3>
          {stance ? (
            <p className="text-caption text-muted">
              {t('stance', {
                side: stance.mean > 0 ? 'for' : stance.mean < 0 ? 'against' : 'between',
                value: Math.abs(stance.mean),
                people: stance.people,
              })}
            </p>
          ) : hidesStances || isSmall ? null : (
            <p className="text-caption text-muted">{t('noMean')}</p>
          )}
        </div>
      </header>
      {held.length === 0 ? (
        <p className="group-card-none">{t(isSmall ? 'small' : 'nothing')}</p>
      ) : (
        (['agree', 'disagree'] as const).map((choice) => (
          <HeldList
            key={choice}
            letter={letter}
            choice={choice}
            held={held.filter((one) => one.choice === choice)}
            debate={debate}
          />
        ))
      )}
    </article>
  );
}

function HeldList({
  letter,
  choice,
  held,
  debate,
}: {
  letter: string;
  choice: 'agree' | 'disagree';
  held: readonly HeldClaim[];
  debate: ClaimsDebate;
}) {
  const t = useTranslations('opinions.groups');
  if (held.length === 0) return null;
  return (
    <section className="group-held">
      <h4 className="text-caption font-strong">{t(choice)}</h4>
      <ul>
        {held.map(({ claim, inside, outside }) => (
          <li key={claim.claimId} className="held-claim">
            <ClaimLine claim={claim} debate={debate} />
            <div className="share-rows">
              <ShareRow name={t('inGroup', { letter })} choice={choice} share={inside} />
              <ShareRow name={t('others')} choice={choice} share={outside} isPale />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "in A 12 of 12", with a bar as long. */
export function ShareRow({
  name,
  choice,
  share: { count, of },
  isPale = false,
}: {
  name: string;
  choice: 'agree' | 'disagree';
  share: Share;
  isPale?: boolean;
}) {
  const t = useTranslations('opinions.votes');
  return (
    <p className="share-row">
      <span>{name} </span>
      <ShareBar choice={choice} share={of === 0 ? 0 : count / of} isPale={isPale} />
      <span className="text-end tabular-nums">{t('countOf', { count, of })}</span>
    </p>
  );
}
