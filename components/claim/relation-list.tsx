'use client';

import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { ImpactControl } from '@/components/vote/impact-control';
import type { DebateView } from '@/lib/domain/debate/view';
import { ClaimCode } from './claim-code';
import { type RelationRow, relationRows } from './claim-relations';
import { RelationLineSample } from './relation-line-sample';

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
  const rows = relationRows(debate, subject.id);
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
  const { relation, how, other } = row;
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
        {relation.status === 'published' ? null : <Tag>{t(`status.${relation.status}`)}</Tag>}
        {relation.layer === 'beyond' ? <Tag>{t('beyond')}</Tag> : null}
      </span>
      {relation.status === 'published' ? (
        <span className="ms-auto">
          <ImpactControl relation={relation} lineName={lineName} isDisabled={!debate.isOpen} />
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
    </li>
  );
}
