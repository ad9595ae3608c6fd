import { History, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { OpinionFrame } from '@/lib/domain/stance/opinion/opinion-view';
import type { Replay } from './use-replay';

/** Plays how the map came to be, frame by frame. */
export function ReplayBar({ replay }: { replay: Replay }) {
  const t = useTranslations('opinions.timeline');
  const { status, frames, at, isPlaying } = replay;
  const isClosed = status === 'closed';
  const opener = useKeptFocus<HTMLButtonElement>(isClosed);
  // What a press takes away, as the bar while a newer map is read, leaves the focus to the whole.
  const opened = useKeptFocus<HTMLElement>(status);
  if (isClosed)
    return (
      <Button ref={opener} size="small" className="no-print" onClick={replay.open}>
        <History aria-hidden="true" className="size-4" strokeWidth={1.75} />
        {t('open')}
      </Button>
    );
  const frame = frames[at];
  const votes = frames.at(-1)?.votes ?? 0;
  return (
    <section
      ref={opened}
      tabIndex={-1}
      aria-label={t('name')}
      className="no-print grid min-w-0 flex-1 basis-80 gap-2 text-ui"
    >
      {status === 'reading' || status === 'trouble' ? (
        <div className="flex flex-wrap items-center gap-3">
          <p role="status" className="text-muted">
            {t(status)}
          </p>
          {status === 'trouble' || replay.isAgain ? (
            <Button size="small" isPending={status === 'reading'} onClick={replay.open}>
              {t('again')}
            </Button>
          ) : null}
        </div>
      ) : frame === undefined || frames.length < 2 ? (
        <p role="status" className="text-muted">
          {t('short')}
        </p>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <Button
              size="small"
              aria-label={t('before')}
              aria-disabled={at === 0}
              onClick={() => replay.go(at - 1)}
            >
              <SkipBack aria-hidden="true" className="size-4" strokeWidth={1.75} />
            </Button>
            <Button size="small" onClick={isPlaying ? replay.pause : replay.play}>
              {isPlaying ? (
                <Pause aria-hidden="true" className="size-4" strokeWidth={1.75} />
              ) : (
                <Play aria-hidden="true" className="size-4" strokeWidth={1.75} />
              )}
              {t(isPlaying ? 'pause' : 'play')}
            </Button>
            <Button
              size="small"
              aria-label={t('after')}
              aria-disabled={at === frames.length - 1}
              onClick={() => replay.go(at + 1)}
            >
              <SkipForward aria-hidden="true" className="size-4" strokeWidth={1.75} />
            </Button>
            <input
              type="range"
              aria-label={t('slider')}
              min={0}
              max={frames.length - 1}
              step={1}
              value={at}
              aria-valuetext={t('now', { votes: frame.votes, of: votes, people: frame.people })}
              onChange={(event) => replay.go(Number(event.target.value))}
              className="min-w-40 flex-1 accent-ink pointer-coarse:min-h-11"
            />
          </div>
          <p aria-hidden="true" className="text-caption text-muted">
            {t('now', { votes: frame.votes, of: votes, people: frame.people })}
          </p>
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="quiet" onClick={replay.close}>
          {t('close')}
        </Button>
        {status === 'ready' && replay.hasNewer ? (
          <Button size="small" variant="quiet" onClick={replay.renew}>
            {t('newer')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** The frames of a replay as a table. */
export function ReplayTable({ frames }: { frames: readonly OpinionFrame[] }) {
  const t = useTranslations('opinions.timeline');
  const m = useTranslations('opinions.map');
  const format = useFormatter();
  return (
    <details className="no-print text-ui">
      <summary className="cursor-pointer py-1 text-caption underline underline-offset-2 pointer-coarse:py-3">
        {t('table')}
      </summary>
      <div className="chart-table">
        <table>
          <caption className="sr-only">{t('name')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('frame')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('votes')}</th>
              <th scope="col">{t('people')}</th>
              <th scope="col">{t('groups')}</th>
            </tr>
          </thead>
          <tbody>
            {frames.map(({ at, votes, people, groups }, index) => (
              <tr key={`${at} ${votes}`}>
                <th scope="row">{index + 1}</th>
                <td>{format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}</td>
                <td>{votes}</td>
                <td>{people}</td>
                <td>
                  {groups.length === 0
                    ? t('noGroups')
                    : groups
                        .map((group) => m('summary.group', { letter: group.letter, people: group.people }))
                        .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
