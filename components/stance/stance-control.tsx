'use client';

import { useTranslations } from 'next-intl';
import { SendProblem } from '@/components/claim/send-problem';
import { SignInPrompt } from '@/components/claim/sign-in-prompt';
import { Button } from '@/components/ui/button';
import type { DebateView } from '@/lib/domain/debate/view';
import { StanceFields } from './stance-fields';
import { useStanceDraft } from './use-stance-draft';

/** Where do you stand on the motion? A place between for and against, or not sure; how sure; and why. */
export function StanceControl({ debate }: { debate: DebateView }) {
  const t = useTranslations('contribute.stance');
  const { motion } = debate;
  const work = useStanceDraft(`stance:${motion.id}`, motion);
  const { draft, isSending } = work;
  const own = motion.ownStance;
  // What is under way already shows in the debate, but is not saved yet.
  const hasSaved = own !== null && own.answer !== 'withdrawn' && !isSending;
  const isFixed = !debate.isOpen;
  return (
    <form
      noValidate
      aria-label={t('name')}
      className="grid gap-4"
      // Letters and arrows belong to the form here, not to the map.
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        void work.save();
      }}
    >
      <StanceFields work={work} sides={debate.sides} size="small" isFixed={isFixed} />
      <SendProblem message={work.problem} />
      {debate.viewer === null ? <SignInPrompt /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={isFixed} isPending={isSending}>
          {hasSaved ? t('saveChange') : t('save')}
        </Button>
        {hasSaved && draft.value === null ? (
          <Button variant="quiet" disabled={isFixed || isSending} onClick={() => void work.withdraw()}>
            {t('withdraw')}
          </Button>
        ) : null}
        {draft.value !== null && !isSending ? (
          <Button variant="quiet" onClick={() => void draft.clear()}>
            {t('undo')}
          </Button>
        ) : null}
        <span className="text-caption text-muted">
          {work.isWaiting ? t('waiting') : hasSaved && draft.value === null ? t('saved') : null}
        </span>
      </div>
    </form>
  );
}
