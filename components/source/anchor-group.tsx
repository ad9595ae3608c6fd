import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import type { WaitingAnchor } from '@/lib/domain/source/view';
import { joinedExcerpts, type Stretch } from './anchor-groups';

/**
 * A paragraph and what it became, once, above all the places that went from one to the other.
 * @param anchors of one group, at least one
 * @param children the places, each with its own words
 */
export function AnchorGroup({
  anchors,
  language,
  isPending,
  onConfirmAll,
  children,
}: {
  anchors: readonly [WaitingAnchor, ...WaitingAnchor[]];
  language: string;
  isPending: boolean;
  onConfirmAll: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('review');
  const headingId = useId();
  const [{ source, from, to, old, found }] = anchors;
  const news = anchors.flatMap((anchor) => (anchor.found ? [anchor.found] : []));
  return (
    <section aria-labelledby={headingId} className="grid rounded border border-hairline bg-raised">
      <div className="grid gap-4 p-4 sm:p-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id={headingId} className="text-ui font-strong">
            <span dir="auto">{source.title}</span>
            {` · ${t('group', { count: anchors.length })}`}
          </h2>
          {news.length > 1 ? (
            <Button size="small" isPending={isPending} onClick={onConfirmAll}>
              {t('confirmGroup', { count: news.length })}
            </Button>
          ) : null}
        </div>
        <div className="grid gap-4 md:grid-cols-2">
          <Paragraph
            title={t('old', { number: from.number, label: old.passageLabel })}
            stretches={joinedExcerpts(anchors.map((anchor) => anchor.old))}
            language={language}
          />
          {found === null ? (
            <div className="grid content-start gap-1">
              <h3 className="text-caption text-muted">{t('newWithout', { number: to.number })}</h3>
              <p className="border-s-2 border-hairline ps-3 text-ui text-muted">{t('notFound')}</p>
            </div>
          ) : (
            <Paragraph
              title={t('new', { number: to.number, label: found.passageLabel })}
              stretches={joinedExcerpts(news)}
              language={language}
            />
          )}
        </div>
      </div>
      {children}
    </section>
  );
}

function Paragraph({
  title,
  stretches,
  language,
}: {
  title: string;
  stretches: readonly Stretch[];
  language: string;
}) {
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-caption text-muted">{title}</h3>
      <p
        lang={language}
        dir="auto"
        className="border-s-2 border-hairline ps-3 font-serif text-ui text-pretty break-words"
      >
        {stretches.map(({ text, isMarked }, index) => {
          const key = `${index} ${text}`;
          return isMarked ? (
            <mark key={key} className="bg-wash text-ink">
              {text}
            </mark>
          ) : (
            <span key={key} className="text-muted">
              {text}
            </span>
          );
        })}
      </p>
    </div>
  );
}
