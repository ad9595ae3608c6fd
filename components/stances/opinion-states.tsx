'use client';

import { CloudOff, EyeOff, Lock, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { useOpinions } from '@/lib/client/opinions';
import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { FrameNotice } from './frame-notice';

/** Answers after which asking again changes nothing: the room is no longer this reader's to see. */
const GONE = [401, 403, 404];

/**
 * What is drawn of the opinion map, or why nothing is drawn yet, in a place that is there before the words: so they are read out.
 * What was received once stays while there is trouble.
 */
export function OpinionStates({
  children,
  countsHref,
  voteHref,
}: {
  children: (shown: ShownOpinions) => ReactNode;
  /** Where the counts of each claim stand as a table. */
  countsHref: string;
  /** Where claims are voted on; null while no votes are taken of the reader. */
  voteHref: string | null;
}) {
  const { view, trouble } = useOpinions();
  const shown = view?.state === 'shown' ? view : null;
  return (
    <>
      <div role="status" className="grid gap-3 not-empty:not-last:pb-4">
        {trouble ? (
          <OpinionTrouble countsHref={countsHref} hasOlder={shown !== null} />
        ) : shown ? null : (
          <Waiting voteHref={voteHref} />
        )}
      </div>
      {shown ? <OpinionsBehind shown={shown} /> : null}
      {shown ? children(shown) : null}
    </>
  );
}

/** What the pictures beside the map show once there is one; until then the map says why there is none. */
export function WithMap({ children }: { children: (shown: ShownOpinions) => ReactNode }) {
  const t = useTranslations('stances.states');
  const { view } = useOpinions();
  return view?.state === 'shown' ? children(view) : <p className="text-ui text-muted">{t('withMap')}</p>;
}

/** Why there is no map yet. */
function Waiting({ voteHref }: { voteHref: string | null }) {
  const t = useTranslations('stances.states');
  const { view } = useOpinions();
  if (view?.state === 'hidden')
    return (
      <FrameNotice icon={EyeOff} title={t('hidden')}>
        {t('hiddenWhy')}
      </FrameNotice>
    );
  if (view?.state === 'too-few') {
    const { people, fewest } = view;
    return (
      <div className="grid justify-items-start gap-3">
        <div className="grid gap-1">
          <p className="text-body">{t('tooFewVoters', { people, fewest })}</p>
          <p className="max-w-measure text-caption text-muted">{t('unrecognised')}</p>
        </div>
        {voteHref ? (
          <ButtonLink variant="primary" href={voteHref}>
            {t('vote')}
          </ButtonLink>
        ) : null}
      </div>
    );
  }
  // Nothing moves; who waits longer than a second is told for what.
  return (
    <div className="chart-waiting">
      <p>
        {view?.state === 'placing' ? t('placing', { people: view.people, votes: view.votes }) : t('reading')}
      </p>
    </div>
  );
}

/** That there are newer votes than those of the map, and when they come in. */
function OpinionsBehind({ shown }: { shown: ShownOpinions }) {
  const t = useTranslations('stances.states');
  return (
    <p role="status" className="text-caption text-muted empty:hidden">
      {shown.isBehind ? t(shown.isWaiting ? 'waiting' : 'behind') : null}
    </p>
  );
}

/** That a picture could not be had, or is not the newest, and what can be done. */
function OpinionTrouble({ countsHref, hasOlder }: { countsHref: string; hasOlder: boolean }) {
  const t = useTranslations('stances.states');
  const { trouble, retry } = useOpinions();
  const isPressed = useRef(false);
  useEffect(
    () => () => {
      // The button goes with the trouble: whoever pressed it reads on at the head of the picture.
      if (!isPressed.current || document.activeElement !== document.body) return;
      const head = document.getElementById('map');
      head?.setAttribute('tabindex', '-1');
      head?.focus({ preventScroll: true });
    },
    [],
  );
  if (!trouble) return null;
  const again = (
    <Button
      size="small"
      onClick={() => {
        isPressed.current = true;
        retry();
      }}
    >
      {t('again')}
    </Button>
  );
  const older = hasOlder ? `${t('older')} ` : null;
  if (trouble.kind === 'network')
    return (
      <FrameNotice icon={CloudOff} title={t('offline')} action={again}>
        {older}
        {t('offlineWhy')}
      </FrameNotice>
    );
  if (GONE.includes(trouble.status))
    return (
      <FrameNotice icon={Lock} title={t('gone')} action={again}>
        {older}
        {t('goneWhy')}
      </FrameNotice>
    );
  return (
    <>
      <FrameNotice icon={TriangleAlert} isTrouble title={t('failed')} action={again}>
        {older}
        {trouble.requestId === null ? t('failedWhy') : t('failedReference', { reference: trouble.requestId })}
      </FrameNotice>
      {hasOlder ? null : (
        <p className="text-ui">
          <Link href={countsHref}>{t('counts')}</Link>
        </p>
      )}
    </>
  );
}
