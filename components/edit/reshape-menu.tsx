'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReshapeAction } from '@/components/claim/use-action';
import { Menu } from '@/components/ui/menu';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { linkableLines, mayRelate, mayReshape, movableLines } from './edit-rights';

/** What the reader may change about where a claim stands; nothing for those who may not. */
export function ReshapeMenu({
  debate,
  claim,
  onAction,
}: {
  debate: DebateView;
  claim: ClaimView;
  onAction: (action: ReshapeAction) => void;
}) {
  const t = useTranslations('edit.menu');
  const reshapes = mayReshape(debate, claim);
  const offered: Record<ReshapeAction, boolean> = {
    relate: mayRelate(debate, claim),
    move: movableLines(debate, claim).length > 0,
    link: linkableLines(debate, claim).length > 0,
    merge: reshapes && debate.claims.some(({ id, status }) => id !== claim.id && status === 'published'),
    split: reshapes,
  };
  const items = (Object.keys(offered) as ReshapeAction[])
    .filter((action) => offered[action])
    .map((action) => ({ label: t(action), onSelect: () => onAction(action) }));
  if (items.length === 0) return null;
  return (
    <Menu
      label={t('label', { code: claim.code })}
      buttonClassName="inline-flex min-h-8 items-center justify-center gap-2 rounded border border-transparent px-2.5 text-caption whitespace-nowrap text-ink hover:bg-wash pointer-coarse:min-h-11"
      items={items}
    >
      <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
      {t('more')}
    </Menu>
  );
}
