import { useTranslations } from 'next-intl';
import type { SideRole, SideView } from '@/lib/domain/debate/view';

/** Name of a side as the debate gives it; `fallback` is the word for no side. */
export const sideName = (side: SideRole, sides: readonly SideView[], fallback: string): string =>
  sides.find(({ role }) => role === side)?.name ?? fallback;

/** The side's word in the side's ink. */
export function SideWord({ side, sides }: { side: SideRole; sides: readonly SideView[] }) {
  const t = useTranslations('contribute.side');
  return (
    <span data-side={side} className="font-strong text-(--side-text)">
      {sideName(side, sides, t('none'))}
    </span>
  );
}
