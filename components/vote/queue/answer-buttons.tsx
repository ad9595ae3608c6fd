import { Check, Minus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { VoteChoice } from '@/lib/domain/debate/view';
import { isRepeatedClick } from '../is-repeated-click';

const BUTTON =
  'flex items-center justify-center gap-2.5 rounded-[6px] border border-control bg-raised text-ink transition-colors hover:not-disabled:bg-wash active:bg-wash disabled:cursor-not-allowed disabled:text-muted';

/** The three answers, where the thumb is; agree and disagree of one size. They stand in the same place for every claim. */
export function AnswerButtons({
  onAnswer,
  isDisabled = false,
}: {
  onAnswer: (choice: VoteChoice) => void;
  isDisabled?: boolean;
}) {
  const t = useTranslations('pupil.vote');
  const answer = (choice: VoteChoice) => ({
    type: 'button' as const,
    disabled: isDisabled,
    // The second click of a double click would answer a claim that nobody has read.
    onClick: (event: React.MouseEvent) => isRepeatedClick(event) || onAnswer(choice),
  });
  return (
    <fieldset aria-label={t('group')} className="grid grid-cols-2 gap-2.5">
      <button {...answer('agree')} className={`${BUTTON} min-h-16 text-[1.125rem] font-strong`}>
        <Check aria-hidden="true" strokeWidth={1.75} className="size-5" />
        {t('agree')}
      </button>
      <button {...answer('disagree')} className={`${BUTTON} min-h-16 text-[1.125rem] font-strong`}>
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
        {t('disagree')}
      </button>
      <button {...answer('pass')} className={`${BUTTON} col-span-2 min-h-13 text-[1rem]`}>
        <Minus aria-hidden="true" strokeWidth={1.75} className="size-5" />
        {t('pass')}
      </button>
    </fieldset>
  );
}
