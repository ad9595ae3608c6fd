import { useTranslations } from 'next-intl';
import type { Lens } from './marks';

const LENSES: readonly Lens[] = ['groups', 'stance', 'votes'];

/** What the dots show. */
export function LensTools({ lens, onLens }: { lens: Lens; onLens: (lens: Lens) => void }) {
  const t = useTranslations('opinions.map.lens');
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons in a line are no set of fields
    <div
      role="group"
      aria-label={t('name')}
      className="no-print flex flex-wrap items-center gap-x-2.5 gap-y-1"
    >
      <span aria-hidden="true">{t('name')}</span>
      <span className="inline-flex overflow-clip rounded border border-control bg-raised">
        {LENSES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={lens === one}
            onClick={() => onLens(one)}
            className="min-h-9 border-hairline px-3 text-caption text-ink -outline-offset-2 not-first:border-s aria-pressed:bg-ink aria-pressed:font-strong aria-pressed:text-on-ink pointer-coarse:min-h-11 forced-colors:aria-pressed:forced-color-adjust-none forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText]"
          >
            {t(one)}
          </button>
        ))}
      </span>
    </div>
  );
}
