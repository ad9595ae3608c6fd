'use client';

import { useMemo } from 'react';
import type { ForSide } from '@/lib/domain/stance/axis';
import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { AgreedMaps } from './agreed-maps';
import type { EndWords } from './axis-places';
import { AxisList } from './axis-words';
import { isLargeMap } from './drawn-map';
import { LensClaim } from './lens-claim';
import type { MarkName } from './marks';
import { OpinionPicture } from './opinion-picture';
import { ReplayBar, ReplayTable } from './replay-bar';
import { SideNotes } from './side-notes';
import type { LensState } from './use-lens';
import type { useMapWords } from './use-map-words';
import type { Replay } from './use-replay';

/** The picture with all that belongs to it: what the dots show, how it came to be, and what is said of it beside it. */
export function OpinionMap({
  shown,
  lens,
  replay,
  marks,
  forSide,
  shortTitles,
  words,
  summary,
}: {
  shown: ShownOpinions;
  lens: LensState;
  replay: Replay;
  marks: readonly MarkName[];
  forSide: ForSide;
  shortTitles: Readonly<Record<string, string>>;
  words: ReturnType<typeof useMapWords>;
  summary: string;
}) {
  const { language, end } = words;
  const isLarge = isLargeMap(shown.dots.length);
  const { axes } = shown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words of the same claims
  const ends = useMemo<EndWords>(
    () => ({
      left: end(axes, 'left'),
      right: end(axes, 'right'),
      up: end(axes, 'up'),
      down: end(axes, 'down'),
    }),
    [axes, language],
  );
  return (
    <div
      className={`grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-6 ${isLarge ? '' : 'lg:grid-cols-[minmax(0,1fr)_20rem]'}`}
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        {lens.lens === 'votes' ? (
          <LensClaim lens={lens} claims={shown.claims} language={language} shortTitles={shortTitles} />
        ) : null}
        <OpinionPicture
          shown={shown}
          frame={replay.frame}
          lens={lens.lens}
          votes={lens.votes}
          marks={marks}
          ends={ends}
          forSide={forSide}
          words={words}
          summary={summary}
        >
          <ReplayBar replay={replay} />
        </OpinionPicture>
        <AxisList ends={ends} language={language} className="grid sm:hidden" />
        {replay.frames.length > 1 ? <ReplayTable frames={replay.frames} /> : null}
      </div>
      <SideNotes shown={shown} words={words} isWide={isLarge} />
      {isLarge ? <AgreedMaps shown={shown} words={words} /> : null}
    </div>
  );
}
