'use client';

import { useTranslations } from 'next-intl';
import { SideChoice } from '@/components/claim/side-choice';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';
import { LineChecks } from './line-choice';
import type { SplitPart } from './split-state';

/** One of the claims that a claim is split into: its words, its side, its lines and its passages. */
export function SplitPartFields({
  debate,
  claim,
  lines,
  number,
  part,
  error,
  onChange,
  onRemove,
}: {
  debate: DebateView;
  claim: ClaimView;
  lines: readonly RelationView[];
  number: number;
  part: SplitPart;
  error: string | null;
  onChange: (part: SplitPart) => void;
  /** Null while there are no more parts than a split needs. */
  onRemove: (() => void) | null;
}) {
  const t = useTranslations('edit.split');
  const toggleCitation = (id: string) =>
    onChange({
      ...part,
      citationIds: part.citationIds.includes(id)
        ? part.citationIds.filter((other) => other !== id)
        : [...part.citationIds, id],
    });
  return (
    <fieldset
      aria-label={t('part', { number })}
      className="grid gap-4 rounded border border-hairline px-4 py-3"
    >
      <TextArea
        label={t('part', { number })}
        error={error}
        value={part.text}
        rows={2}
        lang={debate.language}
        dir="auto"
        onChange={(event) => onChange({ ...part, text: event.target.value })}
        className="font-serif"
      />
      <SideChoice sides={debate.sides} value={part.side} onChange={(side) => onChange({ ...part, side })} />
      {lines.length > 0 ? (
        <LineChecks
          debate={debate}
          legend={t('lines')}
          lines={lines}
          value={part.relationIds}
          onChange={(relationIds) => onChange({ ...part, relationIds })}
        />
      ) : null}
      {claim.citations.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-caption font-strong">{t('passages')}</legend>
          {claim.citations.map((citation) => (
            <label key={citation.id} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                checked={part.citationIds.includes(citation.id)}
                onChange={() => toggleCitation(citation.id)}
                className="size-4 flex-none accent-ink"
              />
              <span className="line-clamp-2 text-ui">
                {t('passage', { label: citation.passageLabel, text: citation.exact })}
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {onRemove ? (
        <Button size="small" variant="quiet" className="justify-self-start" onClick={onRemove}>
          {t('remove', { number })}
        </Button>
      ) : null}
    </fieldset>
  );
}
