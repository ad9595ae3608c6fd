'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ViewSelection } from '@/components/debate/view-address';
import { latePart } from '@/components/ui/late-part';
import { useThreads } from '@/lib/client/contributions';
import type { SelectedRange } from '@/lib/domain/annotation/segments';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type { ClaimView, DebateView, SourceView } from '@/lib/domain/debate/view';
import type { PassageAction, PassageDraft } from './passage-action';
import { ReaderHead } from './reader-head';
import { ReaderParagraph } from './reader-paragraph';
import { mainSentenceKeyOf, type ReaderChoice, readParagraphs, sentenceKeyOf } from './reading';
import { SelectionToolbar } from './selection-toolbar';
import { focusSentence, showSentence } from './sentence-id';
import { usePackedMargin } from './use-packed-margin';
import { useSelection } from './use-text-selection';

const ClaimFormDialog = dynamic(
  latePart(() => import('@/components/claim/claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);

export interface ReaderSourceProps {
  debate: DebateView;
  source: SourceView;
  claims: readonly ClaimView[];
  /** Notes on this text as the page brought them. */
  threads: readonly AnnotationThread[];
  choice: ReaderChoice;
  selected: ClaimView | null;
  /** Passage named in the address. */
  passage: string | null;
  onSelect: (change: Partial<ViewSelection>) => void;
  /** The first text of the page carries its heading. */
  isMain: boolean;
  tools: ReactNode;
}

/** One text with its margin: paragraphs, the marks of both sides, notes, and what can be done with a selection. */
export function ReaderSource(props: ReaderSourceProps) {
  const { debate, source, claims, choice, selected, passage, onSelect } = props;
  const t = useTranslations('text');
  const { threads, waiting } = useThreads({ sourceVersionId: source.version.id }, props.threads);
  const [draft, setDraft] = useState<PassageDraft | null>(null);
  const body = useRef<HTMLDivElement>(null);

  const begin = useCallback((action: PassageAction, range: SelectedRange) => setDraft({ action, range }), []);
  const selection = useSelection({ body, source, isOpen: debate.isOpen, onAct: begin });
  const paragraphs = useMemo(
    () => readParagraphs(source, claims, threads ?? [], choice),
    [source, claims, threads, choice],
  );
  usePackedMargin(body);

  // A link from the map or the outline leads to the sentence it speaks of.
  const askedKey = passage === null ? null : sentenceKeyOf(source, passage);
  useEffect(() => {
    if (askedKey !== null) focusSentence(askedKey);
  }, [askedKey]);
  // Who comes with a claim selected sees what it rests on; a claim chosen later, in the margin, is in sight already.
  const [firstKey] = useState(() =>
    passage === null && selected !== null ? mainSentenceKeyOf(source, selected) : null,
  );
  useEffect(() => {
    if (firstKey !== null) showSentence(firstKey);
  }, [firstKey]);

  const closeDraft = useCallback(() => {
    setDraft(null);
    selection.drop();
  }, [selection.drop]);
  const selectClaim = useCallback(
    (code: string | null) => onSelect({ claim: code, passage: null }),
    [onSelect],
  );
  const isIn = (start: number, paragraph: { start: number; end: number }): boolean =>
    start >= paragraph.start && start < paragraph.end;
  const labelOf = (range: SelectedRange): string =>
    source.passages.find((one) => isIn(range.start, one))?.label ?? '';

  return (
    <section className="reader-source" aria-labelledby={`source-${source.key}`}>
      <ReaderHead debate={debate} source={source} isMain={props.isMain} />
      {props.tools}
      <div ref={body} className="reader-body" lang={source.language} {...selection.bodyProps}>
        <svg className="reader-leader" aria-hidden="true">
          <path d="" />
        </svg>
        {paragraphs.map((paragraph) => {
          const isHere = (range: SelectedRange | null | undefined) =>
            range !== null && range !== undefined && isIn(range.start, paragraph.passage);
          const range = draft?.range ?? selection.held;
          const overlaps =
            range !== null && range.start < paragraph.passage.end && range.end > paragraph.passage.start;
          return (
            <ReaderParagraph
              key={paragraph.passage.key}
              debate={debate}
              source={source}
              paragraph={paragraph}
              choice={choice}
              selected={selected}
              held={overlaps ? range : null}
              draft={draft && draft.action !== 'claim' && isHere(draft.range) ? draft : null}
              waiting={waiting}
              isMain={props.isMain}
              onAct={begin}
              onCloseDraft={closeDraft}
              onSelect={selectClaim}
            >
              {selection.open && isHere(selection.open.range) && draft === null ? (
                <SelectionToolbar
                  place={selection.open.place}
                  hasFocus={selection.open.byKeyboard}
                  onAct={(action) => selection.open && begin(action, selection.open.range)}
                  onClose={selection.drop}
                />
              ) : null}
            </ReaderParagraph>
          );
        })}
      </div>
      {!debate.isOpen && <p className="reader-closed">{t('closed')}</p>}
      {draft?.action === 'claim' && (
        <ClaimFormDialog
          debate={debate}
          target="choose"
          intent="support"
          citation={{ sourceVersionId: source.version.id, ...draft.range, label: labelOf(draft.range) }}
          onClose={closeDraft}
          onAdded={({ code }) => selectClaim(code)}
        />
      )}
    </section>
  );
}
