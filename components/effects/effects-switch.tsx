'use client';

import { useTranslations } from 'next-intl';
import { Switch } from '@/components/ui/switch';
import type { DebateView } from '@/lib/domain/debate/view';

/** Marks the claims with what divides and what unites; not offered before the room has shown what came of it. */
export function EffectsSwitch({
  debate,
  isOn,
  onChange,
}: {
  debate: DebateView;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const t = useTranslations('effects');
  if (!debate.room.isRevealed && !isOn) return null;
  return <Switch label={t('switch')} checked={isOn} onChange={(event) => onChange(event.target.checked)} />;
}
