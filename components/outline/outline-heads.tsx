import { useTranslations } from 'next-intl';
import { SideMark } from '@/components/claim/side-mark';
import { Button } from '@/components/ui/button';
import { useNotTaken } from '@/lib/client/live/room-takes';
import type { OutlineSection } from '@/lib/domain/debate/outline';
import type { DebateView } from '@/lib/domain/debate/view';
import { GridCell, GridColumnHead, GridRow } from './grid-parts';

/** Names of the columns; on a phone, where there are none, only screen readers meet them. */
export function OutlineColumns() {
  const t = useTranslations('outline.column');
  return (
    <GridRow className="outline-columns">
      <GridColumnHead>{t('claim')}</GridColumnHead>
      <GridColumnHead>{t('room')}</GridColumnHead>
      <GridColumnHead>{t('own')}</GridColumnHead>
      <GridColumnHead className="sr-only">{t('details')}</GridColumnHead>
    </GridRow>
  );
}

/** Heads the reasons of one side: its name, what it speaks for, how many reasons. */
export function OutlineSectionHead({
  debate,
  section,
  isFiltered,
  onAdd,
}: {
  debate: DebateView;
  section: OutlineSection;
  isFiltered: boolean;
  onAdd: () => void;
}) {
  const t = useTranslations('outline');
  const takesClaims = useNotTaken('claim') === null;
  const side = debate.sides.find(({ role }) => role === section.role);
  const count = section.nodes.filter(({ number }) => number !== null).length;
  return (
    <GridRow className="outline-section-head">
      <GridCell aria-colspan={4}>
        <SideMark side={section.role} />
        <h2 id={`outline-side-${section.role}`}>{side?.name ?? t('noSide')}</h2>
        <span>{side ? t('speaks', { speaks: side.speaks, count }) : t('reasons', { count })}</span>
        {section.nodes.length === 0 && !isFiltered && debate.isOpen && takesClaims && (
          <span className="outline-section-empty">
            <Button size="small" onClick={onAdd}>
              {t('empty.add')}
            </Button>
          </span>
        )}
      </GridCell>
    </GridRow>
  );
}
