import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { audienceWords } from '@/components/annotation/audience-words';
import { NotesExport } from '@/components/annotation/notes-export';
import { NotesImport } from '@/components/annotation/notes-import';
import { OwnMentions } from '@/components/annotation/own-mentions';
import { OwnNoteList } from '@/components/annotation/own-note-list';
import { isFiltering, ownNotesFilter, ownNotesHref } from '@/components/annotation/own-notes-address';
import { OwnNotesFilter } from '@/components/annotation/own-notes-filter';
import { viewHref } from '@/components/debate/view-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { SignInLink } from '@/components/shell/sign-in-link';
import { ButtonLink } from '@/components/ui/button';
import { countOf, filteredNotes, type OwnNotesAt, tagsOf } from '@/lib/domain/annotation/own-notes';
import type { DebateView } from '@/lib/domain/debate/view';
import { ownNotesByPlace } from '@/lib/server/annotation/own-notes-by-place';
import { sourceViews } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { readerDebate } from '../../../_parts/chrome';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notes');
  return { title: t('title') };
}

/** A person's study notes: all that they wrote in a debate, to find again, to print, to take along and to bring in. */
export default async function OwnNotesPage({ params, searchParams }: Props) {
  const [{ slug }, query, t, actor] = await Promise.all([
    params,
    searchParams,
    getTranslations('notes'),
    currentActor(),
  ]);
  const debate = await readerDebate(slug);
  if (!debate) notFound();
  const places = actor.kind === 'person' ? await ownNotesByPlace(actor, debate.room.id) : null;
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-8 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid gap-2">
        <h1 className="text-title font-strong">{t('title')}</h1>
        <p className="text-body text-muted text-pretty">{t(places ? 'lead' : 'signedOut')}</p>
      </header>
      {places ? (
        <>
          <Notes debate={debate} places={places} query={query} />
          <ClientMessages namespaces={['contribute']}>
            <OwnMentions debate={debate} />
          </ClientMessages>
          {places.length > 0 ? (
            <section className="no-print grid gap-3">
              <h2 className="text-heading font-strong">{t('export.title')}</h2>
              <p className="text-body text-pretty">{t('export.lead')}</p>
              <ClientMessages namespaces={['notes', 'failure']}>
                <NotesExport roomId={debate.room.id} />
              </ClientMessages>
            </section>
          ) : null}
          <Bringing debate={debate} />
        </>
      ) : (
        <SignInLink className="justify-self-start">{t('signIn')}</SignInLink>
      )}
    </div>
  );
}

async function Notes({
  debate,
  places,
  query,
}: {
  debate: DebateView;
  places: readonly OwnNotesAt[];
  query: Record<string, string | string[] | undefined>;
}) {
  const [t, locale] = await Promise.all([getTranslations('notes'), getLocale()]);
  if (places.length === 0) {
    return (
      <div className="grid gap-3">
        <p className="text-body text-pretty">{t('none')}</p>
        <p className="flex flex-wrap gap-2">
          <ButtonLink href={viewHref(debate.slug, 'text')}>{t('toText')}</ButtonLink>
          <ButtonLink href={viewHref(debate.slug, 'map')}>{t('toMap')}</ButtonLink>
        </p>
      </div>
    );
  }
  const room = audienceWords({ kind: debate.room.kind, access: debate.access });
  const filter = ownNotesFilter(query);
  const shown = filteredNotes(places, filter);
  const [count, total] = [countOf(shown), countOf(places)];
  return (
    <>
      <OwnNotesFilter filter={filter} tags={tagsOf(places, locale)} room={room} />
      <p role="status" className="flex flex-wrap items-baseline gap-x-4">
        <span>{isFiltering(filter) ? t('countOf', { count, total }) : t('count', { count })}</span>
        {count === 0 ? <span>{t('noneLeft')}</span> : null}
        {isFiltering(filter) ? (
          <Link href={ownNotesHref(debate.slug)} className="no-print">
            {t('showAll')}
          </Link>
        ) : null}
      </p>
      <OwnNoteList places={shown} language={debate.language} room={room} />
    </>
  );
}

async function Bringing({ debate }: { debate: DebateView }) {
  const [t, inAudience, sources] = await Promise.all([
    getTranslations('notes.import'),
    getTranslations('contribute.audience'),
    sourceViews(await currentActor(), debate.slug),
  ]);
  const texts = (sources ?? []).map(({ title, version }) => ({ sourceVersionId: version.id, title }));
  if (texts.length === 0) return null;
  const room = audienceWords({ kind: debate.room.kind, access: debate.access });
  return (
    <section className="no-print grid gap-3">
      <h2 className="text-heading font-strong">{t('title')}</h2>
      <p className="text-body text-pretty">{t(debate.isOpen ? 'lead' : 'closed')}</p>
      {debate.isOpen ? (
        <ClientMessages namespaces={['notes', 'account', 'failure', 'conversion']}>
          <NotesImport
            roomId={debate.room.id}
            texts={texts}
            readers={{ private: inAudience('name.private'), room: inAudience('name.room', { room }) }}
          />
        </ClientMessages>
      ) : null}
    </section>
  );
}
