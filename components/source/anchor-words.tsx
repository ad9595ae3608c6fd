import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Excerpt } from '@/lib/domain/source/view';
import { wordDiff } from '@/lib/domain/text/word-diff';

/** A quote with what stands around it, which is greyed. */
function Surrounded({
  title,
  excerpt: { before, after },
  language,
  children,
}: {
  title: string;
  excerpt: Excerpt;
  language: string;
  children: ReactNode;
}) {
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-caption text-muted">{title}</h3>
      <p
        lang={language}
        dir="auto"
        className="border-s-2 border-hairline ps-3 font-serif text-ui text-pretty break-words"
      >
        <span className="text-muted">{before}</span>
        {children}
        <span className="text-muted">{after}</span>
      </p>
    </div>
  );
}

export function OldWords({
  title,
  excerpt,
  language,
}: {
  title: string;
  excerpt: Excerpt;
  language: string;
}) {
  return (
    <Surrounded title={title} excerpt={excerpt} language={language}>
      <mark className="bg-wash font-strong text-ink">{excerpt.exact}</mark>
    </Surrounded>
  );
}

/** The words found, with what became of the old ones word by word, for the eye and aloud. */
export function NewWords({
  title,
  old,
  found,
  language,
}: {
  title: string;
  old: Excerpt;
  found: Excerpt | null;
  language: string;
}) {
  const t = useTranslations('review');
  if (!found) {
    return (
      <div className="grid content-start gap-1">
        <h3 className="text-caption text-muted">{title}</h3>
        <p className="border-s-2 border-hairline ps-3 text-ui text-muted">{t('notFound')}</p>
      </div>
    );
  }
  const parts = wordDiff(old.exact, found.exact);
  const kept = parts
    .filter(({ type }) => type === 'same')
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  // A text told anew shares hardly a word with the old one: crossed out and written anew, it could not be read.
  const isRetold = kept < found.exact.length * 0.4;
  return (
    <Surrounded title={title} excerpt={found} language={language}>
      {isRetold ? (
        <mark className="bg-wash font-strong text-ink">{found.exact}</mark>
      ) : (
        parts.map(({ type, text }, index) => {
          const key = `${index} ${type}`;
          if (type === 'same')
            return (
              <mark key={key} className="bg-wash text-ink">
                {text}
              </mark>
            );
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
              {text}
              <span className="sr-only">{` (${t('end')}) `}</span>
            </Mark>
          );
        })
      )}
    </Surrounded>
  );
}
