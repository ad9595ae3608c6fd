import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NotificationList } from '@/components/notification/notification-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { mailSettings } from '@/lib/server/mail/send-mail';
import { notificationsOf } from '@/lib/server/notification/queries';
import { currentActor } from '@/lib/server/session';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notifications');
  return { title: t('title') };
}

/** What a person was told, in all rooms. */
export default async function NotificationsPage() {
  const actor = await currentActor();
  const [t, listed] = await Promise.all([getTranslations('notifications'), notificationsOf(actor)]);
  if (!listed.ok) redirect('/sign-in?next=%2Fnotifications');
  const canAskForMail = mailSettings() !== null && actor.kind === 'person' && !actor.isGuest;
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[44rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <header className="grid gap-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="text-body text-muted text-pretty">{t('lead')}</p>
          {canAskForMail ? (
            <p>
              <Link href="/account">{t('mailLink')}</Link>
            </p>
          ) : null}
        </header>
        <ClientMessages namespaces={['notifications']}>
          <NotificationList initial={listed.value} now={new Date().toISOString()} />
        </ClientMessages>
      </div>
    </SiteFrame>
  );
}
