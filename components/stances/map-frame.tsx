'use client';

import { useMemo } from 'react';
import { useOpinions } from '@/lib/client/opinions';
import type { ForSide } from '@/lib/domain/stance/axis';
import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { ChartFrame } from './chart-frame';
import { LensTools } from './opinion-map/lens-tools';
import { MapLegend } from './opinion-map/map-legend';
import { MapTable, mapRows } from './opinion-map/map-table';
import { type Lens, marksOf } from './opinion-map/marks';
import { OpinionMap } from './opinion-map/opinion-map';
import { useLens } from './opinion-map/use-lens';
import { sharesOf, useMapWords } from './opinion-map/use-map-words';
import { useReplay } from './opinion-map/use-replay';
import { OpinionStates } from './opinion-states';

/** Who votes alike: people as dots, near to whom they vote like. */
export function OpinionMapFrame({
  language,
  forSide,
  shortTitles,
  countsHref,
  voteHref,
}: {
  /** Language of the debate. */
  language: string;
  forSide: ForSide;
  /** Of claims, by id, where they have one. */
  shortTitles: Readonly<Record<string, string>>;
  /** Where the counts of each claim stand as a table. */
  countsHref: string;
  /** Where claims are voted on; null while no votes are taken of the reader. */
  voteHref: string | null;
}) {
  const { view } = useOpinions();
  const newest = view?.state === 'shown' ? view : null;
  const replay = useReplay(newest);
  // Whoever replays a map keeps it, with all that is said of it, until they are done.
  const shown = newest && (replay.map ?? newest);
  const lens = useLens(shown, replay.map !== null);
  const words = useMapWords(shown?.claims ?? [], shortTitles, language);
  const { t } = words;
  const hasGroups = (replay.frame ?? shown)?.groups.length !== 0;
  const { marks, counts } = useMemo(
    () => (shown ? marksOf(shown, replay.frame, lens.lens, lens.votes) : { marks: [], counts: {} }),
    [shown, replay.frame, lens.lens, lens.votes],
  );
  const setLens = (next: Lens) => {
    // What divides most is what one most likely wants to see; another one is a press away.
    if (next === 'votes' && lens.claimId === null)
      lens.setClaimId(shown?.cruxes[0]?.items[0]?.claimId ?? shown?.claims[0]?.claimId ?? null);
    lens.setLens(next);
  };
  const chosen = shown?.claims.find(({ claimId }) => claimId === lens.claimId);
  const showing = [
    `${t('lens.name')}: ${t(`lens.${lens.lens}`)}`,
    ...(lens.lens === 'votes' && chosen ? [`${chosen.code}: ${chosen.text}`] : []),
    ...(replay.frame ? [t('lens.replay', { votes: replay.frame.votes })] : []),
  ].join('. ');
  return (
    <ChartFrame
      id="map"
      question={t('question')}
      fileName="opinion-map"
      hasPicture={shown !== null}
      {...(shown && {
        lead: t('lead', { count: shown.counts.claims }),
        legend: (
          <MapLegend
            lens={lens.lens}
            counts={counts}
            hasGroups={hasGroups}
            hidesStances={shown.hidesStances}
            hasVotes={lens.votes !== null}
            forSide={forSide}
          />
        ),
        tools: <LensTools lens={lens.lens} onLens={setLens} />,
        table: <MapTable shown={shown} words={words} />,
        csv: () => mapRows(shown, words),
        of: shown.counts,
        showing,
        note: t.rich('note', { ...shown.counts, b: (chunks) => <b className="font-strong">{chunks}</b> }),
      })}
    >
      <OpinionStates countsHref={countsHref} voteHref={voteHref}>
        {(opinions) => (
          <OpinionMap
            shown={shown ?? opinions}
            lens={lens}
            replay={replay}
            marks={marks}
            forSide={forSide}
            shortTitles={shortTitles}
            words={words}
            summary={summaryOf(shown ?? opinions, replay.frame, words)}
          />
        )}
      </OpinionStates>
    </ChartFrame>
  );
}

/**
 * The picture in a sentence: groups with their people, who is in none for certain, and how much of the differences it shows;
 * of an earlier time, of whom it speaks and the groups of then.
 */
function summaryOf(
  shown: ShownOpinions,
  frame: OpinionFrame | null,
  { t }: ReturnType<typeof useMapWords>,
): string {
  const groups = (frame ?? shown).groups
    .map(({ letter, people }) => t('summary.group', { letter, people }))
    .join(', ');
  if (frame !== null)
    return t('summary.then', {
      votes: frame.votes,
      of: shown.counts.votes,
      people: frame.people,
      count: frame.groups.length,
      groups,
    });
  return t('summary.text', {
    count: shown.groups.length,
    groups,
    unsettled: shown.unsettled,
    share: sharesOf(shown.axes)[2],
  });
}
