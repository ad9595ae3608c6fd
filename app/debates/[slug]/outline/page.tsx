import '@/app/styles/outline.css';
import '@/app/styles/outline-narrow.css';
import '@/app/styles/outline-print.css';
import type { Metadata } from 'next';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { OutlineView } from '@/components/outline/outline-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { Tour } from '@/components/tour/tour';
import { formatters } from '@/lib/i18n/formatters';
import { readerTour } from '../../../_parts/chrome';
import { openedView, UnknownClaim, type ViewProps } from '../_parts/opened-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outline');
  return { title: t('title') };
}

export default async function OutlinePage(props: ViewProps) {
  const [opened, locale, zone] = await Promise.all([
    openedView('outline', props),
    getLocale(),
    getTimeZone(),
  ]);
  const { debate } = opened;
  const tour = await readerTour(debate.slug);
  return (
    <ClientMessages namespaces={['outline', 'contribute', 'edit', 'effects', 'scheme', 'strength', 'tour']}>
      <UnknownClaim opened={opened} view="outline" />
      {tour ? <Tour debate={debate} tour={tour} view="outline" /> : null}
      <OutlineView debate={debate} printedOn={formatters(locale, zone).date(new Date())} />
    </ClientMessages>
  );
}
