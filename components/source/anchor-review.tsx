'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import type { SourceView } from '@/lib/domain/debate/view';
import type { DecideAnchor } from '@/lib/domain/source/schema';
import type { AnchorQueue, WaitingAnchor } from '@/lib/domain/source/view';
import { AnchorFilters } from './anchor-filters';
import { AnchorGroup } from './anchor-group';
import { type AnchorFilter, anchorCounts, anchorGroups } from './anchor-groups';
import { AnchorItem } from './anchor-item';
import { sourcesHref } from './source-address';
import { useAnchorReview } from './use-anchor-review';

/** Stands for the button above the list where a group's key stands for the group's own. */
const MOVED = 'moved';

/**
 * Places in new texts that wait for a decision, one under the other: the old words beside the new ones, and three answers.
 * Those of one pair of paragraphs stand together under the two. After each the focus goes to the next one.
 * @param sources newest texts of the sources that places are in
 */
export function AnchorReview({
  slug,
  queue,
  sources,
}: {
  slug: string;
  queue: AnchorQueue;
  sources: readonly SourceView[];
}) {
  const t = useTranslations('review');
  const sourceOf = ({ source }: WaitingAnchor) => sources.find(({ id }) => id === source.id) ?? null;
  const { anchors, count, saving, troubles, decide, readAgain } = useAnchorReview(slug, queue);
  const [deciding, setDeciding] = useState<string | null>(null);
  const [chosen, setChosen] = useState<AnchorFilter>('all');
  const list = useRef<HTMLElement>(null);
  const counts = anchorCounts(anchors);
  // When the last of a kind has been decided, the rest is shown.
  const filter = counts[chosen] > 0 ? chosen : 'all';
  // A pair of paragraphs keeps its frame until its last place is decided.
  const groups = anchorGroups(queue.anchors).flatMap(({ key, anchors: all }) => {
    const [first, ...rest] = all.filter(
      (anchor) => anchors.includes(anchor) && (filter === 'all' || anchor.status === filter),
    );
    return first ? [{ key, isShared: all.length > 1, anchors: [first, ...rest] as const }] : [];
  });
  const shown = groups.flatMap((group) => group.anchors);
  // The same words at another place: one look at the list is enough.
  const moved = shown.filter(
    ({ status, old, found }) => status === 'moved' && found !== null && old.exact === found.exact,
  );

  const focusAt = (index: number): void => {
    const headings = list.current?.querySelectorAll<HTMLElement>('[data-anchor-heading]');
    const next = headings?.[Math.min(index, headings.length - 1)];
    (next ?? list.current)?.focus();
  };
  const decideOne = async (anchor: WaitingAnchor, input: DecideAnchor): Promise<void> => {
    const index = shown.indexOf(anchor);
    const done = decide(anchor, input);
    // The place has left the list with the next drawing; the one after it has moved up.
    requestAnimationFrame(() => focusAt(index));
    const answer = await done;
    announce(
      answer.trouble === null
        ? t(`decided.${input.decision}`, { count: answer.left })
        : t(`trouble.${answer.trouble}`),
    );
  };
  /** @param key whose button was pressed: a group's, or the list's own */
  const confirmThese = async (key: string, these: readonly WaitingAnchor[]): Promise<void> => {
    const index = these[0] ? shown.indexOf(these[0]) : 0;
    setDeciding(key);
    let confirmed = 0;
    for (const anchor of these) {
      if ((await decide(anchor, { decision: 'confirmed' })).trouble === null) confirmed += 1;
    }
    setDeciding(null);
    announce(t('confirmedMoved', { count: confirmed }));
    requestAnimationFrame(() => focusAt(index));
  };
  const item = (anchor: WaitingAnchor, isInGroup: boolean) => (
    <AnchorItem
      key={anchor.id}
      anchor={anchor}
      source={sourceOf(anchor)}
      trouble={troubles.get(anchor.id) ?? null}
      isInGroup={isInGroup}
      onDecide={(input) => void decideOne(anchor, input)}
      onReadAgain={readAgain}
    />
  );

  return (
    <section ref={list} tabIndex={-1} className="grid gap-5 outline-none" aria-label={t('list')}>
      {anchors.length === 0 ? (
        <div className="grid justify-items-start gap-3 rounded border border-hairline p-6">
          <p className="text-body">
            {saving > 0 ? t('saving') : count > 0 ? t('more', { count }) : t('empty')}
          </p>
          {saving > 0 ? null : count > 0 ? (
            <Button onClick={readAgain}>{t('showMore')}</Button>
          ) : (
            <ButtonLink href={sourcesHref(slug)}>{t('back')}</ButtonLink>
          )}
        </div>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-ui text-muted">
              {t('count', { count })}
              {saving > 0 ? ` · ${t('saving')}` : null}
            </p>
            {moved.length > 1 ? (
              <Button
                size="small"
                isPending={deciding === MOVED}
                onClick={() => void confirmThese(MOVED, moved)}
              >
                {t('confirmMoved', { count: moved.length })}
              </Button>
            ) : null}
          </div>
          <AnchorFilters counts={counts} chosen={filter} onChoose={setChosen} />
          <ol className="grid gap-5">
            {groups.map(({ key, isShared, anchors: these }) => (
              <li key={key}>
                {isShared ? (
                  <AnchorGroup
                    anchors={these}
                    language={sourceOf(these[0])?.language ?? ''}
                    isPending={deciding === key}
                    onConfirmAll={() =>
                      void confirmThese(
                        key,
                        these.filter(({ found }) => found !== null),
                      )
                    }
                  >
                    {these.map((anchor) => item(anchor, true))}
                  </AnchorGroup>
                ) : (
                  item(these[0], false)
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
