'use client';

import { useTranslations } from 'next-intl';
import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';
import { VoteControl } from '../vote-control';

const CHOICES = ['agree', 'disagree', 'pass'] as const satisfies readonly VoteChoice[];
const SHAPE = {
  agree: 'bg-ink',
  disagree: 'border-[1.5px] border-ink',
  pass: 'border-[1.5px] border-dotted border-ink',
} as const;

/** Own votes, in three lists; each can be changed as long as the room takes votes. */
export function OwnVoteList({
  claims,
  language,
  mayVote,
}: {
  claims: readonly ClaimView[];
  language: string;
  mayVote: boolean;
}) {
  const t = useTranslations('pupil.votes');
  return (
    <div className="grid items-start gap-x-8 gap-y-6 md:grid-cols-3">
      {CHOICES.map((choice) => {
        const voted = claims.filter(({ ownVote }) => ownVote.choice === choice);
        return (
          <section key={choice}>
            <h3 className="flex items-center gap-2 border-b border-ink pb-2 text-ui">
              <i
                aria-hidden="true"
                className={`size-2.5 rounded-full forced-color-adjust-none ${SHAPE[choice]}`}
              />
              {t(choice)} <span className="font-regular text-muted">{voted.length}</span>
            </h3>
            {voted.length === 0 ? (
              <p className="py-2 text-caption text-muted">{t(`none.${choice}`)}</p>
            ) : (
              <ul>
                {voted.map((claim) => (
                  <li key={claim.id} className="grid gap-1.5 border-b border-hairline py-2.5">
                    <p lang={language} dir="auto" className="font-serif text-ui text-pretty">
                      {claim.text}
                    </p>
                    {claim.ownVote.isStale ? <p className="text-caption text-muted">{t('stale')}</p> : null}
                    {mayVote ? <VoteControl claim={claim} size="row" /> : null}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
