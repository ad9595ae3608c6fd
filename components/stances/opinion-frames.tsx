'use client';

import { forSideOf } from '@/lib/domain/stance/axis';
import { BridgesFrame } from './bridges-frame';
import type { ClaimsDebate } from './claim-line';
import { CommonGroundFrame } from './common-frame';
import { CruxesFrame } from './cruxes-frame';
import { GroupsFrame } from './groups-frame';
import { OpinionMapFrame } from './map-frame';

/**
 * The pictures that are drawn of votes. Each stands in every state, as the same element: whoever reads at one stays there when
 * the map comes.
 */
export function OpinionFrames({
  debate,
  shortTitles,
  countsHref,
  voteHref,
}: {
  debate: ClaimsDebate;
  /** By claim id, of those that have one. */
  shortTitles: Readonly<Record<string, string>>;
  /** Where the counts of each claim stand as a table, for when the map cannot be had. */
  countsHref: string;
  /** Where claims are voted on; null while no votes are taken of the reader. */
  voteHref: string | null;
}) {
  return (
    <>
      <OpinionMapFrame
        language={debate.language}
        forSide={forSideOf(debate.sides)}
        shortTitles={shortTitles}
        countsHref={countsHref}
        voteHref={voteHref}
      />
      <GroupsFrame debate={debate} />
      <CommonGroundFrame debate={debate} />
      <CruxesFrame debate={debate} />
      <BridgesFrame debate={debate} />
    </>
  );
}
