import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { versionHref, viewHref } from '@/components/debate/view-address';
import { ButtonLink } from '@/components/ui/button';
import type { ListedSource } from '@/lib/domain/source/list';
import type { VersionEntry } from '@/lib/domain/source/view';
import { useTimes } from '@/lib/i18n/use-times';
import { newVersionHref, sourceAnchor } from './source-address';

/** The sources of a debate with their versions, and how much is tied to each. */
export function SourceListView({
  slug,
  sources,
  canWrite,
}: {
  slug: string;
  sources: readonly ListedSource[];
  canWrite: boolean;
}) {
  const t = useTranslations('sources');
  const locale = useLocale();
  if (sources.length === 0)
    return (
      <p className="rounded border border-dashed border-control px-4 py-6 text-center text-muted">
        {t('empty')}
      </p>
    );
  return (
    <ul className="grid gap-4">
      {sources.map(({ source, versions: [current, ...earlier], citations, lostCitations, notes }) => (
        <li key={source.id} className="grid gap-3 rounded border border-hairline bg-raised px-4 py-4 sm:px-5">
          <div className="grid gap-1">
            <h2 lang={source.language} dir="auto" className="font-serif text-heading font-strong text-pretty">
              {source.title}
            </h2>
            {source.attribution === '' && source.url === null ? null : (
              <p className="text-caption text-muted text-pretty">
                <span lang={source.language} dir="auto">
                  {source.attribution}
                </span>{' '}
                {source.url === null ? null : (
                  <a href={source.url} rel="noopener noreferrer nofollow">
                    {t('original')}
                  </a>
                )}
              </p>
            )}
          </div>
          {current ? (
            <div className="grid gap-1">
              <VersionLine version={current} isCurrent />
              <p className="text-caption">
                {t('citations', { count: citations })} ·{' '}
                {lostCitations === 0 ? null : `${t('lostCitations', { count: lostCitations })} · `}{' '}
                {t('notes', { count: notes })}
              </p>
            </div>
          ) : null}
          {earlier.length > 0 ? (
            <details>
              <summary className="cursor-pointer text-caption text-muted pointer-coarse:py-2.5">
                {t('earlier', { count: earlier.length })}
              </summary>
              <ol className="mt-2 grid gap-2 border-s-2 border-hairline ps-3">
                {earlier.map((version) => (
                  <li key={version.id}>
                    <VersionLine
                      version={version}
                      href={versionHref(slug, { sourceKey: source.key, version: version.number })}
                    />
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
          <p className="flex flex-wrap gap-2">
            <Link
              href={`${viewHref(slug, 'text', { isBeyondOn: true })}${sourceAnchor(source.key)}`}
              className="inline-flex items-center pe-2 text-ui pointer-coarse:min-h-11"
              aria-label={t('readOf', { title: source.title })}
              lang={locale}
            >
              {t('read')}
            </Link>
            {canWrite ? (
              <ButtonLink
                size="small"
                href={newVersionHref(slug, source.key)}
                aria-label={t('newVersionOf', { title: source.title })}
              >
                {t('newVersion')}
              </ButtonLink>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Number, date, author and size of a version, and what its author said of it. */
function VersionLine({
  version,
  href,
  isCurrent = false,
}: {
  version: VersionEntry;
  /** Where it can be read. */
  href?: string;
  isCurrent?: boolean;
}) {
  const t = useTranslations('sources');
  const times = useTimes();
  const { number, createdAt, authorAlias, fromContent, isOriginal, passageCount, characters, note } = version;
  const facts = [
    isCurrent ? t('current') : '',
    isOriginal ? t('isOriginal') : '',
    times.date(createdAt),
    fromContent ? t('fromContent') : authorAlias === null ? '' : t('by', { alias: authorAlias }),
    t('size', { paragraphs: passageCount, characters }),
  ].filter((fact) => fact !== '');
  return (
    <>
      <p className="text-caption">
        {href === undefined ? (
          <span className="font-strong">{t('version', { number })}</span>
        ) : (
          <Link href={href} prefetch={false}>
            {t('version', { number })}
          </Link>
        )}{' '}
        <span className="text-muted">{facts.join(' · ')}</span>
      </p>
      {note === '' ? null : (
        <p dir="auto" className="text-caption text-pretty">
          {note}
        </p>
      )}
    </>
  );
}
