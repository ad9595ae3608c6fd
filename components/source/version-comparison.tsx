'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { announce } from '@/components/ui/live-region';
import type { ApiFailure } from '@/lib/client/api';
import { newEventId } from '@/lib/client/event-id';
import { addVersion, previewVersion } from '@/lib/client/sources';
import { markedParagraphs } from '@/lib/domain/source/marked-text';
import type { AddVersion } from '@/lib/domain/source/schema';
import type { AddedVersion, SourceVersionView, VersionPreview } from '@/lib/domain/source/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { AnchorOutlook } from './anchor-outlook';
import { FollowedParagraphs } from './followed-paragraphs';
import { ParagraphChangesView } from './paragraph-changes-view';
import type { TextDraft, VersionDraft } from './source-draft';
import { type FactFault, type FactValues, factFaults, trimmedFacts } from './source-facts';
import { useDocumentTrouble } from './use-document-trouble';
import { useFactFaults } from './use-fact-faults';
import { VersionFacts } from './version-facts';

/** What was compared, and what came of it. */
interface Looked {
  marked: string;
  isOriginal: boolean;
  chosen: readonly (string | null)[] | null;
  preview: VersionPreview;
}

/** Paragraphs with their headings, as they are edited: a reworded heading is a change too. */
const linesOf = (marked: string): string[] =>
  markedParagraphs(marked).map(({ heading, words }) => (heading === null ? words : `# ${heading}\n${words}`));

/** Compares a text with the version so far, shows what becomes of all that is tied to it, and saves it. */
export function VersionComparison({
  slug,
  current,
  before,
  marked,
  hasOriginal,
  isOriginal,
  note: words,
  facts: said,
  hasLooked,
  onChange,
  onSaved,
}: {
  slug: string;
  current: SourceVersionView;
  before: string;
  marked: string;
  hasOriginal: boolean;
  isOriginal: boolean;
  note: string;
  /** What the source is called from this version on. */
  facts: FactValues;
  /** Somebody says that they have looked at it. */
  hasLooked: boolean;
  onChange: (part: Partial<Omit<VersionDraft, keyof TextDraft>>) => void;
  onSaved: (saved: AddedVersion) => void;
}) {
  const t = useTranslations('sources.compare');
  const facts = useTranslations('sources.facts');
  const { ofSaving } = useDocumentTrouble();
  const [chosen, setChosen] = useState<readonly (string | null)[] | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [work, setWork] = useState<'looking' | 'saving' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [key, setKey] = useState(newEventId);
  const [faults, setFaults] = useState<Partial<Record<FactFault | 'looked', string>>>({});
  const group = useRef<HTMLFieldSetElement>(null);
  const textOfFault = useFactFaults();
  const note = useRef<HTMLDivElement>(null);
  const { number } = current.version;
  const previous = useMemo(
    () =>
      current.passages.map(({ key: name, label, start, end }) => ({
        key: name,
        label,
        words: current.version.text.slice(start, end),
      })),
    [current],
  );
  const linesBefore = useMemo(() => linesOf(before), [before]);
  const linesAfter = useMemo(() => (looked ? linesOf(looked.marked) : []), [looked]);
  const isStale =
    looked !== null &&
    (looked.marked !== marked || looked.isOriginal !== isOriginal || looked.chosen !== chosen);

  const input = (): AddVersion => ({
    baseNumber: number,
    text: marked,
    ...(isOriginal ? { isOriginal } : {}),
    // Of a text that has changed since, the choices belong to other paragraphs.
    ...(chosen && looked?.marked === marked ? { passageKeys: [...chosen] } : {}),
  });
  const refuse = (error: ApiFailure) => {
    setWork(null);
    setTrouble(ofSaving(error));
    requestAnimationFrame(() => note.current?.focus());
  };
  const look = async () => {
    if (work) return;
    setWork('looking');
    setTrouble(null);
    const isSameText = looked?.marked === marked && looked.isOriginal === isOriginal;
    const kept = isSameText ? chosen : null;
    const result = await previewVersion(slug, current.source.id, input());
    if (!result.ok) return refuse(result.error);
    setWork(null);
    setChosen(kept);
    setLooked({ marked, isOriginal, chosen: kept, preview: result.value });
    setKey(newEventId());
    announce(t('anchors'));
  };
  const areFactsSound = (): boolean => {
    const found: Partial<Record<FactFault | 'looked', string>> = {};
    for (const fault of factFaults(trimmedFacts(said))) found[fault] = textOfFault(fault);
    if (isOriginal && !hasLooked) found.looked = facts('lookFirst');
    setFaults(found);
    const isSound = Object.keys(found).length === 0;
    if (!isSound)
      requestAnimationFrame(() =>
        group.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    return isSound;
  };
  const save = async () => {
    if (work || isStale || !looked || !areFactsSound()) return;
    setWork('saving');
    setTrouble(null);
    const different = words.trim();
    const { title, attribution, url } = trimmedFacts(said);
    const result = await addVersion(
      slug,
      current.source.id,
      {
        ...input(),
        title,
        attribution: attribution || null,
        url: url || null,
        ...(different ? { note: different } : {}),
      },
      key,
    );
    if (result.ok) return onSaved(result.value);
    if (result.error.kind === 'http') setKey(newEventId());
    refuse(result.error);
  };

  return (
    <section className="grid gap-5" aria-labelledby="version-compare">
      <h2 id="version-compare" className="text-heading font-strong">
        {t('legend')}
      </h2>
      <FormNote noteRef={note} text={trouble} />
      {hasOriginal ? null : (
        <label className="grid max-w-[46rem] grid-cols-[auto_1fr] gap-x-3">
          <input
            type="checkbox"
            checked={isOriginal}
            onChange={({ target }) => {
              onChange({ isOriginal: target.checked, hasLooked: false });
              setChosen(null);
            }}
            className="mt-1 size-4 accent-ink"
          />
          <span>
            <span className="block font-strong">{t('isOriginal')}</span>
            <span className="block text-caption text-muted text-pretty">{t('isOriginalHint')}</span>
          </span>
        </label>
      )}
      <Button
        variant={looked && !isStale ? 'plain' : 'primary'}
        size="large"
        className="justify-self-start"
        isPending={work === 'looking'}
        onClick={() => void look()}
      >
        {work === 'looking' ? t('looking') : t('look')}
      </Button>
      {looked === null ? null : (
        <>
          <AnchorOutlook citations={looked.preview.citations} notes={looked.preview.notes} />
          <p className="max-w-[46rem] text-caption text-muted text-pretty">{t('review')}</p>
          {looked.isOriginal ? (
            <FollowedParagraphs
              preview={looked.preview}
              previous={previous}
              chosen={chosen ?? looked.preview.passages.map(({ previousKey }) => previousKey)}
              language={current.source.language}
              onChoose={(index, name) =>
                setChosen(
                  (chosen ?? looked.preview.passages.map(({ previousKey }) => previousKey)).map((old, at) =>
                    at === index ? name : old,
                  ),
                )
              }
            />
          ) : (
            <ParagraphChangesView
              before={linesBefore}
              after={linesAfter}
              number={number}
              language={current.source.language}
            />
          )}
          <div className="grid max-w-[46rem] gap-4 border-t border-hairline pt-5">
            <VersionFacts
              facts={said}
              faults={faults}
              isOriginal={isOriginal}
              hasLooked={hasLooked}
              onChange={onChange}
              onLooked={(next) => onChange({ hasLooked: next })}
              groupRef={group}
            />
            <TextField
              label={t('note')}
              note={facts('optional')}
              value={words}
              onChange={({ target }) => onChange({ note: target.value })}
              maxLength={LIMITS.versionNote}
            />
            <p role="status" className="text-caption text-pretty empty:hidden">
              {isStale ? t('stale') : null}
            </p>
            <Button
              variant={isStale ? 'plain' : 'primary'}
              size="large"
              className="justify-self-start"
              isPending={work === 'saving'}
              disabled={isStale}
              onClick={() => void save()}
            >
              {work === 'saving' ? t('saving') : t('save', { number: number + 1 })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
