'use client';

import { Waypoints } from 'lucide-react';
import { useContributionActions } from '@/lib/client/contributions';
import type { MapTranslator } from './map-words';

interface UntangleButtonProps {
  t: MapTranslator;
  isOn: boolean;
  isBusy: boolean;
  onChange: (isOn: boolean) => Promise<boolean>;
}

/** Lays the lines out anew so that few of them cross; a second press goes back. */
export function UntangleButton({ t, isOn, isBusy, onChange }: UntangleButtonProps) {
  const { announce } = useContributionActions();
  return (
    <button
      type="button"
      className="map-bar-button"
      aria-pressed={isOn}
      aria-busy={isBusy}
      disabled={isBusy}
      title={t('untangle.title')}
      onClick={() =>
        void onChange(!isOn).then((came) =>
          announce(t(came ? (isOn ? 'untangle.off' : 'untangle.on') : 'untangle.late')),
        )
      }
    >
      <Waypoints aria-hidden="true" size={14} />
      <span className="sr-only">{t('untangle.label')}</span>
    </button>
  );
}
