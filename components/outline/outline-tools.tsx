'use client';

import { ChevronsDownUp, ChevronsUpDown, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ClosedSwitch } from '@/components/debate/closed-switch';
import type { EffectMark } from '@/components/effects/effect-marks';
import { EffectsSwitch } from '@/components/effects/effects-switch';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { CLAIM_FILTERS, filteredClaims } from '@/lib/domain/debate/claim-filters';
import { isClosed } from '@/lib/domain/debate/closed';
import type { Outline } from '@/lib/domain/debate/outline';
import type { ClaimView, DebateView, SideRole } from '@/lib/domain/debate/view';
import type { OutlineChange, OutlineFilter, OutlineState } from './outline-state';

/** What is shown of the outline: branches, sides, what is left to vote on, the layer; and the printed page. */
export function OutlineTools({
  debate,
  whole,
  showsClosed,
  onClosed,
  outline,
  marks,
  onEffects,
  state,
  change,
  isBeyondOn,
  onBeyond,
}: {
  debate: DebateView;
  /** With what is archived or declined. */
  whole: DebateView;
  showsClosed: boolean;
  onClosed: (isOn: boolean) => void;
  outline: Outline;
  /** What divides and what unites; null while that is not shown. */
  marks: ReadonlyMap<string, EffectMark> | null;
  onEffects: (isOn: boolean) => void;
  state: OutlineState;
  change: (change: OutlineChange) => void;
  isBeyondOn: boolean;
  onBeyond: (isOn: boolean) => void;
}) {
  const t = useTranslations('outline.tools');
  const branches = outline.nodes.filter(({ children }) => children.length > 0);
  const isAnyClosed = branches.some(({ claim }) => state.closed.has(claim.id));
  const beyondCount = debate.claims.filter((claim) => claim.layer === 'beyond' && !isClosed(claim)).length;
  const shownBy = (name: OutlineFilter) =>
    claimsBy(name, debate.claims, marks).filter(
      (claim) => outline.nodeById.has(claim.id) && !isClosed(claim),
    );
  const choose = (name: OutlineFilter | null) =>
    change({
      type: 'filter',
      filter: name && { name, claimIds: new Set(shownBy(name).map(({ id }) => id)) },
    });
  const chosen = state.filter?.name ?? null;
  // A filter that lets nothing through is not offered, unless it is the one that is on.
  const offered = FILTERS.map((name) => ({ name, count: shownBy(name).length })).filter(
    ({ name, count }) => name !== 'unvoted' && (count > 0 || name === chosen),
  );
  return (
    <search className="outline-tools" aria-label={t('label')}>
      <Button
        size="small"
        disabled={state.filter !== null}
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
        label={t('unvoted', { count: shownBy('unvoted').length })}
        checked={chosen === 'unvoted'}
        onChange={(event) => choose(event.target.checked ? 'unvoted' : null)}
      />
      {offered.length > 0 && (
        <select
          aria-label={t('claims')}
          value={chosen === null || chosen === 'unvoted' ? '' : chosen}
          onChange={({ target }) => choose(FILTERS.find((name) => name === target.value) ?? null)}
        >
          <option value="">{t('allClaims')}</option>
          {offered.map(({ name, count }) => (
            <option key={name} value={name}>
              {t('filter', { name, count })}
            </option>
          ))}
        </select>
      )}
      {beyondCount > 0 && (
        <Switch
          label={t('beyond', { count: beyondCount })}
          checked={isBeyondOn}
          onChange={(event) => onBeyond(event.target.checked)}
        />
      )}
      <EffectsSwitch debate={debate} isOn={marks !== null} onChange={onEffects} />
      <ClosedSwitch debate={whole} isOn={showsClosed} onChange={onClosed} />
      <Button size="small" variant="quiet" className="outline-print" onClick={() => window.print()}>
        <Printer aria-hidden="true" />
        {t('print')}
      </Button>
    </search>
  );
}

const FILTERS: readonly OutlineFilter[] = ['divides', 'unites', ...CLAIM_FILTERS];

const claimsBy = (
  name: OutlineFilter,
  claims: readonly ClaimView[],
  marks: ReadonlyMap<string, EffectMark> | null,
): ClaimView[] =>
  name === 'divides' || name === 'unites'
    ? claims.filter(({ id }) => marks?.get(id) === name)
    : filteredClaims(claims, name);

const sectionOf = (value: string): SideRole | null =>
  value === 'a' || value === 'b' || value === 'n' ? value : null;
