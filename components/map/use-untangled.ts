'use client';

import { useCallback, useState } from 'react';
import type { MapLayout } from '@/lib/domain/layout/types';
import { untangled } from './untangle';

/** The layout that stands, or the untangled one in its place as long as what is shown stays the same. */
export function useUntangled(
  hash: string,
  layout: MapLayout,
): {
  layout: MapLayout;
  isOn: boolean;
  isBusy: boolean;
  /** @returns whether it could be done in time */
  change: (isOn: boolean) => Promise<boolean>;
} {
  const [made, setMade] = useState<{ of: MapLayout; layout: MapLayout } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isOn = made !== null && made.of === layout;
  const change = useCallback(
    async (on: boolean): Promise<boolean> => {
      if (!on) {
        setMade(null);
        return true;
      }
      setBusy(true);
      const found = await untangled(hash, layout);
      setBusy(false);
      if (found) setMade({ of: layout, layout: found });
      return found !== null;
    },
    [hash, layout],
  );
  return { layout: isOn ? made.layout : layout, isOn, isBusy, change };
}
