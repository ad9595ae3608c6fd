import { useTranslations } from 'next-intl';
import { ChangedWords } from '@/components/ui/changed-words';
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
        <ChangedWords
          parts={wordDiff(before.text, after)}
          say={t}
          draw={(text) => (
            <span lang={language} dir="auto">
              {text}
            </span>
          )}
        />
      </p>
    </div>
  );
}
