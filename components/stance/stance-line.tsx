import { useTranslations } from 'next-intl';
import type { OwnStance } from '@/lib/domain/debate/view';
import { stanceWords } from './stance-words';

/** Where its owner stands, in words; nothing while they have not said it. */
export function StanceLine({ own }: { own: OwnStance | null }) {
  const t = useTranslations('contribute.stance');
  if (own === null || own.answer === 'withdrawn') return null;
  const { direction, points } = stanceWords(own.value ?? 0);
  return (
    <p className="font-strong">
      {own.answer === 'unsure' ? t('unsure') : t(`words.${direction}`, { points })}
    </p>
  );
}
