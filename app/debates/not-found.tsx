import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NothingHere } from '../_parts/nothing-here';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: t('trouble.debateNotFoundTitle') };
}

/** For an unknown debate and for one that this reader may not know of: both look the same. */
export default async function DebateNotFoundPage() {
  const t = await getTranslations('shell');
  return <NothingHere title={t('trouble.debateNotFoundTitle')} text={t('trouble.debateNotFoundText')} />;
}
