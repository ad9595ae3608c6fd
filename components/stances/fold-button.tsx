import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** How many of a list come first, before somebody asks for all of it. */
export const AT_FIRST = 5;

/** Shows the rest of a list, with how many that are; nothing where there is no more. */
export function FoldButton({
  more,
  isAll,
  onChange,
}: {
  /** Not shown at first. */
  more: number;
  isAll: boolean;
  onChange: (isAll: boolean) => void;
}) {
  const t = useTranslations('opinions.votes');
  if (more <= 0) return null;
  return (
    <Button
      size="small"
      className="no-print justify-self-start"
      aria-expanded={isAll}
      onClick={() => onChange(!isAll)}
    >
      {isAll ? t('fewer') : t('more', { count: more })}
    </Button>
  );
}
