'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { viewHref } from '@/components/debate/view-address';
import { useDebate, useThreads } from '@/lib/client/contributions';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';
import { MANY_NOTES } from './margin-notes';
import { ReaderHead } from './reader-head';
import { ReaderParagraph } from './reader-paragraph';
import { isOfVersion, type ReaderChoice, readParagraphs, sentenceKeyOf } from './reading';
import { showSentence } from './sentence-id';
import { useLitMarks } from './use-lit-marks';
import { usePackedMargin } from './use-packed-margin';

/** What is not here any more has no sentence that lacks a claim: neither is marked. */
const CHOICE: ReaderChoice = {
  showsA: true,
  showsB: true,
  showsUncited: false,
  showsNotes: true,
  showsCoverage: false,
};
const nothing = () => undefined;

/**
 * A text as it stood, to be read and not worked on: with the claims and the notes whose words only this version still has.
 * What stands in the newest one is marked there.
 */
export function OlderVersion({
  debate: server,
  source,
  newestNumber,
  threads: brought,
}: {
  debate: DebateView;
  /** The source with the text and the paragraphs of the older version. */
  source: SourceView;
  newestNumber: number;
  threads: readonly AnnotationThread[];
}) {
  const t = useTranslations('text.older');
  const whole = useDebate(server);
  // Replies and further notes belong to the text as it is now.
  const debate = useMemo(() => ({ ...whole, isOpen: false }), [whole]);
  const [selection, select] = useViewSelection();
  const { threads } = useThreads({ sourceVersionId: source.version.id }, brought);
  const body = useRef<HTMLDivElement>(null);
  const notes = threads ?? brought;
  const paragraphs = useMemo(
    () => readParagraphs(source, debate.claims, notes, { ...CHOICE, isOlder: true }),
    [source, debate.claims, notes],
  );
  usePackedMargin(body);
  useLitMarks(body);
  const chosen = debate.claims.find(({ code }) => code === selection.claim) ?? null;
  const selected = chosen?.citations.some((one) => isOfVersion(one, source)) ? chosen : null;
  const askedKey = selection.passage === null ? null : sentenceKeyOf(source, selection.passage);
  useEffect(() => {
    if (askedKey !== null) showSentence(askedKey);
  }, [askedKey]);
  const selectClaim = useCallback((code: string | null) => select({ claim: code, passage: null }), [select]);
  const { number } = source.version;
  return (
    <div className="reader">
      <section className="reader-source" aria-labelledby={`source-${source.key}`}>
        <p role="note" className="mb-6 rounded border border-control bg-wash px-4 py-3 text-ui text-pretty">
          {t('reading', { number, count: newestNumber })}{' '}
          <Link href={viewHref(debate.slug, 'text', { source: source.key })}>{t('toNewest')}</Link>
        </p>
        <ReaderHead debate={debate} source={source} isMain newestNumber={newestNumber} />
        <div ref={body} className="reader-body" lang={source.language}>
          <svg className="reader-leader" aria-hidden="true">
            <path d="" />
          </svg>
          {paragraphs.map((paragraph) => (
            <ReaderParagraph
              key={paragraph.passage.key}
              debate={debate}
              source={source}
              paragraph={paragraph}
              choice={CHOICE}
              selected={selected}
              held={null}
              currentKey={null}
              askedNote={null}
              hasManyNotes={notes.length > MANY_NOTES}
              mostNotes={null}
              draft={null}
              waiting={NONE}
              isMain
              isReadOnly
              onAct={nothing}
              onCloseDraft={nothing}
              onSelect={selectClaim}
            >
              {null}
            </ReaderParagraph>
          ))}
        </div>
      </section>
    </div>
  );
}

const NONE: [] = [];
