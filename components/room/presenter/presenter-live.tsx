'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RoomClock } from '@/components/room/room-clock';
import { useStageWords } from '@/components/room/stage-words';
import { QrCode } from '@/components/ui/qr-code';
import { formatCode } from '@/lib/domain/room/codes';
import type { PresenterView } from '@/lib/domain/room/presenter';
import { isAnythingAsked } from '@/lib/domain/room/progress';
import { ProgressRings } from './progress-rings';
import { Spotlight } from './spotlight';

/** The projector while the room works: how to come in, what to do, how long, and how many are in. No result in any form. */
export function PresenterLive({ view }: { view: PresenterView }) {
  const t = useTranslations('presenter');
  const words = useStageWords();
  const { frame, motion, join, spotlight, rings, turnout } = view;
  const step = frame.stage === 'closed' ? undefined : frame.plan[frame.step];
  const count = useCount(view);
  const { endsAt, leftMs } = frame.clock;
  const hasClock = frame.stage !== 'closed' && (endsAt !== null || leftMs !== null);
  const isOpened = frame.stage === 'reveal' || frame.stage === 'closed';
  return (
    <div className="presenter-live">
      <section aria-label={t('join.label')} className="presenter-join">
        {join ? (
          <>
            <p style={{ fontSize: 'calc(40 * var(--u))' }}>
              {t.rich('join.goTo', {
                address: addressOf(join.url),
                b: (chunks) => (
                  <b translate="no" className="font-strong">
                    {chunks}
                  </b>
                ),
              })}
            </p>
            <QrCode text={join.url} title={t('join.qr')} className="aspect-square w-full" />
            <p>
              <span className="block text-muted" style={{ fontSize: 'calc(40 * var(--u))' }}>
                {t('join.enter')}
              </span>
              <span className="presenter-code" translate="no">
                {formatCode(join.code)}
              </span>
            </p>
          </>
        ) : (
          <p className="presenter-lead text-muted">{t('join.shut')}</p>
        )}
        <p className="presenter-small mt-auto text-muted">
          {t.rich('people', {
            count: turnout.people,
            room: frame.name,
            b: (chunks) => <b className="font-strong text-ink">{chunks}</b>,
          })}
          {join ? <span className="block">{t('join.nameIsEnough')}</span> : null}
        </p>
      </section>
      <section aria-label={t('now')} className="presenter-main">
        {spotlight ? (
          <Spotlight view={view} spotlight={spotlight} />
        ) : (
          <>
            {motion ? (
              <p className="presenter-motion" lang={frame.debate.language} dir="auto">
                {motion.text}
              </p>
            ) : null}
            <h1 className="presenter-title" style={{ marginBlockStart: 'calc(36 * var(--u))' }}>
              {step ? words.nameOf(step) : words.stageName(frame.stage)}
            </h1>
            <p className="presenter-lead" style={{ marginBlockStart: 'calc(10 * var(--u))' }}>
              {step ? words.taskOf(step) : words.stageTask(frame.stage)}
            </p>
          </>
        )}
        <div
          className="flex flex-wrap items-end"
          style={{
            gap: 'calc(16 * var(--u)) calc(96 * var(--u))',
            marginBlock: 'calc(32 * var(--u)) calc(28 * var(--u))',
          }}
        >
          {hasClock ? (
            <p>
              <RoomClock clock={frame.clock} className="presenter-number" />
              <span className="block text-muted" style={{ fontSize: 'calc(34 * var(--u))' }}>
                {t(leftMs === null ? 'left' : 'stands')}
              </span>
            </p>
          ) : null}
          {spotlight ? null : (
            <p>
              <span className="presenter-number">{count.number}</span>
              <span className="block text-muted" style={{ fontSize: 'calc(34 * var(--u))' }}>
                {count.words}
              </span>
            </p>
          )}
        </div>
        {spotlight || rings.length === 0 ? null : <ProgressRings rings={rings} label={count.label} />}
        {isOpened ? null : (
          <p
            className="flex items-center text-muted"
            style={{
              gap: 'calc(18 * var(--u))',
              fontSize: 'calc(34 * var(--u))',
              marginBlockStart: 'calc(24 * var(--u))',
            }}
          >
            <EyeOff
              aria-hidden="true"
              strokeWidth={1.5}
              className="flex-none"
              style={{ inlineSize: 'calc(40 * var(--u))', blockSize: 'calc(40 * var(--u))' }}
            />
            {t(frame.settings.showsCountsEarly ? 'hiddenStances' : 'hidden')}
          </p>
        )}
        <ol className="presenter-steps" aria-label={t('steps')}>
          {frame.plan.map((one, index) => {
            const isNow = step !== undefined && index === frame.step;
            const at = isNow ? 'now' : step === undefined || index < frame.step ? 'done' : 'to-come';
            return (
              <li key={String(index)} data-at={at} aria-current={isNow ? 'step' : undefined}>
                {words.nameOf(one)}
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}

/** Where to go, without the code: short enough to be typed. */
const addressOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '');

function useCount({ frame, asked, turnout }: PresenterView): {
  number: number;
  words: string;
  label: string;
} {
  const t = useTranslations('presenter.count');
  const { people, done, votes, firstStances, secondStances } = turnout;
  const label = t('label', { done, people });
  switch (frame.stage) {
    case 'vote':
      return { number: votes, words: t('votes', { votes, done, people }), label };
    case 'first_stance':
    case 'second_stance': {
      const stances = frame.stage === 'first_stance' ? firstStances : secondStances;
      return {
        number: stances,
        words: t('stances', { people }),
        label: t('label', { done: stances, people }),
      };
    }
    default:
      return isAnythingAsked(asked)
        ? { number: done, words: t('done', { people }), label }
        : { number: people, words: t('people', { people }), label };
  }
}
