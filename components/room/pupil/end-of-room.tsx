'use client';

import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { OwnMove } from '@/components/stance/own-move';
import { ButtonLink } from '@/components/ui/button';
import type { NowProps } from './now-props';
import { OwnCheck } from './own-check';
import { StanceInWords } from './stance-block';

/** From the reveal on: the way to what the room said, and the own marks. */
export function EndOfRoom({ frame, debate, work, hasReport }: Omit<NowProps, 'votes'>) {
  const t = useTranslations('pupil.end');
  const { slug, conclusion } = frame;
  const own = (round: number) =>
    work.stances.find((stance) => stance.motionId === debate.motion.id && stance.round === round) ?? null;
  const [first, second] = [own(1), own(2)];
  const room = `/debates/${encodeURIComponent(slug)}`;
  const hasSecond = frame.plan.some(({ stage }) => stage === 'second_stance');
  return (
    <div className="grid gap-6">
      {conclusion ? (
        <div className="grid gap-1.5 border-s-2 border-ink ps-4">
          <h2 className="text-ui">{t('conclusion')}</h2>
          <p dir="auto" className="font-serif text-body text-pretty whitespace-pre-line wrap-anywhere">
            {conclusion}
          </p>
        </div>
      ) : null}
      <p className="flex flex-wrap gap-2">
        {hasReport ? (
          <ButtonLink href={`${room}/report`} variant="primary" size="large">
            {t('toReport')}
          </ButtonLink>
        ) : null}
        <ButtonLink
          href={viewHref(slug, 'map')}
          variant={hasReport ? 'plain' : 'primary'}
          size={hasReport ? 'medium' : 'large'}
        >
          {t('toMap')}
        </ButtonLink>
        <ButtonLink href={viewHref(slug, 'outline')}>{t('toPrint')}</ButtonLink>
      </p>
      {first || second ? (
        <section className="grid gap-3">
          <h2 className="text-heading">{t('yours')}</h2>
          {first && first.answer !== 'withdrawn' ? (
            <div>
              <p className="mb-1 text-caption text-muted">{t(hasSecond ? 'first' : 'stance')}</p>
              <StanceInWords debate={debate} own={first} />
            </div>
          ) : null}
          {second && second.answer !== 'withdrawn' ? (
            <div>
              <p className="mb-1 text-caption text-muted">{t('second')}</p>
              <StanceInWords debate={debate} own={second} />
            </div>
          ) : null}
          {second ? <OwnMove first={first} second={second} /> : null}
        </section>
      ) : null}
      {first || second ? <OwnCheck debate={debate} /> : null}
    </div>
  );
}
