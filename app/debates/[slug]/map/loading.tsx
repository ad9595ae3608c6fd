import { getTranslations } from 'next-intl/server';
import { MapSkeleton } from '@/components/map/map-skeleton';

export default async function Loading() {
  const t = await getTranslations('map');
  return <MapSkeleton label={t('state.loading')} />;
}
