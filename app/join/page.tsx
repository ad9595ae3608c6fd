import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JoinPage } from './_parts/join-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining');
  return { title: t('title') };
}

/** `?back` asks for the code of a seat that one has already. */
export default async function JoinWithoutCodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  return <JoinPage code="" isReturn={(await searchParams).back !== undefined} />;
}
