import '@/app/styles/outline.css';
import '@/app/styles/outline-narrow.css';
import '@/app/styles/outline-print.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { OutlineView } from '@/components/outline/outline-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { formatters } from '@/lib/i18n/formatters';
import { debateView } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outline');
  return { title: t('title') };
}

export default async function OutlinePage({ params }: Props) {
  const { slug } = await params;
  const [debate, locale] = await Promise.all([
    currentActor().then((actor) => debateView(actor, slug)),
    getLocale(),
  ]);
  if (!debate) notFound();
  return (
    <ClientMessages namespaces={['outline', 'contribute']}>
      <OutlineView debate={debate} printedOn={formatters(locale).date(new Date())} />
    </ClientMessages>
  );
}
