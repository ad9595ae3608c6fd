import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { AnnotationView, NotePlace } from '@/lib/domain/annotation/view';
import { hasOwnQuoteMark } from '@/lib/domain/text/quote-marks';
import { noteHref } from './note-href';

/** What a note is about, in words, and the way there: for pages that list notes of many places. */
export function NotePlaceLink({
  slug,
  language,
  place,
  note,
}: {
  slug: string;
  /** Of the debate: what people wrote carries its own. */
  language: string;
  /** Null when it is not this reader's to see any more. */
  place: NotePlace | null;
  note: AnnotationView;
}) {
  const t = useTranslations('contribute.notePlace');
  if (place === null) return <p className="text-caption text-muted">{t('gone')}</p>;
  const quote = note.target.type === 'passage' ? note.target.exact : null;
  const words = place.type === 'claim' ? place.text : quote;
  const Quote = words !== null && hasOwnQuoteMark(words) ? 'span' : 'q';
  return (
    <p className="text-caption text-muted">
      <Link href={noteHref(slug, place, note.id)}>
        {place.type === 'claim'
          ? t('claim', { code: place.code })
          : place.type === 'relation'
            ? t('relation', { from: place.fromCode, to: place.toCode ?? t('aLine') })
            : place.type === 'source'
              ? t('source', { title: place.sourceTitle })
              : t('passage', { label: place.passageLabel ?? '–', title: place.sourceTitle })}
      </Link>
      {words === null ? null : (
        <>
          {' '}
          <Quote lang={language} dir="auto" className="font-serif">
            {words.length > 120 ? `${words.slice(0, 116).trimEnd()}…` : words}
          </Quote>
        </>
      )}
      {note.target.type === 'passage' && note.target.isLost ? <> {t('lost')}</> : null}
    </p>
  );
}
