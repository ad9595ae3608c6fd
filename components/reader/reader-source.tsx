'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ALL_THREADS, chosenThreads } from '@/components/annotation/thread-choice';
import type { ViewSelection } from '@/components/debate/view-address';
import { latePart } from '@/components/ui/late-part';
import { announce } from '@/components/ui/live-region';
import { useThreads } from '@/lib/client/contributions';
import type { SelectedRange } from '@/lib/domain/annotation/segments';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import type { ClaimView, DebateView, SourceView } from '@/lib/domain/debate/view';
import { MANY_NOTES } from './margin-notes';
import type { PassageAction, PassageDraft } from './passage-action';
import { ReaderHead } from './reader-head';
import { ReaderParagraph } from './reader-paragraph';
import {
  isOfVersion,
  mainSentenceKeyOf,
  type ReaderChoice,
  type ReadParagraph,
  readParagraphs,
  sentenceKeyOf,
} from './reading';
import { SelectionToolbar } from './selection-toolbar';
import { focusSentence, showSentence } from './sentence-id';
import { isSameTag, TagChoice } from './tag-choice';
import { useLitMarks } from './use-lit-marks';
import { usePackedMargin } from './use-packed-margin';
import { useShownSource } from './use-shown-source';
import { useSelection } from './use-text-selection';
import { whatIsHere } from './what-is-here';
import { countWords } from './word-edges';

const ClaimFormDialog = dynamic(
  latePart(() => import('@/components/claim/claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);
const CiteDialog = dynamic(
  latePart(() => import('./cite-dialog').then((module) => module.CiteDialog)),
  { ssr: false },
);
const CoverageSummary = dynamic(
  latePart(() => import('./coverage-summary').then((module) => module.CoverageSummary)),
  { ssr: false },
);

/** A selection that grows by key is said when it rests. */
const SAY_AFTER_MS = 350;
/** Characters of a selection that are said: its start. */
const MOST_SAID = 80;

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
  /** The address names this text, and no place in it. */
  isAsked: boolean;
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
  const [askedNote, setAskedNote] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);

  const [tag, setTag] = useState<string | null>(null);
  const chooseTag = useCallback((next: string) => setTag((old) => (isSameTag(old, next) ? null : next)), []);

  const begin = useCallback((action: PassageAction, range: SelectedRange) => {
    // What is written now shows whatever its tags are.
    setTag(null);
    setDraft({ action, range });
  }, []);
  const selection = useSelection({ body, source, isOpen: debate.isOpen, onAct: begin });
  const { showsA, showsB } = choice;
  const chosen = useMemo(
    () => (tag === null ? (threads ?? []) : chosenThreads(threads ?? [], { ...ALL_THREADS, tag })),
    [threads, tag],
  );
  const paragraphs = useMemo(
    () => readParagraphs(source, claims, chosen, { showsA, showsB }),
    [source, claims, chosen, showsA, showsB],
  );
  const isMaintainer = debate.viewer?.isMaintainer ?? false;
  const mostNotes = useMemo(
    () =>
      choice.showsCoverage && isMaintainer ? Math.max(0, ...paragraphs.map((one) => one.marks.length)) : null,
    [choice.showsCoverage, isMaintainer, paragraphs],
  );
  const hasChanged = paragraphs.some(({ sentences }) => sentences.some(({ isChanged }) => isChanged));
  usePackedMargin(body);
  useLitMarks(body);

  const range = selection.open?.range ?? null;
  const here = useMemo(
    () => (range === null ? NOTHING_HERE : whatIsHere(source, claims, chosen, range)),
    [source, claims, chosen, range],
  );
  const { start, exact } = range ?? {};
  useEffect(() => {
    if (start === undefined || exact === undefined) return;
    const words = exact.length > MOST_SAID ? `${exact.slice(0, MOST_SAID).trimEnd()}…` : exact;
    const said = t('selected', {
      words,
      count: countWords(exact, source.language),
      claims: here.claims.length,
      notes: here.notes.length,
    });
    const timer = setTimeout(() => announce(said), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [t, start, exact, here, source.language]);

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

  useShownSource(source.key, props.isAsked);

  const { release } = selection;
  const written = useRef<SelectedRange | null>(null);
  useEffect(() => {
    written.current = draft?.range ?? null;
  }, [draft]);
  const closeDraft = useCallback(() => {
    setDraft(null);
    if (written.current) release(written.current);
  }, [release]);
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
      <ReaderHead debate={debate} source={source} isMain={props.isMain} hasChanged={hasChanged} />
      {props.tools}
      {choice.showsCoverage && (
        <CoverageSummary
          debate={debate}
          source={source}
          claims={claims}
          threads={threads ?? []}
          currentKey={selection.currentKey}
          onSelect={selectClaim}
        />
      )}
      <div ref={body} className="reader-body" lang={source.language} {...selection.bodyProps}>
        <svg className="reader-leader" aria-hidden="true">
          <path d="" />
        </svg>
        {paragraphs.map((paragraph) => {
          const isHere = (range: SelectedRange | null | undefined) =>
            range !== null && range !== undefined && isIn(range.start, paragraph.passage);
          const held = draft?.range ?? selection.held;
          const overlaps =
            held !== null && held.start < paragraph.passage.end && held.end > paragraph.passage.start;
          const has = (key: string | null) =>
            paragraph.sentences.some(({ sentence }) => sentence.key === key);
          return (
            <ReaderParagraph
              key={paragraph.passage.key}
              debate={debate}
              source={source}
              paragraph={paragraph}
              choice={choice}
              selected={selected && concerns(selected, paragraph, source) ? selected : null}
              held={overlaps ? held : null}
              currentKey={has(selection.currentKey) ? selection.currentKey : null}
              askedNote={paragraph.threads.some(({ note }) => note.id === askedNote) ? askedNote : null}
              hasManyNotes={(threads?.length ?? 0) > MANY_NOTES}
              mostNotes={mostNotes}
              draft={draft && isHere(draft.range) ? draft : null}
              waiting={waiting}
              isMain={props.isMain}
              onTag={chooseTag}
              onAct={begin}
              onCloseDraft={closeDraft}
              onSelect={selectClaim}
            >
              {selection.open && isHere(selection.open.range) && draft === null ? (
                <SelectionToolbar
                  place={selection.open.place}
                  here={here}
                  language={debate.language}
                  hasFocus={selection.open.byKeyboard}
                  onAct={(action) => selection.open && begin(action, selection.open.range)}
                  onClaim={(code) => {
                    selection.drop();
                    selectClaim(code);
                  }}
                  onNote={(id) => {
                    selection.drop();
                    setAskedNote(id);
                  }}
                  onClose={selection.drop}
                />
              ) : null}
            </ReaderParagraph>
          );
        })}
      </div>
      <TagChoice
        tag={tag}
        shownCount={chosen.length}
        total={threads?.length ?? 0}
        onClear={() => setTag(null)}
      />
      {!debate.isOpen && <p className="reader-closed">{t('closed')}</p>}
      {draft?.action === 'cite' && (
        <CiteDialog
          debate={debate}
          citation={{ sourceVersionId: source.version.id, ...draft.range }}
          label={labelOf(draft.range)}
          onClose={closeDraft}
          onMakeClaim={() => begin('claim', draft.range)}
          onCited={({ code }) => selectClaim(code)}
        />
      )}
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

const NOTHING_HERE = { claims: [], notes: [] };

/** Whether a claim is named beside a paragraph, or rests on words of it. */
function concerns(claim: ClaimView, { passage, claims, also }: ReadParagraph, source: SourceView): boolean {
  if (claims.includes(claim) || also.includes(claim)) return true;
  return claim.citations.some(
    (one) => isOfVersion(one, source) && one.start < passage.end && one.end > passage.start,
  );
}
