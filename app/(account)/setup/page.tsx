import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountNotes, AccountPage } from '@/components/account/account-page';
import { SignUpForm } from '@/components/account/sign-up-form';
import { isSetupLinkOpen } from '@/lib/server/account/queries';
import { currentActor } from '@/lib/server/session';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  // The address carries a secret: no other site may learn it, no search engine may keep it.
  return { title: t('setup.title'), referrer: 'no-referrer', robots: { index: false } };
}

/** Opened with the one-time link that the server prints at its first start. */
export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const [t, failure, { token }] = await Promise.all([
    getTranslations('account'),
    getTranslations('failure'),
    searchParams,
  ]);
  if (typeof token !== 'string' || !(await isSetupLinkOpen(await currentActor(), token)))
    return (
      <AccountPage title={t('setup.title')} lead={failure('setup-link-invalid')}>
        <p className="text-pretty">{t('setup.whereToLook')}</p>
      </AccountPage>
    );
  const points = (['rights', 'once', 'safe'] as const).map((point) => ({
    head: t(`setup.${point}.head`),
    text: t(`setup.${point}.text`),
  }));
  return (
    <AccountPage
      title={t('setup.title')}
      lead={t('setup.lead')}
      aside={<AccountNotes title={t('setup.notesTitle')} points={points} />}
    >
      <noscript>
        <p className="rounded border border-control px-3.5 py-3">{t('form.noScript')}</p>
      </noscript>
      <SignUpForm next="/" setupToken={token} />
    </AccountPage>
  );
}
