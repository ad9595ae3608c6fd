import { useTranslations } from 'next-intl';
import { MOST_CELLS } from './queue-state';

/** How far one is: a cell for each claim, the answered ones full, the next one open; one bar for very many. */
export function ProgressCells({
  answered,
  total,
  next,
}: {
  answered: number;
  total: number;
  next: string | null;
}) {
  const t = useTranslations('pupil.vote');
  const isDone = answered >= total;
  return (
    <div>
      <div
        role="img"
        aria-label={t('progressSaid', { answered, total })}
        className="flex h-1.5 gap-0.5 forced-color-adjust-none"
      >
        {total <= MOST_CELLS ? (
          Array.from({ length: total }, (_, index) => (
            <i
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              key={index}
              className={`min-w-px flex-1 rounded-[1px] ${index < answered ? 'bg-ink' : index === answered ? 'border-[1.5px] border-ink bg-raised' : 'bg-hairline'}`}
            />
          ))
        ) : (
          <i className="relative flex-1 overflow-hidden rounded-[1px] bg-hairline">
            <i
              className="absolute inset-y-0 start-0 bg-ink"
              style={{ inlineSize: `${(answered / total) * 100}%` }}
            />
          </i>
        )}
      </div>
      <p aria-hidden="true" className="mt-2 flex justify-between gap-3 text-caption text-muted">
        <span>
          {t.rich('place', {
            place: isDone ? total : answered + 1,
            total,
            b: (words) => <b className="font-strong text-ink">{words}</b>,
          })}
        </span>
        {next === null ? null : <span className="text-end">{t('then', { next })}</span>}
      </p>
    </div>
  );
}
