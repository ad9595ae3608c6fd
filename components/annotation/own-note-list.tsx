import Link from 'next/link';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { Tag } from '@/components/ui/tag';
import type { OwnNote, OwnNotesAt } from '@/lib/domain/annotation/own-notes';
import type { ExportedPlace } from '@/lib/domain/annotation/web/exported-note';
import { type Formatters, formatters } from '@/lib/i18n/formatters';
import type { AudienceWords } from './audience-words';
import { withNote } from './note-link';
import { RichText } from './rich-text';

/** The way from the page to where notes stand, at the first of them: the same address without the host. */
const wayTo = ({ link }: ExportedPlace, [first]: readonly OwnNote[]): string => {
  const { pathname, search } = new URL(link);
  const address = `${pathname}${search}`;
  return first ? withNote(address, first.id) : address;
};

/** A person's own notes, under what they stand on. */
export async function OwnNoteList({
  places,
  language,
  room,
}: {
  places: readonly OwnNotesAt[];
  /** Of the debate, whose words the places quote. */
  language: string;
  /** Readers are named as where the notes are written. */
  room: AudienceWords;
}) {
  const [t, locale, zone] = await Promise.all([getTranslations('notes'), getLocale(), getTimeZone()]);
  const time = formatters(locale, zone);
  return (
    <div className="grid gap-8">
      {places.map(({ place, notes }) => {
        const name = t(`place.${place.kind}`, { label: place.label });
        return (
          <section key={place.key} className="grid gap-2 break-inside-avoid-page">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 className="text-heading font-strong text-pretty">{name}</h2>
              <Link
                href={wayTo(place, notes)}
                prefetch={false}
                aria-label={t('openAt', { place: name })}
                className="no-print text-caption"
              >
                {t('open')}
              </Link>
            </div>
            {place.words === '' ? null : (
              <p
                lang={language}
                dir="auto"
                className="line-clamp-3 font-serif text-ui text-muted text-pretty"
              >
                {place.words}
              </p>
            )}
            <ul className="grid border-t border-hairline">
              {notes.map((note) => (
                <Note
                  key={note.id}
                  note={note}
                  // A paragraph that is noted on as a whole stands above already.
                  quote={note.quote === place.words ? '' : note.quote}
                  language={language}
                  time={time}
                  room={room}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

async function Note({
  note,
  quote,
  language,
  time,
  room,
}: {
  note: OwnNote;
  quote: string;
  language: string;
  time: Formatters;
  room: AudienceWords;
}) {
  const [t, inAudience] = await Promise.all([
    getTranslations('notes'),
    getTranslations('contribute.audience'),
  ]);
  return (
    <li className="grid gap-1.5 border-b border-hairline py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-caption text-muted">
        <b className="font-strong text-ink">{t(`kind.${note.kind}`)}</b>
        {note.isAnswer ? <span>{t('answer')}</span> : null}
        <span>{inAudience(`name.${note.visibility}`, { room })}</span>
        {note.status === 'published' ? null : <span>{t(`status.${note.status}`)}</span>}
        <time dateTime={note.createdAt} title={time.dateTime(note.createdAt)}>
          {time.date(note.createdAt)}
        </time>
        {note.editedAt === null ? null : <span>{t('edited', { date: time.date(note.editedAt) })}</span>}
        {note.tags.map((tag) => (
          <Tag key={tag}>
            <span dir="auto">{tag}</span>
          </Tag>
        ))}
      </p>
      {quote === '' ? null : (
        <blockquote
          lang={language}
          dir="auto"
          className="border-s-2 border-hairline ps-3 font-serif text-ui text-muted wrap-anywhere"
        >
          {quote}
        </blockquote>
      )}
      <RichText content={note.content} language={language} />
    </li>
  );
}
