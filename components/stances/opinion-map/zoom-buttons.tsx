import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { MOST_ZOOM } from './picture-layout';

const BUTTON =
  'inline-flex min-h-9 min-w-9 items-center justify-center px-1.5 text-caption hover:not-aria-disabled:bg-wash aria-disabled:text-muted pointer-coarse:min-h-11 pointer-coarse:min-w-11';

/** Closer, further, and the whole picture again. Beside the picture: on it they would lie over people. */
export function ZoomButtons({
  zoom,
  onNearer,
  onFurther,
  onWhole,
}: {
  zoom: number;
  onNearer: () => void;
  onFurther: () => void;
  onWhole: () => void;
}) {
  const t = useTranslations('opinions.map.zoom');
  const isWhole = zoom <= 1;
  const isNearest = zoom >= MOST_ZOOM;
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons are no set of fields
    <div role="group" aria-label={t('name')} className="no-print ms-auto flex flex-wrap items-center gap-2">
      <Button
        size="small"
        variant="quiet"
        aria-disabled={isWhole}
        onClick={onWhole}
        className="aria-disabled:text-muted"
      >
        {t('whole')}
      </Button>
      <span className="inline-flex items-center rounded border border-hairline bg-raised">
        <button
          type="button"
          className={BUTTON}
          aria-label={t('further')}
          aria-disabled={isWhole || undefined}
          onClick={() => !isWhole && onFurther()}
        >
          <Minus aria-hidden="true" className="size-4" strokeWidth={1.75} />
        </button>
        <span className="min-w-12 text-center text-caption text-ink">
          {t('percent', { percent: Math.round(zoom * 100) })}
        </span>
        <button
          type="button"
          className={BUTTON}
          aria-label={t('nearer')}
          aria-disabled={isNearest || undefined}
          onClick={() => !isNearest && onNearer()}
        >
          <Plus aria-hidden="true" className="size-4" strokeWidth={1.75} />
        </button>
      </span>
    </div>
  );
}
