import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NothingHere } from './_parts/nothing-here';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: t('trouble.notFoundTitle') };
}

export default async function NotFoundPage() {
  const t = await getTranslations('shell');
  return <NothingHere title={t('trouble.notFoundTitle')} text={t('trouble.notFoundText')} />;
}
