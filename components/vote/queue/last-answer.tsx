import { Check, CloudOff, Ellipsis, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContributionState } from '@/lib/client/contributions';
import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';
import { isRepeatedClick } from '../is-repeated-click';

/** Where an answer is on its way, in a sign and a word. */
const STATES = {
  saved: { Mark: Check, words: 'savedAnswer' },
  sending: { Mark: Ellipsis, words: 'sendingAnswer' },
  waiting: { Mark: CloudOff, words: 'keptAnswer' },
  failed: { Mark: TriangleAlert, words: 'failedAnswer' },
} as const;

/** The last answer, whether it is saved, and the way to take it back. Its line keeps its place when there is none. */
export function LastAnswer({
  claim,
  choice,
  language,
  canUndo,
  onUndo,
}: {
  claim: ClaimView | null;
  choice: VoteChoice | null;
  language: string;
  canUndo: boolean;
  onUndo: () => void;
}) {
  const t = useTranslations('pupil.vote');
  const { pending } = useContributionState();
  const { Mark, words } = STATES[(claim && pending.get(claim.id)) ?? 'saved'];
  return (
    <div className="flex min-h-11 items-center gap-2 text-caption text-muted">
      {claim && choice ? (
        <>
          <Mark aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none" />
          <p className="min-w-0 flex-1 truncate">
            {t.rich(words, {
              choice: t(`said.${choice}`),
              claim: claim.text,
              q: (text) => (
                <q lang={language} dir="auto">
                  {text}
                </q>
              ),
            })}
          </p>
        </>
      ) : (
        <p className="flex-1">{canUndo ? t('putOff') : null}</p>
      )}
      {canUndo ? (
        <button
          type="button"
          onClick={(event) => isRepeatedClick(event) || onUndo()}
          className="-me-2 min-h-11 min-w-11 flex-none rounded px-2 text-ink underline underline-offset-2 hover:bg-wash"
        >
          {t('undo')}
        </button>
      ) : null}
    </div>
  );
}
