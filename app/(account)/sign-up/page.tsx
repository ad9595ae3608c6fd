import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountNotes, AccountPage } from '@/components/account/account-page';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SignUpForm } from '@/components/account/sign-up-form';
import { nextPath } from '@/lib/domain/account/next-path';
import { configuredProviders } from '@/lib/server/account/providers';
import { readerPerson } from '../../_parts/chrome';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('signUp.title') };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; kept?: string | string[] }>;
}) {
  const [t, search, person] = await Promise.all([getTranslations('account'), searchParams, readerPerson()]);
  const next = nextPath(search.next);
  if (person) redirect(next);
  const points = (['name', 'votes', 'notes', 'server'] as const).map((point) => ({
    head: t(`whoSees.${point}.head`),
    text: t(`whoSees.${point}.text`),
  }));
  return (
    <AccountPage
      title={t('signUp.title')}
      lead={t(search.kept ? 'signIn.leadKept' : 'signUp.lead')}
      aside={<AccountNotes title={t('whoSees.title')} points={points} />}
    >
      <noscript>
        <p className="rounded border border-control px-3.5 py-3">{t('form.noScript')}</p>
      </noscript>
      <SignUpForm next={next} />
      <ProviderButtons providers={configuredProviders()} next={next} />
      <p className="text-pretty">
        {t('signUp.haveAccount')}{' '}
        <Link href={`/sign-in?next=${encodeURIComponent(next)}${search.kept ? '&kept=1' : ''}`}>
          {t('signIn.title')}
        </Link>
      </p>
    </AccountPage>
  );
}
