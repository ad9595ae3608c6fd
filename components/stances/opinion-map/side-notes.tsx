import type { ReactNode } from 'react';
import type { ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { strong } from '../chart-frame';
import { OwnReasons } from './own-reasons';
import { sharesOf, type useMapWords } from './use-map-words';

/** What the picture shows and what not, who is in no group for certain, and why the reader is where they are. */
export function SideNotes({
  shown,
  words,
  isWide,
}: {
  shown: ShownOpinions;
  words: ReturnType<typeof useMapWords>;
  /** Side by side below a large map, rather than under each other beside a small one. */
  isWide: boolean;
}) {
  const { t, list } = words;
  const [across, up, both] = sharesOf(shown.axes);
  const small = shown.groups.filter(({ isSmall }) => isSmall);
  const hasGroups = shown.groups.length > 0;
  const loose = [
    ...(shown.unsettled > 0 ? [t.rich('unsettled.some', { count: shown.unsettled, b: strong })] : []),
    ...(shown.ungrouped > 0 ? [t.rich('unsettled.ungrouped', { count: shown.ungrouped, b: strong })] : []),
  ];
  return (
    <div
      className={
        isWide
          ? 'grid gap-x-8 gap-y-5 sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]'
          : 'grid gap-5 *:not-first:border-t *:not-first:border-hairline *:not-first:pt-4'
      }
    >
      <Note title={t('shows.title')}>
        <p>{t.rich('shows.text', { both, across, up, rest: 100 - both, b: strong })}</p>
      </Note>
      {hasGroups ? (
        <Note title={t('unsettled.title')}>
          {loose.length === 0 ? <p>{t('unsettled.none')}</p> : null}
          {loose.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sentences that never change places
            <p key={index}>{sentence}</p>
          ))}
          {small.length > 0 ? (
            <p>{t('small', { count: small.length, letters: list(small.map(({ letter }) => letter)) })}</p>
          ) : null}
          {shown.alike > 0 ? <p>{t('alike', { count: shown.alike })}</p> : null}
        </Note>
      ) : (
        <Note title={t('noGroups.title')}>
          <p>{t('noGroups.text')}</p>
          {shown.alike > 0 ? <p>{t('alike', { count: shown.alike })}</p> : null}
        </Note>
      )}
      {shown.own ? (
        <Note title={t('own.title')} isOwn>
          <OwnReasons own={shown.own} groups={shown.groups} words={words} />
        </Note>
      ) : null}
    </div>
  );
}

function Note({
  title,
  children,
  isOwn = false,
}: {
  title: string;
  children: ReactNode;
  /** Speaks of the reader alone: on no paper. */
  isOwn?: boolean;
}) {
  return (
    <section
      data-own={isOwn ? '' : undefined}
      className="grid content-start gap-1.5 text-ui text-muted text-pretty"
    >
      <h3 className="font-strong text-ink">{title}</h3>
      {children}
    </section>
  );
}
