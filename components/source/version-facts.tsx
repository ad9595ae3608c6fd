import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { TextField } from '@/components/ui/field';
import { LIMITS } from '@/lib/domain/text/limits';
import type { FactFault, FactValues } from './source-facts';

/** Title, attribution and address of a source from a new version on; of an original somebody has to look at them. */
export function VersionFacts({
  facts,
  faults,
  isOriginal,
  hasLooked,
  onChange,
  onLooked,
  groupRef,
}: {
  facts: FactValues;
  faults: Partial<Record<FactFault | 'looked', string>>;
  isOriginal: boolean;
  hasLooked: boolean;
  onChange: (part: Partial<FactValues>) => void;
  onLooked: (hasLooked: boolean) => void;
  groupRef: RefObject<HTMLFieldSetElement | null>;
}) {
  const t = useTranslations('sources.facts');
  return (
    <fieldset ref={groupRef} className="grid gap-4">
      <legend className="mb-1 font-strong">{t('ofVersion')}</legend>
      <p className="text-caption text-muted text-pretty">{t('ofVersionHint')}</p>
      <TextField
        name="title"
        label={t('title')}
        value={facts.title}
        onChange={({ target }) => onChange({ title: target.value })}
        maxLength={LIMITS.sourceTitle * 2}
        required
        error={faults.title}
      />
      <TextField
        name="attribution"
        label={t('attribution')}
        note={t('optional')}
        value={facts.attribution}
        onChange={({ target }) => onChange({ attribution: target.value })}
        error={faults.attribution}
      />
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={t('url')}
        note={t('optional')}
        value={facts.url}
        onChange={({ target }) => onChange({ url: target.value })}
        maxLength={LIMITS.sourceUrl}
        error={faults.url}
      />
      {isOriginal ? (
        <div className="grid gap-1">
          <label className="flex items-start gap-2.5 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              required
              checked={hasLooked}
              aria-invalid={faults.looked === undefined ? undefined : true}
              aria-describedby={faults.looked === undefined ? undefined : 'version-looked-fault'}
              onChange={({ target }) => onLooked(target.checked)}
              className="mt-1 size-4 accent-ink"
            />
            {t('looked')}
          </label>
          {faults.looked === undefined ? null : (
            <p id="version-looked-fault" className="text-caption font-strong">
              {faults.looked}
            </p>
          )}
        </div>
      ) : null}
    </fieldset>
  );
}
