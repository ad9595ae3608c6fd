import { useTranslations } from 'next-intl';
import type { EvidenceStatus } from '@/lib/domain/debate/view';

/**
 * How the text carries a claim, in one word. What the map's makers inferred or added has a dotted underline.
 * @param passageCount passages it cites, shown as "2 ¶"; leave out to show the word alone
 */
export function EvidenceLabel({
  evidence,
  passageCount,
}: {
  evidence: EvidenceStatus;
  passageCount?: number;
}) {
  const t = useTranslations('contribute.evidence');
  const isOurs = evidence === 'inferred' || evidence === 'beyond';
  return (
    <span
      title={t(`${evidence}.meaning`)}
      className="inline-flex items-baseline gap-1.5 text-fine whitespace-nowrap text-muted"
    >
      <span className={`text-ink ${isOurs ? 'border-b border-dotted border-muted' : ''}`}>
        {t(`${evidence}.word`)}
      </span>
      {passageCount === undefined ? null : (
        <>
          <span aria-hidden="true">{t('passagesShort', { count: passageCount })}</span>
          <span className="sr-only">{t('passages', { count: passageCount })}</span>
        </>
      )}
    </span>
  );
}
