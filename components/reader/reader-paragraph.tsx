'use client';

import { useTranslations } from 'next-intl';
import { memo, type ReactNode, useMemo } from 'react';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import type { SelectedRange } from '@/lib/domain/annotation/segments';
import type { ClaimView, DebateView, SourceView } from '@/lib/domain/debate/view';
import { waitsForReview } from './citation-standing';
import { MarginGroup } from './margin-group';
import { letterOf } from './note-letter';
import type { PassageAction, PassageDraft } from './passage-action';
import { type ClaimMark, paragraphPieces } from './reader-pieces';
import { ReaderSentence } from './reader-sentence';
import { isOfVersion, type ReaderChoice, type ReadParagraph } from './reading';

export interface ReaderParagraphProps {
  debate: DebateView;
  source: SourceView;
  paragraph: ReadParagraph;
  choice: ReaderChoice;
  /** The selected claim, where it has to do with this paragraph. */
  selected: ClaimView | null;
  /** The stretch that is being selected or written about, where it touches this paragraph. */
  held: SelectedRange | null;
  /** The sentence that Tab leads to, where it is in this paragraph. */
  currentKey: string | null;
  /** The note that was asked for, where it is in this paragraph. */
  askedNote: string | null;
  hasManyNotes: boolean;
  /** Most notes on one paragraph of this text: the length of a full bar; null where it is not shown. */
  mostNotes: number | null;
  draft: PassageDraft | null;
  waiting: readonly OutboxEntry[];
  isMain: boolean;
  /** Nothing can be said about the text: its sentences are words, and no buttons. */
  isReadOnly?: boolean;
  /** Pressed tags choose from the notes of the text. */
  onTag?: (tag: string) => void;
  onAct: (action: PassageAction, range: SelectedRange) => void;
  onCloseDraft: () => void;
  onSelect: (code: string | null) => void;
  /** The toolbar of a selection that begins here. */
  children: ReactNode;
}

/** A numbered paragraph with the brackets of both sides, and its group in the margin. */
export const ReaderParagraph = memo(function ReaderParagraph(props: ReaderParagraphProps) {
  const { source, paragraph, choice, selected, held, isMain } = props;
  const { passage, sentences, marks } = paragraph;
  const t = useTranslations('text');
  const text = source.version.text;
  const Heading = isMain ? 'h2' : 'h3';
  const claim = useMemo(() => claimMarks(selected, source), [selected, source]);
  const pieces = useMemo(
    () => paragraphPieces(passage, { notes: choice.showsNotes ? marks : [], claim, held }),
    [passage, marks, choice.showsNotes, claim, held],
  );
  const letters = useMemo(
    () => new Map(paragraph.threads.map(({ note }, index) => [note.id, letterOf(index)])),
    [paragraph.threads],
  );
  return (
    <>
      {passage.heading && <Heading className="reader-heading">{passage.heading}</Heading>}
      <div
        className="reader-paragraph"
        id={`paragraph-${passage.key}`}
        data-selected-side={selected?.side}
        data-lanes={pieces.laneCount > 1 ? pieces.laneCount : undefined}
      >
        <p>
          <span className="reader-number">
            <span className="sr-only">{t('paragraph', { label: passage.label })}</span>
            {/* For a reader of the screen the sentences say it, each for itself. */}
            {sentences.some(({ isChanged }) => isChanged) && (
              <i className="reader-changed" aria-hidden="true" title={t('sentence.changed')} />
            )}
            <span aria-hidden="true">{passage.label}</span>
          </span>
          <Brackets paragraph={paragraph} showsUncited={choice.showsUncited} />
          {props.mostNotes === null ? null : <Density count={marks.length} most={props.mostNotes} />}
          {/* Exactly the source's text from here: offsets of a selection are counted in it. */}
          <span className="reader-text" data-text-start={passage.start}>
            {sentences.map((read, index) => (
              <span key={read.sentence.key}>
                {text.slice(sentences[index - 1]?.sentence.end ?? passage.start, read.sentence.start)}
                <ReaderSentence
                  text={text}
                  read={read}
                  marks={pieces.sentences[index] ?? NO_PIECES}
                  letters={letters}
                  heldRange={held}
                  showsUncited={choice.showsUncited}
                  showsCoverage={choice.showsCoverage}
                  isCurrent={read.sentence.key === props.currentKey}
                  isReadOnly={props.isReadOnly}
                />
              </span>
            ))}
            {text.slice(sentences.at(-1)?.sentence.end ?? passage.start, passage.end)}
          </span>
        </p>
        {props.children}
        <MarginGroup
          debate={props.debate}
          source={source}
          paragraph={paragraph}
          choice={choice}
          selected={selected}
          askedNote={props.askedNote}
          hasManyNotes={props.hasManyNotes}
          draft={props.draft}
          waiting={props.waiting}
          onTag={props.onTag}
          onAct={props.onAct}
          onCloseDraft={props.onCloseDraft}
          onSelect={props.onSelect}
        />
      </div>
    </>
  );
});

const NO_PIECES = { pieces: [], hidden: 0 };

/** Where the selected claim rests in this version of the text. */
function claimMarks(selected: ClaimView | null, source: SourceView): ClaimMark[] {
  return (selected?.citations ?? [])
    .filter((one) => one.sourceKey === source.key && isOfVersion(one, source))
    .map((one) => ({ start: one.start, end: one.end, isChanged: waitsForReview(one) }));
}

/** One bracket a side, before the text for side a, after it for side b; dots where nothing rests. */
function Brackets({ paragraph, showsUncited }: { paragraph: ReadParagraph; showsUncited: boolean }) {
  const has = (side: string) => paragraph.sentences.some(({ citedBy }) => citedBy?.includes(side));
  const hasUncited = showsUncited && paragraph.sentences.some(({ isUncited }) => isUncited);
  return (
    <>
      {has('a') && <i className="reader-bracket" data-side="a" aria-hidden="true" />}
      {has('b') && <i className="reader-bracket" data-side="b" aria-hidden="true" />}
      {hasUncited && <i className="reader-bracket" data-side="none" aria-hidden="true" />}
    </>
  );
}

/** How many notes a paragraph has beside the one with the most: a bar with its number. */
function Density({ count, most }: { count: number; most: number }) {
  const t = useTranslations('text.coverage');
  return (
    <span className="reader-density" style={{ '--share': most === 0 ? 0 : count / most } as object}>
      <i aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('density', { count })}</span>
    </span>
  );
}
