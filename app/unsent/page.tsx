import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnsentList } from '@/components/draft/unsent-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { LiveRegion } from '@/components/ui/live-region';
import { ContributionsProvider } from '@/lib/client/contributions';
import { readerId } from '../_parts/chrome';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('contribute.unsent');
  return { title: t('title') };
}

/** What somebody wrote in this browser and did not send: read from the browser alone, the server knows nothing of it. */
export default async function UnsentPage() {
  const [t, personId] = await Promise.all([getTranslations('contribute.unsent'), readerId()]);
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[44rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <header className="grid gap-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="text-body text-muted text-pretty">{t('lead')}</p>
        </header>
        <noscript>
          <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
        </noscript>
        <ClientMessages namespaces={['contribute']}>
          <ContributionsProvider personKey={personId}>
            <UnsentList />
          </ContributionsProvider>
        </ClientMessages>
      </div>
      <LiveRegion />
    </SiteFrame>
  );
}
