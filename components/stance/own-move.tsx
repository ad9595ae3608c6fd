import { useTranslations } from 'next-intl';
import type { OwnStance } from '@/lib/domain/debate/view';
import { ownMove } from '@/lib/domain/stance/moved-by-offer';
import { stanceWords } from './stance-words';

type Said = Pick<OwnStance, 'answer' | 'value'> | null;

/** The own way from the first stance to the second, in one sentence; nothing while one of them is missing. */
export function OwnMove({ first, second }: { first: Said; second: Said }) {
  const t = useTranslations('pupil.move');
  const words = useTranslations('contribute.stance');
  const say = (value: number) => {
    const { direction, points } = stanceWords(value);
    return words(`words.${direction}`, { points });
  };
  if (second === null || second.answer === 'withdrawn') return null;
  const b = (text: React.ReactNode) => <b className="font-strong">{text}</b>;
  let sentence: React.ReactNode;
  if (first === null || first.answer === 'withdrawn') sentence = t('noFirst');
  else if (first.value === null) sentence = second.value === null ? t('unsureBoth') : t('fromUnsure');
  else if (second.value === null) sentence = t('toUnsure', { first: say(first.value) });
  else {
    const { points, towards } = ownMove(first.value, second.value);
    sentence =
      towards === null
        ? t('stayed', { first: say(first.value) })
        : t.rich('moved', { first: say(first.value), points, towards, b });
  }
  return (
    <p role="status" className="border-s-2 border-ink ps-3 text-body text-pretty">
      {sentence}
    </p>
  );
}
