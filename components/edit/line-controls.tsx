'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import type { DebateView, RelationView } from '@/lib/domain/debate/view';
import { DeclineLineDialog } from './decline-line-dialog';
import { useSending } from './edit-form';
import { isOnItsOwn, isStanding, linkChoices } from './edit-rights';
import { LinkDialog } from './link-dialog';
import { MoveDialog } from './move-dialog';
import { useLineWords } from './use-line-words';

/** What the reader may do with one line of the list: decide on it, lead it elsewhere, link and unlink it. */
export function LineControls({ debate, line }: { debate: DebateView; line: RelationView }) {
  const t = useTranslations('edit.line');
  const menu = useTranslations('edit.menu');
  const { announce } = useContributionActions();
  const { reviewRelation, unlinkPremise } = useMapEdits();
  const words = useLineWords(debate)(line);
  const [open, setOpen] = useState<'move' | 'link' | 'decline' | null>(null);
  const { send, isSending, problem } = useSending();
  const from = debate.claims.find(({ id }) => id === line.fromClaimId);
  if (!from) return null;
  const decides = line.canReview && isOnItsOwn(debate, line);
  const changes = debate.isOpen && line.canEdit && isStanding(line);

  const decide = async (decision: 'publish' | 'archive' | 'restore') => {
    const sent = await send(() => reviewRelation(line, { decision }));
    if (sent.type === 'sent') announce(t(`done.${decision}`, { line: words }));
  };
  const unlink = async () => {
    const sent = await send(() => unlinkPremise(line));
    if (sent.type === 'sent') announce(t('unlinked', { line: words }));
  };

  const items = [
    ...(changes ? [{ label: menu('move'), onSelect: () => setOpen('move') }] : []),
    ...(linkChoices(debate, line).length > 0
      ? [{ label: menu('link'), onSelect: () => setOpen('link') }]
      : []),
    ...(changes && line.group !== null ? [{ label: t('unlink'), onSelect: () => void unlink() }] : []),
    ...(decides && line.status === 'published'
      ? [{ label: t('archive'), onSelect: () => void decide('archive') }]
      : []),
  ];
  const isWaiting = decides && (line.status === 'suggested' || line.status === 'declined');
  // One that repeats another or ties a claim to itself cannot come back as it is: undoing the merge brings it back.
  const isRestorable = decides && line.status === 'archived' && (line.closing ?? 'alone') === 'alone';
  return (
    <>
      {items.length > 0 ? (
        <Menu
          label={t('more', { line: words })}
          buttonClassName="inline-grid min-h-6 min-w-6 place-items-center rounded text-muted hover:bg-wash hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          items={items}
        >
          <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
        </Menu>
      ) : null}
      {isWaiting || isRestorable ? (
        <fieldset aria-label={t('group', { line: words })} className="flex w-full flex-wrap gap-2 py-1">
          {isRestorable ? (
            <Button size="small" isPending={isSending} onClick={() => void decide('restore')}>
              {t('restore')}
            </Button>
          ) : (
            <Button
              size="small"
              variant="primary"
              isPending={isSending}
              onClick={() => void decide('publish')}
            >
              {t('publish')}
            </Button>
          )}
          {line.status === 'suggested' ? (
            <Button size="small" onClick={() => setOpen('decline')}>
              {t('decline')}
            </Button>
          ) : null}
        </fieldset>
      ) : null}
      {line.closing ? <span className="w-full">{t(`closing.${line.closing}`)}</span> : null}
      <SendProblem message={problem} />
      {open === 'move' ? (
        <MoveDialog debate={debate} claim={from} lineId={line.id} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'link' ? (
        <LinkDialog debate={debate} claim={from} lineId={line.id} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'decline' ? (
        <DeclineLineDialog line={line} words={words} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
