'use client';

import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { readOpinionLens, useOpinions } from '@/lib/client/opinions';
import type { VoteChoice } from '@/lib/domain/debate/view';
import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { dotsPath } from './outline-path';
import { fitInto, framedPart, placedBy, type Size } from './picture-layout';
import type { useMapWords } from './use-map-words';

const SIZE: Size = { width: 266, height: 168 };
const MOST = 4;

type Votes = readonly (VoteChoice | null)[];

interface Read {
  version: string;
  /** By claim; null of fewer than five votes, and where they could not be read. */
  votes: readonly (Votes | null)[];
}

/** The same map for each of the claims that divide most: where the people are who agreed. Read when asked for. */
export function AgreedMaps({
  shown,
  words,
}: {
  shown: ShownOpinions;
  words: ReturnType<typeof useMapWords>;
}) {
  const { roomId, motion } = useOpinions();
  const { t, claim } = words;
  const [isOpen, setIsOpen] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const title = useKeptFocus<HTMLHeadingElement>(isOpen);
  const { version, cruxes } = shown;
  const claimIds = useMemo(
    () =>
      cruxes
        .flatMap(({ items }) => items)
        .slice(0, MOST)
        .map(({ claimId }) => claimId),
    [cruxes],
  );
  useEffect(() => {
    if (!isOpen) return;
    let isOver = false;
    const asked = claimIds.map((one) => readOpinionLens(roomId, { claim: one, version, motion }));
    void Promise.all(asked).then((answers) => {
      if (!isOver)
        setRead({ version, votes: answers.map((answer) => (answer.ok ? answer.value.votes : null)) });
    });
    return () => {
      isOver = true;
    };
  }, [isOpen, claimIds, roomId, version, motion]);
  const points = useMemo(() => {
    const part = framedPart(
      shown.dots,
      shown.groups.map(({ outline }) => outline),
    );
    const fit = fitInto(part, SIZE, { x: 12, y: 10 });
    return shown.dots.map((dot) => placedBy(fit, dot));
  }, [shown]);
  if (claimIds.length === 0) return null;
  if (!isOpen)
    return (
      <Button size="small" className="no-print justify-self-start" onClick={() => setIsOpen(true)}>
        {t('agreed.open')}
      </Button>
    );
  const pathOf = (votes: Votes, is: (vote: VoteChoice) => boolean) =>
    dotsPath(
      points.filter((_, index) => {
        const vote = votes[index] ?? null;
        return vote !== null && is(vote);
      }),
    );
  return (
    <section className="grid gap-3">
      <h3 ref={title} tabIndex={-1} className="font-strong">
        {t('agreed.title')}
      </h3>
      <p className="text-ui text-muted">{t('agreed.lead')}</p>
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        {claimIds.map((claimId, index) => {
          const votes = read?.version === version ? (read.votes[index] ?? null) : null;
          return (
            <li key={claimId} className="grid content-start gap-2">
              <svg
                viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
                role="img"
                aria-label={t('agreed.name', { claim: words.short(claimId) })}
                data-part="agreed"
                className="block h-auto w-full rounded border border-hairline"
                fill="none"
                strokeLinecap="round"
                strokeWidth="2.4"
              >
                {votes === null ? null : (
                  <>
                    <path
                      d={pathOf(votes, (vote) => vote !== 'agree')}
                      stroke="var(--color-side-none-solid)"
                      strokeWidth="1.4"
                    />
                    <path d={pathOf(votes, (vote) => vote === 'agree')} stroke="var(--color-ink)" />
                  </>
                )}
              </svg>
              <p lang={words.language} dir="auto" className="font-serif text-ui text-pretty">
                {claim(claimId)?.text}
              </p>
              <p className="text-caption text-muted">
                {read?.version !== version
                  ? t('lens.reading')
                  : votes === null
                    ? t('agreed.none')
                    : t('agreed.count', {
                        agreed: votes.filter((vote) => vote === 'agree').length,
                        count: votes.filter((vote) => vote !== null).length,
                      })}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
