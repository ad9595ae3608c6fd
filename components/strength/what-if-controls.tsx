'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { setBase, toggleClaim } from '@/lib/domain/argument/what-if';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { percentOf } from './strength-band';
import { useWhatIf } from './use-what-if';

/** Plays with one claim: leaves it out, or sets where votes alone would put it. Nothing is written. */
export function WhatIfControls({ debate, claim }: { debate: DebateView; claim: ClaimView }) {
  const t = useTranslations('strength.whatIf');
  const { strengths, change } = useWhatIf(debate);
  const { whatIf, byId, off } = strengths;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isFull, setIsFull] = useState(false);
  const isOff = whatIf.claimsOff.includes(claim.code);
  const set = whatIf.bases.find(({ claim: code }) => code === claim.code);
  const shown = percentOf(set?.base ?? byId.get(claim.id)?.base ?? 0.5);
  const isChanged = isOff || set !== undefined;
  const areShown = isOpen || isChanged;
  return (
    <div>
      <Button
        size="small"
        aria-expanded={areShown}
        aria-controls={id}
        disabled={isChanged}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('open')}
      </Button>
      <div id={id} hidden={!areShown} className="mt-2 grid gap-2">
        <Switch
          label={t('leaveOut', { code: claim.code })}
          checked={isOff}
          onChange={() => setIsFull(!change(toggleClaim(whatIf, claim.code)))}
        />
        <label className="grid gap-1">
          <span className="flex justify-between gap-3">
            <span>{t('setBase')}</span>
            {/* No <output>: a label belongs to the first thing in it that can have one. */}
            <span aria-hidden="true" className="tabular-nums">
              {shown}
            </span>
          </span>
          <input
            type="range"
            min={0}
            max={100}
            step={1}
            value={shown}
            disabled={isOff || off.has(claim.id)}
            className="h-6 w-full accent-ink pointer-coarse:h-11"
            aria-valuetext={t('baseValue', { value: shown })}
            onChange={({ target }) =>
              setIsFull(!change(setBase(whatIf, claim.code, Number(target.value) / 100)))
            }
          />
        </label>
        {set ? (
          <Button size="small" variant="quiet" onClick={() => change(setBase(whatIf, claim.code, null))}>
            {t('ownBase')}
          </Button>
        ) : null}
        {isFull ? <p role="alert">{t('full')}</p> : null}
        <p className="text-muted">{t('nothingWritten')}</p>
      </div>
    </div>
  );
}
