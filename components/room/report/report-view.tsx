import { useTranslations } from 'next-intl';
import type { RoomReport } from '@/lib/domain/room/report/view';
import { forSideOf } from '@/lib/domain/stance/axis';
import { ClaimsSection, DividesSection } from './claims-section';
import { FlowSection } from './flow-section';
import { GroupsSection } from './groups-section';
import { MovedSection } from './moved-section';
import { ParticipationSection } from './participation-section';
import { ReportHead, ReportNumbersRow } from './report-head';
import { ReportMethod } from './report-method';
import { ReportSection } from './report-section';
import { ShiftSection } from './shift-section';
import { VoicesSection } from './voices-section';

/** The whole report of a room, on a screen and on paper. */
export function ReportView({ report }: { report: RoomReport }) {
  const t = useTranslations('report');
  const { results, debate, room } = report;
  const forSide = forSideOf(report.sides);
  return (
    <>
      <ReportHead report={report} />
      {results ? null : <HiddenNotice hasNumbers={report.participation !== null} />}
      <ReportNumbersRow report={report} />
      {room.conclusion ? (
        <ReportSection id="conclusion" title={t('conclusion')}>
          <p
            dir="auto"
            className="max-w-measure font-serif text-body whitespace-pre-line text-pretty wrap-anywhere"
          >
            {room.conclusion}
          </p>
        </ReportSection>
      ) : null}
      {results ? (
        <>
          <ShiftSection results={results} forSide={forSide} />
          <MovedSection results={results} language={debate.language} forSide={forSide} />
          <FlowSection results={results} forSide={forSide} />
          <DividesSection report={report} />
          <ClaimsSection report={report} />
          <GroupsSection results={results} />
          <VoicesSection report={report} />
        </>
      ) : null}
      <ParticipationSection report={report} />
      <ReportMethod report={report} />
    </>
  );
}

/** What stands in the place of results until the reveal. */
function HiddenNotice({ hasNumbers }: { hasNumbers: boolean }) {
  const t = useTranslations('report.hidden');
  return (
    <section aria-labelledby="hidden" className="grid gap-1 rounded border border-hairline bg-wash p-4">
      <h2 id="hidden" className="text-heading font-strong">
        {t('title')}
      </h2>
      <p className="text-ui text-pretty">
        {t('lead')} {hasNumbers ? t('done') : null}
      </p>
    </section>
  );
}
