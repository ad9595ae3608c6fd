'use client';

import { EffectsSwitch } from '@/components/effects/effects-switch';
import { Sheet } from '@/components/ui/sheet';
import type { MapModel } from '../use-map-model';
import { WholeOverview } from '../whole-overview';

/** The whole of a large map on a phone: the same canvas as on a desk, in a sheet of its own. */
export function LargeOverview({
  model,
  onPick,
  onClose,
}: {
  model: MapModel;
  onPick: (claimId: string) => void;
  onClose: () => void;
}) {
  const shown = model.drawn.claims.map(({ id }) => id);
  return (
    <Sheet isOpen onClose={onClose} title={model.t('phone.whole')} closeLabel={model.t('phone.wholeClose')}>
      <EffectsSwitch debate={model.debate} isOn={model.effects !== null} onChange={model.showEffects} />
      <div className="phone-whole">
        <WholeOverview model={model} shownIds={shown} onPick={onPick} />
      </div>
    </Sheet>
  );
}
