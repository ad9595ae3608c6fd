import { useTranslations } from 'next-intl';
import type { Loss } from '@/lib/domain/source/document/losses';

/** What a document had and its text has not, each kind in a sentence with how often. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
  const t = useTranslations('sources.losses');
  return (
    <section className="grid gap-1.5 rounded border border-hairline bg-raised px-4 py-3">
      <h3 className="font-strong">{t('title')}</h3>
      {losses.length === 0 ? (
        <p className="text-caption">{t('none')}</p>
      ) : (
        <ul className="grid list-disc gap-1 ps-5 text-caption">
          {losses.map(({ code, count, name }) => (
            <li key={code}>{t(code, { count, name: name ?? '' })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
