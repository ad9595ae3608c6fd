import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { subjectByCode } from '@/components/map/map-claims';
import { MapPicture } from '@/components/map/map-picture';
import { MapView } from '@/components/map/map-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { debateView } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('map');
  return { title: t('title') };
}

export default async function MapPage({ params, searchParams }: Props) {
  const [{ slug }, query, actor] = await Promise.all([params, searchParams, currentActor()]);
  const debate = await debateView(actor, slug);
  if (!debate) notFound();
  const selected = subjectByCode(debate, typeof query.claim === 'string' ? query.claim : null);
  const showsBeyond = query.layer === 'beyond' || selected?.claim?.layer === 'beyond';
  return (
    <ClientMessages namespaces={['map', 'contribute']}>
      <MapView
        debate={debate}
        picture={<MapPicture debate={debate} showsBeyond={showsBeyond} selectedId={selected?.id ?? null} />}
      />
    </ClientMessages>
  );
}
