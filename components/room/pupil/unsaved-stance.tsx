'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { roundDraftKey } from '@/components/stance/round-stance-form';
import { Button } from '@/components/ui/button';
import { wordsOfDraft } from '@/lib/client/draft-record';
import { useUnsentDrafts } from '@/lib/client/unsent';

/** Says that a step ended over a stance that was begun and not saved, with its words; nothing where none is. */
export function UnsavedStance({
  roomId,
  motionId,
  asked,
  stated,
  takesFocus,
}: {
  roomId: string;
  motionId: string;
  /** The round that takes an answer now; null for none. */
  asked: number | null;
  /** Rounds in which a stance was saved. */
  stated: readonly number[];
  /** The step went on while the page was open: whoever was writing lost the field under their hands. */
  takesFocus: boolean;
}) {
  const t = useTranslations('pupil.unsaved');
  const notice = useRef<HTMLDivElement>(null);
  const { drafts, discard } = useUnsentDrafts();
  const over = ([1, 2] as const).filter((round) => round !== asked);
  const begun = over.flatMap((round) =>
    (drafts ?? [])
      .filter(({ key }) => key === roundDraftKey(roomId, motionId, round))
      .map((draft) => ({ round, draft })),
  );
  const isThere = begun.length > 0;
  useEffect(() => {
    if (!takesFocus || !isThere || document.activeElement !== document.body) return;
    notice.current?.focus({ preventScroll: true });
    notice.current?.scrollIntoView({ block: 'center' });
  }, [takesFocus, isThere]);
  return begun.map(({ round, draft }, index) => {
    const words = wordsOfDraft(draft.record.value).trim();
    return (
      <div
        key={draft.id}
        ref={index === 0 ? notice : null}
        tabIndex={-1}
        role="status"
        className="grid gap-2 rounded border border-control px-4 py-3"
      >
        <p className="text-body text-pretty">
          {t(stated.includes(round) ? 'change' : round === 1 ? 'first' : 'second')}
        </p>
        {words === '' ? null : (
          <p dir="auto" className="border-s-2 border-hairline ps-3 font-serif text-ui wrap-anywhere">
            {words}
          </p>
        )}
        <Button size="small" className="justify-self-start" onClick={() => void discard(draft)}>
          {t('discard')}
        </Button>
      </div>
    );
  });
}
