'use client';

import { useTranslations } from 'next-intl';
import { Switch } from '@/components/ui/switch';
import { closedCounts } from '@/lib/domain/debate/closed';
import type { DebateView } from '@/lib/domain/debate/view';

interface ClosedSwitchProps {
  /** With everything that the reader may see. */
  debate: DebateView;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Shows what is archived or declined among the rest, to those who may see it; nothing where there is nothing. */
export function ClosedSwitch({ debate, isOn, onChange }: ClosedSwitchProps) {
  const t = useTranslations('shell');
  const { claims, lines } = closedCounts(debate);
  if (claims + lines === 0) return null;
  return (
    <Switch
      label={t('closed', { count: claims + lines })}
      title={t('closedTitle', { claims, lines })}
      checked={isOn}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
