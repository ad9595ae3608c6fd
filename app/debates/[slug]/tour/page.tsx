import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { viewHref } from '@/components/debate/view-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { TourForm } from '@/components/tour/tour-form';
import { currentActor } from '@/lib/server/session';
import { tourPlaces } from '@/lib/server/tour/tour';
import { readerDebate, readerTour } from '../../../_parts/chrome';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tour.form');
  return { title: t('title') };
}

/** Where maintainers write the guided tour. For everyone else there is no such page. */
export default async function TourPage({ params }: Props) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()]);
  const [t, debate, tour, places] = await Promise.all([
    getTranslations('tour.form'),
    readerDebate(slug),
    readerTour(slug),
    tourPlaces(actor, slug),
  ]);
  if (!debate || !tour || !places) notFound();
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-6 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid gap-2">
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
        <p className="text-body text-muted text-pretty">
          {t('lead')} <Link href={viewHref(slug, 'map')}>{t('toMap')}</Link>
        </p>
      </header>
      <ClientMessages namespaces={['tour', 'edit', 'account', 'failure']}>
        <TourForm
          debate={{ slug, language: debate.language, sides: debate.sides }}
          tour={tour}
          places={places}
        />
      </ClientMessages>
    </div>
  );
}
