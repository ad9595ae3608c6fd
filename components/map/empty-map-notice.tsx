import { Button } from '@/components/ui/button';
import type { MapTranslator } from './map-words';

interface EmptyMapNoticeProps {
  t: MapTranslator;
  onAdd: (action: 'support' | 'object') => void;
}

/** The motion alone: both sides are asked for their first reason with the same words and the same room. */
export function EmptyMapNotice({ t, onAdd }: EmptyMapNoticeProps) {
  return (
    <div className="map-notice">
      <p className="font-serif text-claim font-strong">{t('state.emptyTitle')}</p>
      <p className="mt-2 mb-4 text-ui text-muted">{t('state.emptyText')}</p>
      <div className="flex justify-center gap-3">
        <Button onClick={() => onAdd('support')}>{t('state.addFor')}</Button>
        <Button onClick={() => onAdd('object')}>{t('state.addAgainst')}</Button>
      </div>
    </div>
  );
}
