'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOpinions } from '@/lib/client/opinions';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';

/** One sentence of result: its subject, the sentence, a claim as it stands, and of how many it speaks. */
export function Headline({
  title,
  text,
  claim,
  note,
  language,
}: {
  title: string;
  text: ReactNode;
  claim?: string | null;
  note?: ReactNode;
  language?: string;
}) {
  return (
    <section className="headline">
      <h2 className="text-caption text-muted">{title}</h2>
      <p className="text-body font-strong text-pretty">{text}</p>
      {claim ? (
        <p lang={language} dir="auto" className="font-serif text-body text-pretty">
          {claim}
        </p>
      ) : null}
      {note ? <p className="text-caption text-muted text-pretty">{note}</p> : null}
    </section>
  );
}

const firstOf = (
  { claims }: ShownOpinions,
  ranks: ShownOpinions['commonGround'],
): OpinionClaim | undefined => {
  const id = ranks[0]?.items[0]?.claimId;
  return claims.find(({ claimId }) => claimId === id);
};
const countOf = (ranks: ShownOpinions['commonGround']) =>
  ranks.reduce((sum, { items }) => sum + items.length, 0);

/** What the room shares and what divides it, in a sentence each; nothing to say is said too. */
export function OpinionHeadlines({ language }: { language: string }) {
  const t = useTranslations('stances.head');
  const { view } = useOpinions();
  const shown = view?.state === 'shown' ? view : null;
  return (
    <>
      <Headline title={t('share')} language={language} {...(shown ? shareOf(shown, t) : wait(t))} />
      <Headline title={t('divide')} language={language} {...(shown ? divideOf(shown, t) : wait(t))} />
    </>
  );
}

type Words = ReturnType<typeof useTranslations<'stances.head'>>;

const wait = (t: Words) => ({ text: t('wait') });

function shareOf(shown: ShownOpinions, t: Words) {
  const count = countOf(shown.commonGround);
  const claim = firstOf(shown, shown.commonGround);
  const groups = shown.groups.length;
  if (!claim) return { text: t('shareNone', { groups }) };
  return {
    text: t('shareCount', { groups, count, claims: shown.counts.claims }),
    claim: claim.text,
    note: t('shareNote', { groups, people: shown.counts.people }),
  };
}

function divideOf(shown: ShownOpinions, t: Words) {
  if (shown.groups.length < 2) return { text: t('divideNoGroups'), note: t('people', shown.counts) };
  const claim = firstOf(shown, shown.cruxes);
  if (!claim) return { text: t('divideNone'), note: t('people', shown.counts) };
  const told = shown.groups.flatMap(({ letter }, index) => {
    const votes = claim.byGroup[index];
    return votes
      ? [t('inGroup', { letter, agree: votes.agree, of: votes.agree + votes.disagree + votes.pass })]
      : [];
  });
  return { text: t('divideFirst'), claim: claim.text, note: told.join(' ') || t('people', shown.counts) };
}
