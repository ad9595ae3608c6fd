import { FileDiff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';

/** What the claim rests on was changed or is gone, and nobody has decided about that yet. */
export function EvidenceChanged({
  isSmall = false,
}: {
  /** The sign alone, with its words in its title. */ isSmall?: boolean;
}) {
  const t = useTranslations('contribute.passage');
  if (isSmall)
    return (
      <span className="evidence-changed-sign" title={t('changed')}>
        <FileDiff aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        <span className="sr-only">{t('changed')}</span>
      </span>
    );
  return (
    <Tag>
      <FileDiff aria-hidden="true" className="size-3" strokeWidth={1.75} />
      {t('changed')}
    </Tag>
  );
}
