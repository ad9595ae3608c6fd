'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChangedWords } from '@/components/ui/changed-words';
import { type ParagraphChange, paragraphChanges } from '@/lib/domain/source/paragraph-changes';

const FIRST = 60;

/** What a new text changes, paragraph by paragraph; in a reworded one word by word. */
export function ParagraphChangesView({
  before,
  after,
  number,
  language,
}: {
  /** Paragraphs with their headings, as they are edited. */
  before: readonly string[];
  after: readonly string[];
  /** Of the version that is compared with. */
  number: number;
  language: string;
}) {
  const t = useTranslations('sources.compare');
  const [showsAll, setShowsAll] = useState(false);
  const changes = useMemo(() => paragraphChanges(before, after), [before, after]);
  if (changes.every(({ type }) => type === 'same')) return <p>{t('none', { number })}</p>;
  const shown = showsAll ? changes : changes.slice(0, FIRST);
  return (
    <section className="grid gap-3" aria-labelledby="version-changes">
      <h3 id="version-changes" className="font-strong">
        {t('changes', { number })}
      </h3>
      <ol className="grid gap-2.5">
        {shown.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name than their place
          <li key={index}>
            <Change change={change} language={language} />
          </li>
        ))}
      </ol>
      {changes.length > shown.length ? (
        <Button size="small" className="justify-self-start" onClick={() => setShowsAll(true)}>
          {t('more', { count: changes.length })}
        </Button>
      ) : null}
    </section>
  );
}

const TITLES = { added: 'newParagraph', removed: 'goneParagraph', changed: 'changedParagraph' } as const;

function Change({ change, language }: { change: ParagraphChange; language: string }) {
  const t = useTranslations('sources.compare');
  if (change.type === 'same')
    return <p className="text-caption text-muted">{t('same', { count: change.count })}</p>;
  const parts = change.type === 'changed' ? change.parts : [{ type: change.type, text: change.text }];
  return (
    <div className="grid gap-0.5 border-s-2 border-control ps-3">
      <p className="text-caption text-muted">{t(TITLES[change.type])}</p>
      <p className="font-serif text-ui whitespace-pre-line text-pretty">
        {/* A paragraph that is new or gone as a whole says so above it. */}
        <ChangedWords
          parts={parts}
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
