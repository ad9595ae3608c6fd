'use client';

import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { WaitingNote } from '@/components/annotation/waiting-note';
import { EvidenceChanged } from '@/components/claim/evidence-changed';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { SideMark } from '@/components/claim/side-mark';
import { latePart } from '@/components/ui/late-part';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';
import type { ClaimView, DebateView, SourceView } from '@/lib/domain/debate/view';
import { MarginNotes } from './margin-notes';
import type { PassageAction, PassageDraft } from './passage-action';
import { isOfVersion, type ReaderChoice, type ReadParagraph } from './reading';
import { marksOf } from './use-lit-marks';

const AnnotationForm = dynamic(
  latePart(() => import('@/components/annotation/annotation-form').then((module) => module.AnnotationForm)),
  { ssr: false },
);
const ClaimCard = dynamic(
  latePart(() => import('./claim-card').then((module) => module.ClaimCard)),
  {
    loading: () => null,
  },
);

export interface MarginGroupProps {
  debate: DebateView;
  source: SourceView;
  paragraph: ReadParagraph;
  choice: ReaderChoice;
  selected: ClaimView | null;
  /** The note that was asked for, where it is in this paragraph. */
  askedNote: string | null;
  /** The text has so many notes that far ones are brought when they come near. */
  hasManyNotes: boolean;
  draft: PassageDraft | null;
  waiting: readonly OutboxEntry[];
  /** Pressed tags choose from the notes of the text. */
  onTag: ((tag: string) => void) | undefined;
  onAct: (action: PassageAction, range: SelectedRange) => void;
  onCloseDraft: () => void;
  onSelect: (code: string | null) => void;
}

/** What stands beside a paragraph: the claims that rest on it, what no claim rests on, and the notes. */
export const MarginGroup = memo(function MarginGroup(props: MarginGroupProps) {
  const { debate, source, paragraph, choice, selected, draft, onSelect } = props;
  const t = useTranslations('text.margin');
  const locale = useLocale();
  const { passage, claims, also } = paragraph;
  const selectedHere = selected && (claims.includes(selected) || isLoneMention(props)) ? selected : null;
  const waitingHere = props.waiting.filter((entry) => isOn(entry, source, paragraph));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of notes is no fieldset
    <div
      role="group"
      className="reader-margin"
      aria-label={t('label', { label: passage.label })}
      lang={locale}
    >
      {choice.showsUncited && <Context {...props} />}
      {claims.length > 0 && (
        <ul className="reader-claims">
          {claims.map((claim) => (
            <li key={claim.id}>
              <ClaimLine
                claim={claim}
                source={source}
                language={debate.language}
                isSelected={claim === selected}
                onSelect={onSelect}
              />
            </li>
          ))}
        </ul>
      )}
      {also.length > 0 && (
        <div className="reader-also">
          <span>{t(claims.length > 0 ? 'also' : 'alone')}</span>
          <ul>
            {also.map((claim) => (
              <li key={claim.id}>
                <ClaimChip
                  claim={claim}
                  source={source}
                  language={debate.language}
                  isSelected={claim === selected}
                  onSelect={onSelect}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {selectedHere && (
        <ClaimCard debate={debate} claim={selectedHere} onSelect={onSelect} onClose={() => onSelect(null)} />
      )}
      {choice.showsNotes && paragraph.threads.length > 0 && (
        <MarginNotes
          threads={paragraph.threads}
          asked={props.askedNote}
          isLate={props.hasManyNotes}
          isOpen={debate.isOpen}
          isSignedIn={debate.viewer !== null}
          waiting={props.waiting}
          onTag={props.onTag}
        />
      )}
      {waitingHere.map((entry) => (
        <WaitingNote key={entry.id} entry={entry} />
      ))}
      {draft && (draft.action === 'comment' || draft.action === 'question') && (
        <div className="reader-note" data-draft="">
          <AnnotationForm
            key={`${draft.range.start}-${draft.range.end}`}
            target={{ type: 'passage', sourceVersionId: source.version.id, ...draft.range }}
            initialKind={draft.action}
            isSignedIn={debate.viewer !== null}
            onClose={props.onCloseDraft}
          />
        </div>
      )}
    </div>
  );
});

/** The claim's main passage is in a text that is not shown: its card opens at its first mention here. */
function isLoneMention({ selected, paragraph, source }: MarginGroupProps): boolean {
  const [main] = selected?.citations ?? [];
  return main !== undefined && main.sourceKey !== source.key && paragraph.also[0] === selected;
}

function isOn(entry: OutboxEntry, source: SourceView, { passage }: ReadParagraph): boolean {
  if (entry.action.type !== 'annotation') return false;
  const { target } = entry.action.input;
  return (
    target.type === 'passage' &&
    target.sourceVersionId === source.version.id &&
    target.start >= passage.start &&
    target.start < passage.end
  );
}

function Context({ debate, source, paragraph, onAct }: MarginGroupProps) {
  const t = useTranslations('text.margin');
  const uncited = paragraph.sentences.filter(({ isUncited }) => isUncited);
  const isWhole = uncited.length === paragraph.sentences.length;
  return uncited.map(({ sentence }) => {
    const range = selectedRange(source.version.text, sentence.start, sentence.end);
    const place = paragraph.sentences.findIndex((read) => read.sentence === sentence) + 1;
    if (isWhole && place > 1) return null;
    return (
      <p key={sentence.key} className="reader-context">
        <i aria-hidden="true" />
        <span>{isWhole ? t('context') : t('contextSentence', { place })}</span>
        {debate.isOpen && range && (
          <button type="button" onClick={() => onAct('claim', range)}>
            {t('makeClaim')}
          </button>
        )}
      </p>
    );
  });
}

interface ClaimPressProps {
  claim: ClaimView;
  source: SourceView;
  /** Language of the debate: what people wrote carries its own. */
  language: string;
  isSelected: boolean;
  onSelect: (code: string | null) => void;
}

const claimMarks = (claim: ClaimView, source: SourceView): string | undefined =>
  marksOf(claim.citations.filter((one) => one.sourceKey === source.key && isOfVersion(one, source)));

/** A claim in one line: mark, code, words, how the text carries it. */
function ClaimLine({ claim, source, language, isSelected, onSelect }: ClaimPressProps) {
  return (
    <button
      type="button"
      className="reader-claim"
      data-side={claim.side}
      data-marks={claimMarks(claim, source)}
      data-selected={isSelected || undefined}
      aria-expanded={isSelected}
      title={claim.text}
      onClick={() => onSelect(isSelected ? null : claim.code)}
    >
      <SideMark side={claim.side} />
      <span className="reader-claim-code">{claim.code}</span>
      <span className="reader-claim-text" lang={language} dir="auto">
        {claim.text}
      </span>
      {claim.hasChangedEvidence ? <EvidenceChanged isSmall /> : <EvidenceLabel evidence={claim.evidence} />}
    </button>
  );
}

/** A claim that was met in full elsewhere: mark and code. */
function ClaimChip({ claim, source, language, isSelected, onSelect }: ClaimPressProps) {
  return (
    <button
      type="button"
      className="reader-chip"
      data-side={claim.side}
      data-marks={claimMarks(claim, source)}
      aria-pressed={isSelected}
      title={claim.text}
      onClick={() => onSelect(isSelected ? null : claim.code)}
    >
      <SideMark side={claim.side} />
      <span className="reader-claim-code">{claim.code}</span>
      <span className="sr-only" lang={language} dir="auto">
        {claim.text}
      </span>
    </button>
  );
}
