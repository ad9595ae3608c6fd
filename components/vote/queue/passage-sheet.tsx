'use client';

import { useTranslations } from 'next-intl';
import { citationHref } from '@/components/claim/citation-href';
import { EvidenceChanged } from '@/components/claim/evidence-changed';
import { PassageLink } from '@/components/claim/passage-quote';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';
import type { PassageInContext } from '@/lib/domain/source/passage-in-context';
import { AnswerButtons } from './answer-buttons';
import type { Leaving } from './leave-link';

/** The passage of a claim within its paragraph, over the page; the answers stay in reach. */
export function PassageSheet({
  slug,
  claim,
  place,
  passage,
  language,
  leaving,
  onAnswer,
  onClose,
}: {
  slug: string;
  claim: ClaimView;
  place: string;
  passage: PassageInContext;
  language: string;
  leaving: Leaving;
  onAnswer: (choice: VoteChoice) => void;
  onClose: () => void;
}) {
  const t = useTranslations('pupil.vote');
  const evidence = useTranslations('contribute.evidence');
  const citation = claim.citations[0];
  return (
    <Sheet isOpen onClose={onClose} title={place} closeLabel={t('closePassage')} placement="column">
      <p className="flex flex-wrap items-center gap-2">
        <Tag>{evidence(`${claim.evidence}.word`)}</Tag>
        {claim.hasChangedEvidence ? <EvidenceChanged /> : null}
      </p>
      <p
        lang={language}
        dir="auto"
        className="mt-3 border-b border-hairline pb-4 font-serif text-claim-panel text-pretty"
      >
        {claim.text}
      </p>
      <blockquote
        lang={passage.language}
        dir="auto"
        className="relative mt-4 ps-4 font-serif text-claim-panel leading-[1.7rem] text-pretty text-muted before:absolute before:inset-y-0 before:start-0 before:w-1.5 before:border-[1.5px] before:border-e-0 before:border-control"
      >
        {passage.before}
        <mark className="bg-wash text-ink underline decoration-2 underline-offset-4">{passage.quote}</mark>
        {passage.after}
      </blockquote>
      <p className="mt-2 ps-4 text-caption text-muted">
        <span lang={passage.language} dir="auto">
          {passage.sourceTitle}
        </span>
        {claim.speaker === null ? null : <span> · {t('speaker', { speaker: claim.speaker })}</span>}
      </p>
      <p className="mt-4 text-ui text-muted">
        <b className="font-strong text-ink">{evidence(`${claim.evidence}.word`)}</b>
        {': '}
        {evidence(`${claim.evidence}.meaning`)}
      </p>
      {citation ? (
        <p className="mt-2 mb-4">
          <PassageLink href={citationHref(slug, claim, citation)} replace onClick={leaving.hold}>
            {t('readAll', { place })}
          </PassageLink>
          {leaving.isHeld ? <span className="block text-caption text-muted">{t('noWay')}</span> : null}
        </p>
      ) : null}
      <div className="sticky -bottom-4 -mx-4 -mb-4 border-t border-hairline bg-raised px-4 py-4">
        <AnswerButtons onAnswer={onAnswer} />
      </div>
    </Sheet>
  );
}
