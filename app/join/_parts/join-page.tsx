import { getTranslations } from 'next-intl/server';
import { JoinForm } from '@/components/room/people/join-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { SiteFrame } from '../../_parts/site-frame';

/** The way into a room, with or without a code in the address. */
export async function JoinPage({ code, isReturn = false }: { code: string; isReturn?: boolean }) {
  const t = await getTranslations('joining');
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[28rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
        <noscript>
          <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
        </noscript>
        <ClientMessages namespaces={['joining', 'account', 'failure']}>
          <JoinForm initialCode={code} beginsAsReturn={isReturn} />
        </ClientMessages>
      </div>
    </SiteFrame>
  );
}
