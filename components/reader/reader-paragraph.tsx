'use client';

import { useTranslations } from 'next-intl';
import { memo, type ReactNode, useState } from 'react';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import type { MarkedRange, SelectedRange } from '@/lib/domain/annotation/segments';
import type { ClaimView, DebateView, SourceView } from '@/lib/domain/debate/view';
import { MarginGroup } from './margin-group';
import type { PassageAction, PassageDraft } from './passage-action';
import { ReaderSentence } from './reader-sentence';
import { isOfVersion, type ReaderChoice, type ReadParagraph } from './reading';

export interface ReaderParagraphProps {
  debate: DebateView;
  source: SourceView;
  paragraph: ReadParagraph;
  choice: ReaderChoice;
  selected: ClaimView | null;
  /** The stretch that is being selected or written about, where it touches this paragraph. */
  held: SelectedRange | null;
  draft: PassageDraft | null;
  waiting: readonly OutboxEntry[];
  isMain: boolean;
  onAct: (action: PassageAction, range: SelectedRange) => void;
  onCloseDraft: () => void;
  onSelect: (code: string | null) => void;
  /** The toolbar of a selection that begins here. */
  children: ReactNode;
}

/** A numbered paragraph with the brackets of both sides, and its group in the margin. */
export const ReaderParagraph = memo(function ReaderParagraph(props: ReaderParagraphProps) {
  const { source, paragraph, choice, selected, held, isMain } = props;
  const { passage, sentences } = paragraph;
  const t = useTranslations('text');
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const text = source.version.text;
  const Heading = isMain ? 'h2' : 'h3';
  const marks = rangesOf(props, choice.showsNotes);
  return (
    <>
      {passage.heading && <Heading className="reader-heading">{passage.heading}</Heading>}
      <div className="reader-paragraph" id={`paragraph-${passage.key}`} data-selected-side={selected?.side}>
        <p>
          <span className="reader-number">
            <span className="sr-only">{t('paragraph', { label: passage.label })}</span>
            <span aria-hidden="true">{passage.label}</span>
          </span>
          <Brackets paragraph={paragraph} showsUncited={choice.showsUncited} />
          {/* Exactly the source's text from here: offsets of a selection are counted in it. */}
          <span className="reader-text" data-text-start={passage.start}>
            {sentences.map((read, index) => (
              <span key={read.sentence.key}>
                {text.slice(sentences[index - 1]?.sentence.end ?? passage.start, read.sentence.start)}
                <ReaderSentence
                  text={text}
                  read={read}
                  marks={marks}
                  lookedAt={lookedAt}
                  heldRange={held}
                  showsUncited={choice.showsUncited}
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
          draft={props.draft}
          waiting={props.waiting}
          onAct={props.onAct}
          onCloseDraft={props.onCloseDraft}
          onSelect={props.onSelect}
          onLookAt={setLookedAt}
        />
      </div>
    </>
  );
});

/** Stretches to mark: the selected claim's passages, notes, and what is held. Ids say which is which. */
function rangesOf(
  { source, paragraph, selected, held }: ReaderParagraphProps,
  showsNotes: boolean,
): MarkedRange[] {
  const ranges: MarkedRange[] = [];
  for (const citation of selected?.citations ?? []) {
    if (citation.sourceKey !== source.key || !isOfVersion(citation, source)) continue;
    ranges.push({ id: 'claim', start: citation.start, end: citation.end });
  }
  if (showsNotes) {
    for (const { note } of paragraph.threads) {
      if (note.target.type !== 'passage' || note.isRemoved) continue;
      ranges.push({ id: note.id, start: note.target.start, end: note.target.end });
    }
  }
  if (held) ranges.push({ id: 'held', start: held.start, end: held.end });
  return ranges;
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
