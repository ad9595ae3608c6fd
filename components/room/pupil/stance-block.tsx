'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OwnMove } from '@/components/stance/own-move';
import { RoundStanceForm } from '@/components/stance/round-stance-form';
import { stanceWords } from '@/components/stance/stance-words';
import { Button, ButtonLink } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { useContributionState } from '@/lib/client/contributions';
import type { DebateView, OwnStance } from '@/lib/domain/debate/view';
import type { OwnRoundStance } from '@/lib/domain/room/pupil-work';
import { OwnCheck } from './own-check';

export interface StanceBlockProps {
  debate: DebateView;
  round: 1 | 2;
  /** Own stances as the server has them. */
  stances: readonly OwnRoundStance[];
  met: ReadonlySet<string>;
  seed: string;
  /** What follows, in words. */
  next: string;
  nextMotion: { href: string; text: string } | null;
}

const isGiven = (own: OwnStance | null): own is OwnStance => own !== null && own.answer !== 'withdrawn';

/** The stance of the round that is open: the form, or what was saved with the way back to it. */
export function StanceBlock({ debate, round, stances, met, seed, next, nextMotion }: StanceBlockProps) {
  const t = useTranslations('pupil.stance');
  const { motion } = debate;
  const router = useRouter();
  const [mode, setMode] = useState<'answer' | 'change' | 'skipped'>('answer');
  const { pending } = useContributionState();
  const of = (wanted: number) =>
    stances.find((stance) => stance.motionId === motion.id && stance.round === wanted) ?? null;
  const first = round === 2 ? of(1) : null;
  const own = motion.ownStance;
  const shown = mode === 'answer' ? (isGiven(own) ? 'saved' : 'form') : mode === 'change' ? 'form' : mode;
  // Each press here takes its own button away.
  const head = useKeptFocus<HTMLHeadingElement & HTMLParagraphElement>(shown);
  if (shown === 'saved' && isGiven(own)) {
    return (
      <section className="grid gap-4">
        <p ref={head} tabIndex={-1} className="text-ui text-muted">
          {t(round === 1 ? 'yourFirst' : 'yourSecond')}
        </p>
        <StanceInWords debate={debate} own={own} />
        {round === 2 ? <OwnMove first={first} second={own} /> : null}
        <p className="flex flex-wrap items-center gap-3">
          <Button onClick={() => setMode('change')}>{t('change')}</Button>
          <span className="text-caption text-muted">
            {t(pending.get(motion.id) === 'waiting' ? 'kept' : 'untilStage')}
          </span>
        </p>
        {nextMotion ? (
          <Onward {...nextMotion} language={debate.language} />
        ) : (
          <p role="status" className="text-body text-pretty">
            {next}
          </p>
        )}
        {round === 2 ? <OwnCheck debate={debate} /> : null}
      </section>
    );
  }
  if (shown === 'skipped') {
    return (
      <section className="grid gap-4">
        <p ref={head} tabIndex={-1} className="text-body text-pretty">
          {t('skipped')}
        </p>
        <p>
          <Button onClick={() => setMode('answer')}>{t('answerAfterAll')}</Button>
        </p>
        {nextMotion ? <Onward {...nextMotion} language={debate.language} /> : <p>{next}</p>}
      </section>
    );
  }
  return (
    <RoundStanceForm
      key={`${motion.id} ${round}`}
      headRef={head}
      debate={debate}
      round={round}
      first={first}
      movedBy={of(round)?.movedBy ?? []}
      met={met}
      seed={seed}
      onSaved={(isSent) => {
        setMode('answer');
        // What follows from it (the own check, what the second one is compared with) is the server's to say.
        if (isSent) router.refresh();
      }}
      onSkip={() => setMode('skipped')}
    />
  );
}

/** A stance as its owner reads it: the motion, where they stand, how sure they are, why. */
export function StanceInWords({
  debate,
  own,
}: {
  debate: Pick<DebateView, 'language' | 'motion'>;
  own: OwnStance;
}) {
  const words = useTranslations('contribute.stance');
  const t = useTranslations('pupil.stance');
  const { direction, points } = stanceWords(own.value ?? 0);
  return (
    <div className="grid gap-1.5 border-s-2 border-control ps-3.5">
      <p lang={debate.language} dir="auto" className="font-serif text-claim-panel font-strong text-pretty">
        {debate.motion.text}
      </p>
      <p className="text-heading font-strong">
        {own.answer === 'unsure' ? words('unsure') : words(`words.${direction}`, { points })}
        {own.confidence === null ? null : (
          <span className="text-ui font-regular text-muted">
            {' · '}
            {t('sure', { word: words(`confidence.${own.confidence}`) })}
          </span>
        )}
      </p>
      {own.reason === null ? null : (
        <p dir="auto" className="font-serif text-ui text-pretty wrap-anywhere">
          {own.reason}
        </p>
      )}
    </div>
  );
}

function Onward({ href, text, language }: { href: string; text: string; language: string }) {
  const t = useTranslations('pupil.stance');
  return (
    <p className="grid gap-2">
      <span>
        {t('nextMotion')}{' '}
        <Link href={href} lang={language} dir="auto" className="font-serif text-ink">
          {text}
        </Link>
      </span>
      <span>
        <ButtonLink href={href} variant="primary">
          {t('toNextMotion')}
        </ButtonLink>
      </span>
    </p>
  );
}
