'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { request } from '@/lib/client/api';
import type { DebateView, PassageView, SideRole, SourceView } from '@/lib/domain/debate/view';
import type { ChosenCitation } from './claim-form-state';
import { PassageQuote } from './passage-quote';

export interface CitationPickerProps {
  debate: DebateView;
  side: SideRole;
  value: ChosenCitation | null;
  /** The chosen evidence status says that the text carries the claim. */
  isExpected: boolean;
  /** `isFromArticle` tells the debate's own text from a treaty that it cites. */
  onChange: (citation: ChosenCitation | null, isFromArticle: boolean) => void;
}

/** Ties the claim to a passage: the one it was made from, or one picked by paragraph and sentence. */
export function CitationPicker({ debate, side, value, isExpected, onChange }: CitationPickerProps) {
  const t = useTranslations('contribute.citation');
  const [isPicking, setIsPicking] = useState(false);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-strong">{t('legend')}</legend>
      {value ? (
        <PassageQuote quote={value.exact} side={side} language={debate.language}>
          {t('paragraph', { label: value.label })}
        </PassageQuote>
      ) : (
        <p className="text-caption text-muted">{isExpected ? t('expected') : t('none')}</p>
      )}
      {isPicking ? (
        <Picker
          debate={debate}
          onPick={(citation, isFromArticle) => {
            onChange(citation, isFromArticle);
            setIsPicking(false);
          }}
          onCancel={() => setIsPicking(false)}
        />
      ) : (
        <div className="flex gap-2">
          <Button size="small" onClick={() => setIsPicking(true)}>
            {value ? t('change') : t('pick')}
          </Button>
          {value ? (
            <Button size="small" variant="quiet" onClick={() => onChange(null, false)}>
              {t('remove')}
            </Button>
          ) : null}
        </div>
      )}
    </fieldset>
  );
}

function Picker({
  debate,
  onPick,
  onCancel,
}: {
  debate: DebateView;
  onPick: (citation: ChosenCitation, isFromArticle: boolean) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('contribute.citation');
  const id = useId();
  const [sources, setSources] = useState<SourceView[] | 'failed' | null>(null);
  const [place, setPlace] = useState('');

  useEffect(() => {
    const abort = new AbortController();
    void request<SourceView[]>('GET', `/debates/${debate.slug}/sources`, { signal: abort.signal }).then(
      (answer) => {
        if (!abort.signal.aborted) setSources(answer.ok ? answer.value : 'failed');
      },
    );
    return () => abort.abort();
  }, [debate.slug]);

  if (sources === null) return <p className="text-caption text-muted">{t('loading')}</p>;
  if (sources === 'failed') return <p className="text-caption text-muted">{t('loadFailed')}</p>;

  const [sourceKey, passageKey] = place.split(' ');
  const source = sources.find(({ key }) => key === sourceKey);
  const passage = source?.passages.find(({ key }) => key === passageKey);
  return (
    <div className="grid gap-3 rounded border border-hairline bg-paper p-3">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-caption font-strong">
          {t('which')}
        </label>
        <select
          id={id}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
          className={`${controlStyle} h-11`}
        >
          <option value="">{t('choose')}</option>
          {sources.map((from) => (
            <optgroup key={from.key} label={from.title}>
              {from.passages.map(({ key, label, heading }) => (
                <option key={key} value={`${from.key} ${key}`}>
                  {heading ? `${t('paragraph', { label })}: ${heading}` : t('paragraph', { label })}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {source && passage ? (
        <Sentences
          source={source}
          passage={passage}
          onPick={(citation) => onPick(citation, source.kind === 'digest')}
        />
      ) : null}
      <Button size="small" variant="quiet" onClick={onCancel} className="justify-self-start">
        {t('cancel')}
      </Button>
    </div>
  );
}

function Sentences({
  source,
  passage,
  onPick,
}: {
  source: SourceView;
  passage: PassageView;
  onPick: (citation: ChosenCitation) => void;
}) {
  const t = useTranslations('contribute.citation');
  const { text, id: sourceVersionId } = source.version;
  const citationOf = ({ start, end }: { start: number; end: number }): ChosenCitation => ({
    sourceVersionId,
    start,
    end,
    exact: text.slice(start, end),
    label: passage.label,
  });
  return (
    <ul aria-label={t('sentences')} className="grid gap-1.5">
      {passage.sentences.map((sentence) => (
        <li key={sentence.key}>
          <button
            type="button"
            lang={source.language}
            dir="auto"
            onClick={() => onPick(citationOf(sentence))}
            className="w-full rounded border border-hairline bg-raised px-3 py-2 text-start font-serif text-ui hover:border-control hover:bg-wash"
          >
            {text.slice(sentence.start, sentence.end)}
          </button>
        </li>
      ))}
      {passage.sentences.length > 1 ? (
        <li>
          <Button size="small" onClick={() => onPick(citationOf(passage))}>
            {t('whole')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
