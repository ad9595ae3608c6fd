import { useTranslations } from 'next-intl';

/** The scale of strength over the whole width, with words at its ends: tick for votes alone, dot for the arguments. */
export function StrengthTrack({ base, strength }: { base: number; strength: number }) {
  const t = useTranslations('strength.ends');
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  const from = Math.min(base, strength);
  return (
    <div aria-hidden="true">
      {/* Numbers run from rejected to accepted in the direction of reading. */}
      <div className="relative mx-1 h-5">
        <div className="absolute inset-x-0 top-1/2 h-px bg-control" />
        <div className="absolute top-[30%] h-[40%] w-px bg-control" style={{ insetInlineStart: '50%' }} />
        <div
          className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-ink"
          style={{ insetInlineStart: percent(from), width: percent(Math.abs(strength - base)) }}
        />
        <div
          className="absolute top-[15%] h-[70%] w-0.5 bg-ink"
          style={{ insetInlineStart: percent(base) }}
        />
        <div
          className="absolute top-1/2 size-2.5 -translate-y-1/2 rounded-full bg-ink ltr:-translate-x-1/2 rtl:translate-x-1/2 forced-colors:bg-[CanvasText]"
          style={{ insetInlineStart: percent(strength) }}
        />
      </div>
      <div className="flex justify-between text-fine text-muted">
        <span>{t('rejected')}</span>
        <span>{t('open')}</span>
        <span>{t('accepted')}</span>
      </div>
    </div>
  );
}
