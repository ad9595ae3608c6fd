import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { MailLinkButton } from '@/components/account/mail-link-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.mail');
  return { title: t('stop.title'), referrer: 'no-referrer', robots: { index: false } };
}

/** Opened with the link at the end of each mail; nobody has to sign in for it. */
export default async function StopMailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const [t, { token }] = await Promise.all([getTranslations('account.mail'), searchParams]);
  if (typeof token !== 'string') redirect('/account');
  return (
    <AccountPage title={t('stop.title')} lead={t('stop.lead')}>
      <MailLinkButton act="stop" token={token} />
    </AccountPage>
  );
}
