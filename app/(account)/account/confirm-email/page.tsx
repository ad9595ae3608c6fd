import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { MailLinkButton } from '@/components/account/mail-link-button';
import { readerPerson } from '../../../_parts/chrome';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.mail');
  // The address carries a secret: no other site may learn it, no search engine may keep it.
  return { title: t('confirm.title'), referrer: 'no-referrer', robots: { index: false } };
}

/** Opened with the link that was sent to an address. */
export default async function ConfirmEmailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const [t, { token }, person] = await Promise.all([
    getTranslations('account.mail'),
    searchParams,
    readerPerson(),
  ]);
  if (typeof token !== 'string') redirect('/account');
  if (!person) {
    const back = `/account/confirm-email?token=${encodeURIComponent(token)}`;
    redirect(`/sign-in?next=${encodeURIComponent(back)}`);
  }
  return (
    <AccountPage title={t('confirm.title')} lead={t('confirm.lead', { name: person.name })}>
      <MailLinkButton act="confirm" token={token} />
    </AccountPage>
  );
}
