import { useTranslations } from 'next-intl';
import { answersIn } from '@/lib/domain/room/report/told';
import type { RoomReport } from '@/lib/domain/room/report/view';
import { useTimes } from '@/lib/i18n/use-times';

/** What the report is of: the room, the question, the motion, when. */
export function ReportHead({ report }: { report: RoomReport }) {
  const t = useTranslations('report');
  const { date } = useTimes();
  const { room, debate, motion } = report;
  return (
    <header className="grid gap-3">
      <p className="flex flex-wrap justify-between gap-x-6 border-b border-ink pb-2 text-caption text-muted">
        <span>{t('kind')}</span>
        <time dateTime={room.closedAt ?? report.at}>
          {room.closedAt
            ? t('closedOn', { date: date(room.closedAt) })
            : t('asOf', { date: date(report.at) })}
        </time>
      </p>
      <h1 className="report-title font-serif text-title font-strong text-balance">
        {t('of', { room: room.name, debate: debate.title })}
      </h1>
      <div lang={debate.language} dir="auto" className="grid gap-1 font-serif text-claim-panel">
        <p className="text-pretty">{debate.question}</p>
        {motion ? (
          <p className="font-strong text-pretty">
            {t('motion')} {motion.text}
          </p>
        ) : null}
      </div>
    </header>
  );
}

/** In place of a number of answers that is too small to be told. */
const FEW = '< 5';

/** The five numbers that everything else counts from. */
export function ReportNumbersRow({ report }: { report: RoomReport }) {
  const t = useTranslations('report.numbers');
  const { participation, results } = report;
  if (!participation) return null;
  const numbers: { value: string; label: string }[] = [
    { value: String(participation.people), label: t('people', { count: participation.people }) },
  ];
  if (results) {
    const { shift } = results.stances;
    const ofClass = results.claims.filter(({ isFromRoom }) => isFromRoom).length;
    numbers.push(
      {
        value: [shift.first, shift.second].map((round) => (round ? answersIn(round) : FEW)).join(', '),
        label: t('answers'),
      },
      { value: String(shift.pairs ?? FEW), label: t('pairs', { count: shift.pairs ?? 0 }) },
      results.votes.claims === 0 && participation.voted > 0
        ? { value: '–', label: t('votesTooFew') }
        : {
            value: String(results.votes.count),
            label: t('votes', { count: results.votes.count, claims: results.votes.claims }),
          },
      { value: String(ofClass), label: t('claims', { count: ofClass }) },
    );
  }
  return (
    <dl className="report-numbers grid grid-cols-2 border-y border-hairline sm:grid-cols-5">
      {numbers.map(({ value, label }) => (
        <div key={label} className="flex flex-col-reverse justify-end py-2">
          <dt className="text-caption text-muted">{label}</dt>
          <dd className="text-heading font-strong">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
