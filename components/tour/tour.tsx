'use client';

import { Signpost } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { TopBarSlot } from '@/components/shell/top-bar-slot';
import { Button, buttonStyle } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import type { DebateView } from '@/lib/domain/debate/view';
import type { TourView } from '@/lib/domain/tour/view';
import { tourHref } from './tour-address';
import { useTour } from './use-tour';

const TourBar = dynamic(
  latePart(() => import('./tour-bar').then((module) => module.TourBar)),
  { ssr: false },
);

interface TourProps {
  debate: Pick<DebateView, 'slug' | 'language' | 'motion'>;
  tour: TourView;
  view: 'map' | 'outline';
}

/** The way into the guided tour of a debate, and the bar of whoever walks it. */
export function Tour({ debate, tour, view }: TourProps) {
  const t = useTranslations('tour');
  const [{ claim }] = useViewSelection();
  const { step, goTo } = useTour(debate, tour);
  // Who starts here comes to the bar; who comes by a link to a step keeps the page's own beginning.
  const [isStartedHere, setStartedHere] = useState(false);
  const count = tour.steps.length;
  if (step) return <TourBar debate={debate} tour={tour} takesFocus={isStartedHere} />;

  if (count === 0) {
    return tour.canEdit && view === 'map' ? (
      <TopBarSlot>
        <Link
          href={tourHref(debate.slug)}
          prefetch={false}
          title={t('writeOne')}
          aria-label={t('writeOne')}
          className="inline-flex size-9 items-center justify-center rounded text-ink hover:bg-wash max-sm:hidden pointer-coarse:size-11"
        >
          <Signpost aria-hidden="true" size={16} strokeWidth={1.75} />
        </Link>
      </TopBarSlot>
    ) : null;
  }

  const start = () => {
    setStartedHere(true);
    goTo(1);
  };
  const icon = <Signpost aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />;
  return (
    <>
      <TopBarSlot>
        <button
          type="button"
          title={t('take', { count })}
          aria-label={t('take', { count })}
          onClick={start}
          className={buttonStyle({ size: 'small', className: 'max-sm:hidden max-xl:px-2' })}
        >
          {icon}
          <span className="max-xl:hidden">{t('short')}</span>
        </button>
      </TopBarSlot>
      {/* On the phone's map only beside the motion: further on it would take the place of claims. */}
      {view === 'outline' || claim === null || claim === debate.motion.code ? (
        <p className="no-print border-b border-hairline px-4 py-1.5 sm:hidden">
          <Button size="small" onClick={start}>
            {icon}
            {t('take', { count })}
          </Button>
        </p>
      ) : null}
    </>
  );
}
