import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ANCHOR_FILTERS, type AnchorFilter } from './anchor-groups';

/** Which places are shown, with how many there are of each status; nothing where all have the same one. */
export function AnchorFilters({
  counts,
  chosen,
  onChoose,
}: {
  counts: Readonly<Record<AnchorFilter, number>>;
  chosen: AnchorFilter;
  onChoose: (filter: AnchorFilter) => void;
}) {
  const t = useTranslations('review');
  const offered = ANCHOR_FILTERS.filter((filter) => counts[filter] > 0);
  if (offered.length < 3) return null;
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('filter')}</legend>
      {offered.map((filter) => (
        <Button
          key={filter}
          size="small"
          aria-pressed={filter === chosen}
          className="aria-pressed:border-ink aria-pressed:font-strong"
          onClick={() => onChoose(filter)}
        >
          {filter === 'all' ? t('all') : t(`status.${filter}`)}
          <span className="text-muted tabular-nums">{counts[filter]}</span>
        </Button>
      ))}
    </fieldset>
  );
}
