import { useTranslations } from 'next-intl';
import { wordDiff } from '@/lib/domain/text/word-diff';

/** What became of a claim's words from one version to the next, for the eye and aloud. */
export function RevisionDiff({
  before,
  after,
  language,
}: {
  before: { number: number; text: string };
  after: string;
  /** Of both texts, when it is known. */
  language: string | undefined;
}) {
  const t = useTranslations('edit.diff');
  if (before.text === after) return <p className="text-caption text-muted">{t('same')}</p>;
  return (
    <div className="grid gap-1">
      <p className="text-caption text-muted">{t('title', { number: before.number })}</p>
      <p className="border-s-2 border-hairline ps-3 font-serif text-ui text-pretty">
        {wordDiff(before.text, after).map(({ type, text }, index) => {
          const key = `${index} ${type}`;
          const words = (
            <span lang={language} dir="auto">
              {text}
            </span>
          );
          if (type === 'same') return <span key={key}>{words}</span>;
          const Mark = type === 'added' ? 'ins' : 'del';
          return (
            <Mark
              key={key}
              className={
                type === 'added'
                  ? 'bg-wash font-strong decoration-2 underline-offset-3'
                  : 'text-muted line-through'
              }
            >
              <span className="sr-only">{` ${t(type)} `}</span>
              {words}
              <span className="sr-only">{` (${t('end')}) `}</span>
            </Mark>
          );
        })}
      </p>
    </div>
  );
}
