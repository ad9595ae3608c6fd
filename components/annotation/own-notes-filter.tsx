import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import type { OwnNotesFilter as Filter } from '@/lib/domain/annotation/own-notes';
import { KINDS, VISIBILITIES } from '@/lib/domain/annotation/schema';
import { LIMITS } from '@/lib/domain/text/limits';
import type { AudienceWords } from './audience-words';

const SELECT = 'h-11 w-full min-w-0 rounded border border-control bg-raised px-2.5 text-ui';

/** Which of one's notes are shown. A plain form: it works before any script, and by link. */
export async function OwnNotesFilter({
  filter,
  tags,
  room,
}: {
  filter: Filter;
  tags: readonly string[];
  /** Readers are named as where the notes are written. */
  room: AudienceWords;
}) {
  const [t, inAudience] = await Promise.all([
    getTranslations('notes'),
    getTranslations('contribute.audience'),
  ]);
  return (
    <search className="no-print" aria-label={t('filter.label')}>
      <form
        method="get"
        className="grid grid-cols-2 items-end gap-3 *:first:col-span-2 sm:grid-cols-[minmax(0,1fr)_repeat(3,auto)_auto] sm:*:first:col-span-1"
      >
        <Labelled label={t('filter.words')}>
          <input
            type="search"
            name="q"
            defaultValue={filter.words}
            maxLength={LIMITS.searchQuery}
            className={`${controlStyle} h-11`}
          />
        </Labelled>
        <Labelled label={t('filter.kind')}>
          <select name="kind" defaultValue={filter.kind ?? ''} className={SELECT}>
            <option value="">{t('filter.any')}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('filter.visibility')}>
          <select name="visibility" defaultValue={filter.visibility ?? ''} className={SELECT}>
            <option value="">{t('filter.any')}</option>
            {VISIBILITIES.map((visibility) => (
              <option key={visibility} value={visibility}>
                {inAudience(`name.${visibility}`, { room })}
              </option>
            ))}
          </select>
        </Labelled>
        {tags.length === 0 ? null : (
          <Labelled label={t('filter.tag')}>
            <select name="tag" defaultValue={filter.tag ?? ''} className={SELECT}>
              <option value="">{t('filter.any')}</option>
              {tags.map((tag) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </select>
          </Labelled>
        )}
        <Button type="submit" className="min-h-11">
          {t('filter.go')}
        </Button>
      </form>
    </search>
  );
}

/** A control inside its label needs no id. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className="grid min-w-0 gap-1">
      <span className="text-caption text-muted">{label}</span>
      {children}
    </label>
  );
}
