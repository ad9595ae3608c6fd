import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import type { DebateView } from '@/lib/domain/debate/view';
import { searchQuery } from '@/lib/domain/search/schema';
import type { NoteHit, SearchView } from '@/lib/domain/search/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { addressOf } from '@/lib/server/address';
import { search } from '@/lib/server/search/queries';
import { currentActor } from '@/lib/server/session';
import { readerDebate } from '../../../_parts/chrome';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('debate.search');
  return { title: t('title') };
}

/** Claims, passages and notes of a debate by their words. A plain form: it works before any script, and by link. */
export default async function SearchPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const [t, debate] = await Promise.all([getTranslations('debate.search'), readerDebate(slug)]);
  if (!debate) notFound();
  const asked = typeof query.q === 'string' ? query.q : '';
  const found = await foundFor(debate, asked);
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-8 px-4 pt-8 pb-16 sm:px-8">
      <h1 className="text-title font-strong">{t('title')}</h1>
      <search>
        <form method="get" className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
          <input
            type="search"
            name="q"
            aria-label={t('label')}
            defaultValue={asked}
            maxLength={LIMITS.searchQuery}
            className={`${controlStyle} h-12`}
          />
          <Button type="submit" size="large">
            {t('go')}
          </Button>
        </form>
      </search>
      {found === null ? null : found === 'too-many' ? (
        <p role="alert">{t('tooMany')}</p>
      ) : (
        <Results debate={debate} found={found} asked={asked} />
      )}
    </div>
  );
}

async function foundFor(debate: DebateView, asked: string): Promise<SearchView | 'too-many' | null> {
  const read = searchQuery.safeParse({ q: asked });
  if (!read.success) return null;
  const actor = await currentActor();
  const result = await search(actor, debate.room.id, read.data.q, addressOf(await headers()));
  return result.ok ? result.value : 'too-many';
}

async function Results({
  debate,
  found: { claims, passages, notes },
  asked,
}: {
  debate: DebateView;
  found: SearchView;
  asked: string;
}) {
  const t = await getTranslations('debate.search');
  const count = claims.length + passages.length + notes.length;
  return (
    <>
      <p role="status">{t('count', { count, words: asked })}</p>
      <Hits title={t('claims')} hasAny={claims.length > 0}>
        {claims.map(({ id, code, text }) => (
          <Hit
            key={id}
            language={debate.language}
            href={viewHref(debate.slug, 'outline', { claim: code })}
            name={code}
          >
            {text}
          </Hit>
        ))}
      </Hits>
      <Hits title={t('passages')} hasAny={passages.length > 0}>
        {passages.map(({ sourceKey, sourceTitle, passageKey, passageLabel, snippet }) => (
          <Hit
            key={`${sourceKey} ${passageKey}`}
            language={debate.language}
            href={viewHref(debate.slug, 'text', { passage: passageKey })}
            name={t('passage', { source: sourceTitle, label: passageLabel })}
          >
            {snippet}
          </Hit>
        ))}
      </Hits>
      <Hits title={t('notes')} hasAny={notes.length > 0}>
        {notes.map((note) => (
          <Hit key={note.id} language={debate.language} href={placeOf(debate, note)} name={t('note')}>
            {note.snippet}
          </Hit>
        ))}
      </Hits>
    </>
  );
}

/** Where the thread of a note stands. */
function placeOf(debate: DebateView, { target }: NoteHit): string {
  if (target.type === 'passage' || target.type === 'source') return viewHref(debate.slug, 'text');
  const claimId =
    target.type === 'claim'
      ? target.claimId
      : debate.relations.find(({ id }) => id === target.relationId)?.fromClaimId;
  const code = [debate.motion, ...debate.claims].find(({ id }) => id === claimId)?.code ?? null;
  return viewHref(debate.slug, 'outline', { claim: code });
}

function Hits({ title, hasAny, children }: { title: string; hasAny: boolean; children: ReactNode }) {
  if (!hasAny) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-heading font-strong">{title}</h2>
      <ul className="grid border-t border-hairline">{children}</ul>
    </section>
  );
}

function Hit({
  href,
  name,
  language,
  children,
}: {
  href: string;
  name: string;
  language: string;
  children: ReactNode;
}) {
  return (
    <li className="border-b border-hairline py-2.5">
      <Link href={href} prefetch={false} className="block text-ink no-underline hover:underline">
        <span className="block text-caption text-muted">{name}</span>
        <span lang={language} dir="auto" className="font-serif text-ui text-pretty">
          {children}
        </span>
      </Link>
    </li>
  );
}
