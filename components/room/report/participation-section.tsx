import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { sheetHref } from '@/components/room/room-address';
import type { RoomReport } from '@/lib/domain/room/report/view';
import { ReportSection, TABLE } from './report-section';

/** Who took part: how much of what, and by alias for who keeps the room. Never what anybody thinks. */
export function ParticipationSection({ report }: { report: RoomReport }) {
  const t = useTranslations('report.participation');
  const { participation, people, room } = report;
  if (!participation) return null;
  const { voted, wroteNotes, wroteClaims, claims, notes, replies } = participation;
  return (
    <ReportSection
      id="participation"
      title={t('title')}
      lead={
        participation.people === 0
          ? t('nobody')
          : `${t('lead', { voted, people: participation.people, notes: wroteNotes, claims: wroteClaims })} ${t('written', { claims, notes, replies })}`
      }
    >
      {people && people.length > 0 ? (
        <div className="overflow-x-auto">
          <table className={TABLE}>
            <caption className="pb-1 text-start text-muted">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('votes')}</th>
                <th scope="col">{t('claims')}</th>
                <th scope="col">{t('notes')}</th>
                <th scope="col">{t('replies')}</th>
                <th scope="col">{t('passages')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <Link
                      href={sheetHref(room.slug, person.id)}
                      aria-label={t('sheetOf', { alias: person.alias })}
                    >
                      {person.alias}
                    </Link>
                  </th>
                  <td>{person.votes}</td>
                  <td>{person.claims}</td>
                  <td>{person.notes}</td>
                  <td>{person.replies}</td>
                  <td>{person.passages}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </ReportSection>
  );
}
