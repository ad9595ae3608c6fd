'use client';

import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { AnnotationThread } from '@/components/annotation/annotation-thread';
import { WaitingNote } from '@/components/annotation/waiting-note';
import { EvidenceChanged } from '@/components/claim/evidence-changed';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { SideMark } from '@/components/claim/side-mark';
import { latePart } from '@/components/ui/late-part';
import type { OutboxEntry } from '@/lib/client/outbox-entry';
import { type SelectedRange, selectedRange } from '@/lib/domain/annotation/segments';
import type { ClaimView, DebateView, SourceView } from '@/lib/domain/debate/view';
import type { PassageAction, PassageDraft } from './passage-action';
import type { ReaderChoice, ReadParagraph } from './reading';

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
  draft: PassageDraft | null;
  waiting: readonly OutboxEntry[];
  onAct: (action: PassageAction, range: SelectedRange) => void;
  onCloseDraft: () => void;
  onSelect: (code: string | null) => void;
  /** A note is pointed at, or no longer. */
  onLookAt: (noteId: string | null) => void;
}

/** What stands beside a paragraph: the claims that rest on it, what no claim rests on, and the notes. */
export function MarginGroup(props: MarginGroupProps) {
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
          <span>{t('also')}</span>
          <ul>
            {also.map((claim) => (
              <li key={claim.id}>
                <ClaimChip
                  claim={claim}
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
      {choice.showsNotes &&
        paragraph.threads.map((thread) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a note only lights up its words in the text
          <div
            key={thread.note.id}
            className="reader-note"
            onPointerEnter={() => props.onLookAt(thread.note.id)}
            onPointerLeave={() => props.onLookAt(null)}
            onFocus={() => props.onLookAt(thread.note.id)}
            onBlur={() => props.onLookAt(null)}
          >
            <NoteQuote thread={thread} />
            <AnnotationThread
              thread={thread}
              isOpen={debate.isOpen}
              isSignedIn={debate.viewer !== null}
              waiting={props.waiting}
            />
          </div>
        ))}
      {waitingHere.map((entry) => (
        <WaitingNote key={entry.id} entry={entry} />
      ))}
      {draft && draft.action !== 'claim' && (
        <div className="reader-note">
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
}

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
  /** Language of the debate: what people wrote carries its own. */
  language: string;
  isSelected: boolean;
  onSelect: (code: string | null) => void;
}

/** A claim in one line: mark, code, words, how the text carries it. */
function ClaimLine({ claim, language, isSelected, onSelect }: ClaimPressProps) {
  return (
    <button
      type="button"
      className="reader-claim"
      data-side={claim.side}
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
      {claim.hasChangedEvidence ? <EvidenceChanged /> : <EvidenceLabel evidence={claim.evidence} />}
    </button>
  );
}

/** A claim that was met in full elsewhere: mark and code. */
function ClaimChip({ claim, language, isSelected, onSelect }: ClaimPressProps) {
  return (
    <button
      type="button"
      className="reader-chip"
      data-side={claim.side}
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

/** The words that a note is about. */
function NoteQuote({ thread }: { thread: ReadParagraph['threads'][number] }) {
  const t = useTranslations('text.margin');
  const { target } = thread.note;
  if (target.type !== 'passage') return null;
  const words = target.exact.length > 60 ? `${target.exact.slice(0, 56).trimEnd()}…` : target.exact;
  return <p className="reader-note-quote">{t('on', { words })}</p>;
}
