import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChangedWords } from '@/components/ui/changed-words';
import type { Excerpt } from '@/lib/domain/source/view';
import { wordDiff } from '@/lib/domain/text/word-diff';

/** A quote with what stands around it, which is greyed; bare where the paragraph is shown already. */
function Surrounded({
  title,
  excerpt: { before, after },
  language,
  isBare,
  children,
}: {
  title: string;
  excerpt: Excerpt;
  language: string;
  isBare: boolean;
  children: ReactNode;
}) {
  if (isBare) {
    return (
      <p className="text-ui text-pretty break-words">
        <span className="sr-only">{`${title}: `}</span>
        <span lang={language} dir="auto" className="font-serif">
          {children}
        </span>
      </p>
    );
  }
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
  isBare = false,
}: {
  title: string;
  excerpt: Excerpt;
  language: string;
  isBare?: boolean;
}) {
  return (
    <Surrounded title={title} excerpt={excerpt} language={language} isBare={isBare}>
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
  isBare = false,
}: {
  title: string;
  old: Excerpt;
  found: Excerpt | null;
  language: string;
  isBare?: boolean;
}) {
  const t = useTranslations('review');
  if (!found) {
    // Said once for all of the paragraph's places.
    if (isBare) return null;
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
    <Surrounded title={title} excerpt={found} language={language} isBare={isBare}>
      {isRetold ? (
        <mark className="bg-wash font-strong text-ink">{found.exact}</mark>
      ) : (
        <ChangedWords
          parts={parts}
          say={t}
          drawSame={(text) => <mark className="bg-wash text-ink">{text}</mark>}
        />
      )}
    </Surrounded>
  );
}
