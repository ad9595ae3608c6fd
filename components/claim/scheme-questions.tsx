'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { latePart } from '@/components/ui/late-part';
import { type QuestionKey, questionsOf } from '@/lib/domain/argument/schemes';
import type { DebateView, RelationView } from '@/lib/domain/debate/view';
import { useSchemeWords } from './scheme-words';

const ClaimFormDialog = dynamic(
  latePart(() => import('./claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);

/** What kind of reason a line is, with the questions that test it; each one opens an undercut of the line. */
export function SchemeQuestions({ debate, relation }: { debate: DebateView; relation: RelationView }) {
  const t = useTranslations('scheme');
  const words = useSchemeWords();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [asked, setAsked] = useState<QuestionKey | null>(null);
  const { scheme } = relation;
  if (scheme === null) return null;
  const answered = new Set(
    debate.relations
      .filter(({ toRelationId, status }) => toRelationId === relation.id && status === 'published')
      .map(({ questionKey }) => questionKey),
  );
  const reason = debate.claims.find(({ id: claimId }) => claimId === relation.fromClaimId) ?? null;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="min-h-6 rounded border border-hairline px-1.5 text-fine text-ink hover:bg-wash pointer-coarse:min-h-11"
      >
        {words.name(scheme)}
      </button>
      <ul id={id} hidden={!isOpen} className="w-full text-caption">
        {questionsOf(scheme).map((question) => (
          <li key={question} className="flex flex-wrap items-baseline justify-between gap-x-3 py-0.5">
            <span className="text-ink">{words.question(question)}</span>
            {answered.has(question) ? (
              <span className="text-muted">{t('answered')}</span>
            ) : debate.isOpen && relation.status === 'published' ? (
              <button
                type="button"
                aria-label={t('undercutWithName', { question: words.question(question) })}
                onClick={() => setAsked(question)}
                className="min-h-6 underline underline-offset-2 pointer-coarse:min-h-11"
              >
                {t('undercutWith')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <ClaimFormDialog
          debate={debate}
          target={reason}
          intent="undercut"
          lineId={relation.id}
          questionKey={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
