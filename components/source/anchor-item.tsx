'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { SendProblem } from '@/components/claim/send-problem';
import { SideMark } from '@/components/claim/side-mark';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import type { SourceView } from '@/lib/domain/debate/view';
import type { DecideAnchor } from '@/lib/domain/source/schema';
import type { WaitingAnchor } from '@/lib/domain/source/view';
import type { DecisionTrouble } from './anchor-decisions';
import { NewWords, OldWords } from './anchor-words';
import { PlaceChooser } from './place-chooser';

/**
 * One place: whose it is, the old words, the new ones, and what can be said of it.
 * @param isInGroup the paragraphs stand above it: here are its own words alone
 */
export function AnchorItem({
  anchor,
  source,
  trouble,
  isInGroup,
  onDecide,
  onReadAgain,
}: {
  anchor: WaitingAnchor;
  source: SourceView | null;
  trouble: DecisionTrouble | null;
  isInGroup: boolean;
  onDecide: (input: DecideAnchor) => void;
  onReadAgain: () => void;
}) {
  const t = useTranslations('review');
  const [isChoosing, setChoosing] = useState(false);
  const headingId = useId();
  const { subject, status, old, found, from, to } = anchor;
  const language = source?.language ?? '';
  const Heading = isInGroup ? 'h3' : 'h2';
  return (
    <article
      aria-labelledby={headingId}
      className={
        isInGroup
          ? 'grid gap-3 border-t border-hairline px-4 py-4 sm:px-5'
          : 'grid gap-4 rounded border border-hairline bg-raised p-4 sm:p-5'
      }
    >
      <div className="grid gap-1.5">
        <Heading
          id={headingId}
          tabIndex={-1}
          data-anchor-heading=""
          className="flex items-baseline gap-2 text-body text-pretty"
        >
          {subject.type === 'citation' ? (
            <>
              <SideMark side={subject.side} />
              <ClaimCode code={subject.code} side={subject.side} />
              <span lang={language} dir="auto">
                {subject.text}
              </span>
            </>
          ) : (
            <>
              <span className="font-strong">{t(subject.isOwn ? 'ownNote' : 'note')}</span>
              <span dir="auto">{subject.body}</span>
            </>
          )}
        </Heading>
        <p className="flex flex-wrap items-center gap-2 text-caption text-muted">
          <Tag>{t(`status.${status}`)}</Tag>
          {isInGroup ? null : <span dir="auto">{anchor.source.title}</span>}
        </p>
      </div>
      <div className={`grid md:grid-cols-2 ${isInGroup ? 'gap-x-4 gap-y-1' : 'gap-4'}`}>
        <OldWords
          title={t('old', { number: from.number, label: old.passageLabel })}
          excerpt={old}
          language={language}
          isBare={isInGroup}
        />
        <NewWords
          title={
            found
              ? t('new', { number: to.number, label: found.passageLabel })
              : t('newWithout', { number: to.number })
          }
          old={old}
          found={found}
          language={language}
          isBare={isInGroup}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        {found === null ? null : (
          <Button variant="primary" onClick={() => onDecide({ decision: 'confirmed' })}>
            {t('confirm')}
          </Button>
        )}
        {source === null ? null : <Button onClick={() => setChoosing(true)}>{t('choose')}</Button>}
        <Button onClick={() => onDecide({ decision: 'lost' })}>{t('lose')}</Button>
      </div>
      {trouble === null ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <SendProblem message={t(`trouble.${trouble}`)} />
          {trouble === 'decided' || trouble === 'gone' ? (
            <Button size="small" onClick={onReadAgain}>
              {t('readAgain')}
            </Button>
          ) : null}
        </div>
      )}
      {isChoosing && source ? (
        <PlaceChooser
          anchor={anchor}
          source={source}
          onClose={() => setChoosing(false)}
          onChoose={(range) => {
            setChoosing(false);
            onDecide({ decision: 'moved', sourceVersionId: source.version.id, ...range });
          }}
        />
      ) : null}
    </article>
  );
}
