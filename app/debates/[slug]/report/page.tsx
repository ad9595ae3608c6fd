import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import '@/app/styles/report.css';
import { PersonSheetView } from '@/components/room/report/person-sheet';
import { PrintButton } from '@/components/room/report/print-button';
import { ReportTools } from '@/components/room/report/report-tools';
import { ReportView } from '@/components/room/report/report-view';
import { reportHref } from '@/components/room/room-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { reportSheets } from '@/lib/server/room/report/person-sheets';
import { roomReport } from '@/lib/server/room/report/room-report';
import { currentActor } from '@/lib/server/session';
import { readerFrame } from '../../../_parts/chrome';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: t('title') };
}

/** The report of a class, for its groups too: what its people thought, how they moved, who did how much. Made to be printed. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [{ slug }, query, actor] = await Promise.all([params, searchParams, currentActor()]);
  const frame = await readerFrame(slug);
  if (frame?.parent) redirect(reportHref(frame.parent.slug));
  if (typeof query.person === 'string') return <Sheets slug={slug} wanted={query.person} />;
  const motion = typeof query.motion === 'string' ? query.motion : undefined;
  const read = await roomReport(actor, { slug }, motion);
  if (!read.ok) notFound();
  const report = read.value;
  return (
    <div className="report mx-auto grid w-full max-w-[46rem] gap-8 px-4 pt-8 pb-16 sm:px-8">
      <ReportView report={report} />
      <ClientMessages namespaces={['report', 'failure']}>
        <ReportTools
          room={report.room}
          ownId={report.ownId}
          motion={motion ?? null}
          isRevealed={report.results !== null}
          can={report.can}
        />
      </ClientMessages>
    </div>
  );
}

/** One person's sheet, or all of them to print. */
async function Sheets({ slug, wanted }: { slug: string; wanted: string }) {
  const t = await getTranslations('report.sheet');
  const actor = await currentActor();
  const read = await reportSheets(actor, slug, wanted);
  if (!read.ok) notFound();
  const { sheets, rubric, roomName, language, ownId } = read.value;
  return (
    <div className="report mx-auto grid w-full max-w-[46rem] gap-12 px-4 pt-8 pb-16 sm:px-8">
      <p className="no-print flex flex-wrap items-center justify-between gap-3 text-ui">
        <Link href={reportHref(slug)}>{t('back')}</Link>
        <ClientMessages namespaces={['report']}>
          <PrintButton />
        </ClientMessages>
      </p>
      {sheets.map((sheet) => (
        <PersonSheetView
          key={sheet.person.id}
          sheet={sheet}
          roomName={roomName}
          language={language}
          rubric={rubric}
          isOwn={sheet.person.id === ownId}
        />
      ))}
    </div>
  );
}
