'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import type { SourceView } from '@/lib/domain/debate/view';
import type { DecideAnchor } from '@/lib/domain/source/schema';
import type { AnchorQueue, WaitingAnchor } from '@/lib/domain/source/view';
import { AnchorItem } from './anchor-item';
import { sourcesHref } from './source-address';
import { useAnchorReview } from './use-anchor-review';

/**
 * Places in new texts that wait for a decision, one under the other: the old words beside the new ones, and three answers.
 * After each the focus goes to the next one.
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
  const { anchors, count, saving, troubles, decide, readAgain } = useAnchorReview(slug, queue);
  const [isDecidingAll, setDecidingAll] = useState(false);
  const list = useRef<HTMLElement>(null);
  // The same words at another place: one look at the list is enough.
  const moved = anchors.filter(
    ({ status, old, found }) => status === 'moved' && found !== null && old.exact === found.exact,
  );

  const focusAt = (index: number): void => {
    const headings = list.current?.querySelectorAll<HTMLElement>('[data-anchor-heading]');
    const next = headings?.[Math.min(index, headings.length - 1)];
    (next ?? list.current)?.focus();
  };
  const decideOne = async (anchor: WaitingAnchor, input: DecideAnchor): Promise<void> => {
    const index = anchors.indexOf(anchor);
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
  const confirmMoved = async (): Promise<void> => {
    setDecidingAll(true);
    let confirmed = 0;
    for (const anchor of moved) {
      if ((await decide(anchor, { decision: 'confirmed' })).trouble === null) confirmed += 1;
    }
    setDecidingAll(false);
    announce(t('confirmedMoved', { count: confirmed }));
    focusAt(0);
  };

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
              <Button size="small" isPending={isDecidingAll} onClick={() => void confirmMoved()}>
                {t('confirmMoved', { count: moved.length })}
              </Button>
            ) : null}
          </div>
          <ol className="grid gap-5">
            {anchors.map((anchor) => (
              <li key={anchor.id}>
                <AnchorItem
                  anchor={anchor}
                  source={sources.find(({ id }) => id === anchor.source.id) ?? null}
                  trouble={troubles.get(anchor.id) ?? null}
                  onDecide={(input) => void decideOne(anchor, input)}
                  onReadAgain={readAgain}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
