import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ownNotesHref } from '@/components/annotation/own-notes-address';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';
import { useTimes } from '@/lib/i18n/use-times';
import { SourceNotes } from './source-notes';
import { VersionHistory } from './version-history';

/** Names a text, says what it is, and how the marks in it read. */
export function ReaderHead({
  debate,
  source,
  isMain,
  hasChanged = false,
  newestNumber = source.version.number,
}: {
  debate: DebateView;
  source: SourceView;
  isMain: boolean;
  /** Somewhere in the text the place of a claim waits for somebody to look. */
  hasChanged?: boolean;
  /** Of an older version, the number of the newest one. */
  newestNumber?: number;
}) {
  const t = useTranslations('text.head');
  const locale = useLocale();
  const times = useTimes();
  const Heading = isMain ? 'h1' : 'h2';
  const sentences = source.passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const [a, b] = debate.sides;
  const isNewest = source.version.number === newestNumber;
  return (
    <header className="reader-head">
      <div lang={source.language}>
        <Heading id={`source-${source.key}`}>
          <Unbroken words={source.title} />
        </Heading>
        {source.attribution === '' && source.url === null ? null : (
          <p className="reader-by">
            {source.attribution}{' '}
            {source.url === null ? null : (
              <a href={source.url} rel="noopener noreferrer nofollow" lang={locale}>
                {t('original')}
              </a>
            )}
          </p>
        )}
        <div className="reader-by" lang={locale}>
          {t('size', { paragraphs: source.passages.length, sentences })}{' '}
          {t(newestNumber > 1 ? 'versionOf' : 'version', {
            number: source.version.number,
            count: newestNumber,
            date: times.date(source.version.createdAt),
          })}
          {newestNumber > 1 ? (
            <>
              {' '}
              <VersionHistory slug={debate.slug} source={source} newestNumber={newestNumber} />
            </>
          ) : null}
          {isMain && debate.viewer !== null ? (
            <>
              {' · '}
              <Link
                href={ownNotesHref(debate.slug)}
                className="no-print pointer-coarse:inline-block pointer-coarse:py-2.5"
              >
                {t('ownNotes')}
              </Link>
            </>
          ) : null}
        </div>
      </div>
      {isMain && isNewest && (
        <ul className="reader-key">
          <li>{t.rich('oneLine', { side: a.name, mark: (words) => <Sample by="a">{words}</Sample> })}</li>
          <li>{t.rich('twoLines', { side: b.name, mark: (words) => <Sample by="b">{words}</Sample> })}</li>
          <li>{t.rich('dots', { mark: (words) => <Sample by="none">{words}</Sample> })}</li>
          {hasChanged && (
            <li>{t.rich('changed', { mark: (words) => <span className="reader-sign">{words}</span> })}</li>
          )}
        </ul>
      )}
      {isNewest ? <SourceNotes debate={debate} source={source} /> : null}
    </header>
  );
}

/** Keeps words with a hyphen on one line: "mine-ban" at the end of a big line reads as two. */
function Unbroken({ words }: { words: string }) {
  return words.split(/(\S+-\S+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}

function Sample({ by, children }: { by: string; children: React.ReactNode }) {
  return (
    <span className="reader-sentence" data-cited={by}>
      {children}
    </span>
  );
}
