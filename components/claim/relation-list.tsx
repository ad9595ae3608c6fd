'use client';

import { Link2, MessageSquare } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { NoteSection } from '@/components/annotation/note-section';
import { selectionOf } from '@/components/debate/view-address';
import { linkedWith } from '@/components/edit/edit-rights';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { Tag } from '@/components/ui/tag';
import { ImpactControl } from '@/components/vote/impact-control';
import { withoutClosed } from '@/lib/domain/debate/closed';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { DebateView, RelationView } from '@/lib/domain/debate/view';
import { ClaimCode } from './claim-code';
import { type RelationRow, relationRows } from './claim-relations';
import { RelationLineSample } from './relation-line-sample';
import { SchemeQuestions } from './scheme-questions';
import { useSchemeWords } from './scheme-words';

const LineControls = dynamic(
  latePart(() => import('@/components/edit/line-controls').then((module) => module.LineControls)),
  { ssr: false },
);

export interface RelationListProps {
  debate: DebateView;
  /** The claim or motion whose relations are listed. */
  subject: { id: string; code: string };
  onSelect: (code: string) => void;
  /** Texts on one line, cut off at the end; whole otherwise. */
  isCompact: boolean;
}

/** What a claim does to others and others to it, each with its impact. */
export function RelationList({ debate, subject, onSelect, isCompact }: RelationListProps) {
  const t = useTranslations('contribute.relation');
  const { showsClosed, claim } = selectionOf(useSearchParams());
  // Of a claim that is closed itself, the lines tell where it stood.
  const shown = withoutClosed(debate, { showsClosed, selectedCode: claim });
  const rows = relationRows(shown, subject.id);
  if (rows.length === 0) return <p className="text-caption text-muted">{t('none')}</p>;
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      {rows.map((row) => (
        <Row
          key={row.relation.id}
          row={row}
          debate={debate}
          code={subject.code}
          onSelect={onSelect}
          isCompact={isCompact}
        />
      ))}
    </ul>
  );
}

function Row({
  row,
  debate,
  code,
  onSelect,
  isCompact,
}: {
  row: RelationRow;
  debate: DebateView;
  code: string;
  onSelect: (code: string) => void;
  isCompact: boolean;
}) {
  const t = useTranslations('contribute.relation');
  const schemes = useSchemeWords();
  const { relation, how, other } = row;
  const notesId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const line = { from: row.line?.from ?? '', to: row.line?.to ?? t('theMotion') };
  const words = t(how, line);
  const otherCode = other.type === 'claim' ? other.claim.code : debate.motion.code;
  const otherName = other.type === 'claim' ? other.claim.code : t('theMotion');
  const lineName = how === 'undercutsLine' ? `${code} ${words}` : `${code} ${words} ${otherName}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-2.5 gap-y-0.5">
      <span className="inline-flex flex-wrap items-center gap-1.5 text-caption text-muted">
        <RelationLineSample kind={relation.kind} />
        {words}
        <NotesToggle
          count={relation.noteCount}
          lineName={lineName}
          isOpen={isOpen}
          notesId={notesId}
          onToggle={() => setIsOpen(!isOpen)}
        />
        <SchemeQuestions debate={debate} relation={relation} />
        {relation.questionKey === null ? null : (
          <span className="w-full">{schemes.question(relation.questionKey)}</span>
        )}
        {relation.status === 'published' ? null : <Tag>{t(`status.${relation.status}`)}</Tag>}
        {relation.layer === 'beyond' ? <Tag>{t('beyond')}</Tag> : null}
        <LinkedWith debate={debate} relation={relation} />
        {relation.canEdit || relation.canReview ? <LineControls debate={debate} line={relation} /> : null}
      </span>
      {relation.status === 'published' ? (
        <span className="ms-auto">
          <ImpactControl relation={relation} lineName={lineName} isDisabled={!takesAnswers(debate)} />
        </span>
      ) : null}
      <a
        href={`?claim=${encodeURIComponent(otherCode)}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onSelect(otherCode);
        }}
        className={`block w-full font-serif text-card leading-5 no-underline hover:underline pointer-coarse:py-2.5 ${isCompact ? 'truncate' : 'text-pretty'}`}
      >
        {other.type === 'claim' ? (
          <>
            <ClaimCode code={other.claim.code} side={other.claim.side} />{' '}
            <span lang={debate.language} dir="auto">
              {other.claim.text}
            </span>
          </>
        ) : (
          <span className="font-strong">{t('theMotionHead')}</span>
        )}
      </a>
      {isOpen ? (
        <div id={notesId} className="mb-2 w-full border-s border-hairline ps-4">
          <RelationNotes relation={relation} debate={debate} />
        </div>
      ) : null}
    </li>
  );
}

/** Names the reasons that are one with this one. */
function LinkedWith({ debate, relation }: { debate: DebateView; relation: RelationView }) {
  const t = useTranslations('edit.line');
  const codes = linkedWith(debate, relation).flatMap(
    ({ fromClaimId }) => debate.claims.find(({ id }) => id === fromClaimId)?.code ?? [],
  );
  if (codes.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 rounded-[3px] border border-control px-1.5 text-fine text-ink">
      <Link2 aria-hidden="true" strokeWidth={1.75} className="size-3" />
      {t('linkedWith', { codes: codes.join(', ') })}
    </span>
  );
}

function NotesToggle({
  count,
  lineName,
  isOpen,
  notesId,
  onToggle,
}: {
  count: number;
  lineName: string;
  isOpen: boolean;
  notesId: string;
  onToggle: () => void;
}) {
  const t = useTranslations('contribute.relation');
  const name = t('notes', { line: lineName, count });
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? notesId : undefined}
      aria-label={name}
      title={name}
      onClick={onToggle}
      className="inline-flex min-h-6 min-w-6 items-center justify-center gap-1 rounded px-1 text-muted transition-colors hover:bg-wash hover:text-ink aria-expanded:bg-wash aria-expanded:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <MessageSquare aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
      {count === 0 ? null : count}
    </button>
  );
}

/** What people say about the step itself: whether the one really bears on the other. */
function RelationNotes({ relation, debate }: { relation: RelationView; debate: DebateView }) {
  const t = useTranslations('contribute.relation');
  const [isFormOpen, setIsFormOpen] = useState(relation.noteCount === 0 && debate.isOpen);
  return (
    <>
      <NoteSection
        filter={{ relationId: relation.id }}
        count={relation.noteCount}
        debate={debate}
        layout="inline"
        isFormOpen={isFormOpen}
        onFormChange={setIsFormOpen}
      />
      {isFormOpen || !debate.isOpen ? null : (
        <Button size="small" className="mt-2" onClick={() => setIsFormOpen(true)}>
          {t('addNote')}
        </Button>
      )}
    </>
  );
}
