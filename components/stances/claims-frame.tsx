'use client';

import type { ReactNode } from 'react';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { ChartFrame } from './chart-frame';
import type { ClaimsDebate } from './claim-line';
import { AnswersKey } from './multiples';
import { WithMap } from './opinion-states';
import { useClaimsPicture } from './use-claims-picture';
import { useVotesFile, VotesTable } from './votes-table';

/** The frame of claims with their votes by group: one legend, one table, one file for what it lists. */
export function ClaimsFrame({
  sections,
  shown,
  debate,
  caption,
  rateOf,
  rate,
  children,
  ...frame
}: {
  id: string;
  question: string;
  fileName: string;
  lead: ReactNode;
  note: ReactNode;
  /** The claims of the table and of the files, in their order. */
  sections: readonly { title: string; claims: readonly OpinionClaim[] }[];
  /** Null while there is nothing to list. */
  shown: ShownOpinions | null;
  debate: ClaimsDebate;
  /** Of the table. */
  caption: string;
  /** What is said of a claim beside its side. */
  rateOf?: (claim: OpinionClaim) => string | null;
  /** In 100, what the claims are ranked by. */
  rate?: (claim: OpinionClaim) => number | null;
  children: (shown: ShownOpinions) => ReactNode;
}) {
  const votesFile = useVotesFile();
  const picture = useClaimsPicture(debate);
  const claims = sections.flatMap((section) => section.claims);
  const listed = shown && claims.length > 0 ? { claims, shown, debate } : null;
  return (
    <ChartFrame
      {...frame}
      legend={listed && <AnswersKey />}
      table={listed && <VotesTable caption={caption} {...listed} />}
      csv={listed && (() => votesFile({ ...listed, ...(rate && { rate }) }))}
      of={shown?.counts}
      drawPicture={
        listed &&
        ((lines) =>
          picture.draw(
            lines,
            sections
              .filter((section) => section.claims.length > 0)
              .map((section) => ({
                title: section.title,
                lines: [],
                claims: section.claims.map((claim) =>
                  picture.votes(listed.shown, claim, rateOf?.(claim) ?? null),
                ),
              })),
            picture.answers,
          ))
      }
    >
      <WithMap>{children}</WithMap>
    </ChartFrame>
  );
}
