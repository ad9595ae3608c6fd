import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { viewHref } from '@/components/debate/view-address';
import { subjectByCode } from '@/components/map/map-claims';
import { MapPicture } from '@/components/map/map-picture';
import { MapView } from '@/components/map/map-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { Tour } from '@/components/tour/tour';
import { withoutClosed } from '@/lib/domain/debate/closed';
import { readerTour } from '../../../_parts/chrome';
import { openedView, UnknownClaim, type ViewProps } from '../_parts/opened-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('map');
  return { title: t('title') };
}

export default async function MapPage(props: ViewProps) {
  const [opened, t] = await Promise.all([openedView('map', props), getTranslations('map')]);
  const { debate } = opened;
  const shown = withoutClosed(debate, { showsClosed: opened.showsClosed, selectedCode: opened.claim });
  const tour = await readerTour(debate.slug);
  const selected = subjectByCode(debate, opened.claim);
  const showsBeyond = opened.isBeyondOn || selected?.claim?.layer === 'beyond';
  return (
    <ClientMessages namespaces={['map', 'contribute', 'edit', 'effects', 'scheme', 'strength', 'tour']}>
      <UnknownClaim opened={opened} view="map" />
      <noscript>
        <p className="border-b border-hairline px-5 py-2 text-caption">
          {t.rich('noscript', {
            outline: (words) => <Link href={viewHref(debate.slug, 'outline')}>{words}</Link>,
            text: (words) => <Link href={viewHref(debate.slug, 'text')}>{words}</Link>,
          })}
        </p>
      </noscript>
      {tour ? <Tour debate={debate} tour={tour} view="map" /> : null}
      <MapView
        debate={debate}
        picture={<MapPicture debate={shown} showsBeyond={showsBeyond} selectedId={selected?.id ?? null} />}
      />
    </ClientMessages>
  );
}
