import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MissingDebate } from '@/components/debate/missing-debate';
import { ClientMessages } from '@/components/shell/client-messages';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: t('trouble.debateNotFoundTitle') };
}

export default function DebateNotFoundPage() {
  return (
    <SiteFrame>
      <ClientMessages namespaces={[]}>
        <MissingDebate />
      </ClientMessages>
    </SiteFrame>
  );
}
