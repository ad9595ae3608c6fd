import { useTranslations } from 'next-intl';
import { SideMark } from '@/components/claim/side-mark';
import { useStageWords } from '@/components/room/stage-words';
import type { SpotlightView } from '@/lib/domain/room/board';
import type { PresenterView } from '@/lib/domain/room/presenter';

const LONG = 160;

/** One claim, read alone: large, in serif, with the word of its side. */
export function Spotlight({
  view: { frame, sides },
  spotlight,
}: {
  view: PresenterView;
  spotlight: SpotlightView;
}) {
  const t = useTranslations('presenter');
  const words = useStageWords();
  const step = frame.stage === 'closed' ? undefined : frame.plan[frame.step];
  const { code, side, text } = spotlight;
  return (
    <>
      <p className="presenter-lead text-muted">{step ? words.nameOf(step) : words.stageName(frame.stage)}</p>
      <div className="my-auto">
        <p
          data-side={side}
          className="flex items-center font-strong text-(--side-text)"
          style={{ gap: 'calc(16 * var(--u))', fontSize: 'calc(40 * var(--u))' }}
        >
          {side === 'n' ? null : <SideMark side={side} sizePx={24} />}
          {code} · {side === 'n' ? t('noSide') : sides[side]}
        </p>
        <h1
          lang={frame.debate.language}
          dir="auto"
          className={`presenter-claim ${text.length > LONG ? 'is-long' : ''}`}
          style={{ marginBlockStart: 'calc(20 * var(--u))' }}
        >
          {text}
        </h1>
      </div>
    </>
  );
}
