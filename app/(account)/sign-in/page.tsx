import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SignInForm } from '@/components/account/sign-in-form';
import { nextPath } from '@/lib/domain/account/next-path';
import { configuredProviders } from '@/lib/server/account/providers';
import { publicUrl } from '@/lib/server/site';
import { readerPerson } from '../../_parts/chrome';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('signIn.title') };
}

type Search = Record<
  'next' | 'callbackUrl' | 'error' | 'made' | 'changed' | 'kept',
  string | string[] | undefined
>;

/** Our own links say `next`; a sign-in that failed at a provider comes back with next-auth's whole `callbackUrl`. */
const wayOn = ({ next, callbackUrl }: Search): string => {
  const home = publicUrl();
  const path =
    typeof callbackUrl === 'string' && callbackUrl.startsWith(home) ? callbackUrl.slice(home.length) : null;
  return nextPath(next ?? path);
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [t, search, person] = await Promise.all([getTranslations('account'), searchParams, readerPerson()]);
  const next = wayOn(search);
  if (person) redirect(next);
  const lead = search.made
    ? t('signIn.leadMade')
    : search.changed
      ? t('signIn.leadChanged')
      : search.kept
        ? t('signIn.leadKept')
        : t('signIn.lead');
  return (
    <AccountPage title={t('signIn.title')} lead={lead}>
      <noscript>
        <p className="rounded border border-control px-3.5 py-3">{t('form.noScript')}</p>
      </noscript>
      <SignInForm next={next} troubleAtFirst={search.error ? t('providers.refused') : null} />
      <ProviderButtons providers={configuredProviders()} next={next} />
      <p className="text-pretty">
        {t('signIn.noAccount')}{' '}
        <Link href={`/sign-up?next=${encodeURIComponent(next)}${search.kept ? '&kept=1' : ''}`}>
          {t('signUp.title')}
        </Link>
      </p>
    </AccountPage>
  );
}
