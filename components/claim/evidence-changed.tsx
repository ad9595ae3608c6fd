import { FileDiff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';

/** What the claim rests on was changed or is gone, and nobody has decided about that yet. */
export function EvidenceChanged() {
  const t = useTranslations('contribute.passage');
  return (
    <Tag>
      <FileDiff aria-hidden="true" className="size-3" strokeWidth={1.75} />
      {t('changed')}
    </Tag>
  );
}
