'use client';

import { ChevronsDownUp, ChevronsUpDown, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import type { Outline } from '@/lib/domain/debate/outline';
import type { DebateView, SideRole } from '@/lib/domain/debate/view';
import { needsVote } from './needs-vote';
import type { OutlineChange, OutlineState } from './outline-state';

/** What is shown of the outline: branches, sides, what is left to vote on, the layer; and the printed page. */
export function OutlineTools({
  debate,
  outline,
  state,
  change,
  isBeyondOn,
  onBeyond,
}: {
  debate: DebateView;
  outline: Outline;
  state: OutlineState;
  change: (change: OutlineChange) => void;
  isBeyondOn: boolean;
  onBeyond: (isOn: boolean) => void;
}) {
  const t = useTranslations('outline.tools');
  const branches = outline.nodes.filter(({ children }) => children.length > 0);
  const isAnyClosed = branches.some(({ claim }) => state.closed.has(claim.id));
  const beyondCount = debate.claims.filter(({ layer }) => layer === 'beyond').length;
  const unvoted = debate.claims.filter(({ ownVote, status }) => status === 'published' && needsVote(ownVote));
  const shown = unvoted.filter(({ id }) => outline.nodeById.has(id));
  return (
    <search className="outline-tools" aria-label={t('label')}>
      <Button
        size="small"
        disabled={state.unvoted !== null}
        onClick={() =>
          change(
            isAnyClosed
              ? { type: 'open-all' }
              : { type: 'close-all', claimIds: branches.map(({ claim }) => claim.id) },
          )
        }
      >
        {isAnyClosed ? <ChevronsUpDown aria-hidden="true" /> : <ChevronsDownUp aria-hidden="true" />}
        {t(isAnyClosed ? 'openAll' : 'closeAll')}
      </Button>
      <select
        aria-label={t('sides')}
        value={state.section ?? 'both'}
        onChange={(event) => change({ type: 'section', section: sectionOf(event.target.value) })}
      >
        <option value="both">{t('bothSides')}</option>
        {debate.sides.map(({ role, name }) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </select>
      <Switch
        label={t('unvoted', { count: shown.length })}
        checked={state.unvoted !== null}
        onChange={(event) =>
          change({
            type: 'unvoted',
            claimIds: event.target.checked ? new Set(shown.map(({ id }) => id)) : null,
          })
        }
      />
      {beyondCount > 0 && (
        <Switch
          label={t('beyond', { count: beyondCount })}
          checked={isBeyondOn}
          onChange={(event) => onBeyond(event.target.checked)}
        />
      )}
      <Button size="small" variant="quiet" className="outline-print" onClick={() => window.print()}>
        <Printer aria-hidden="true" />
        {t('print')}
      </Button>
    </search>
  );
}

const sectionOf = (value: string): SideRole | null =>
  value === 'a' || value === 'b' || value === 'n' ? value : null;
