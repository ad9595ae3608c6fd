import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { SkipLinks } from '@/components/ui/skip-links';
import { AccountMenu, type ChromePerson } from './account-menu';
import { BrandMark } from './brand-mark';
import { LanguageButtons } from './language-choice';
import type { Theme } from './preferences';
import { SignInLink } from './sign-in-link';
import { CONTENT_ID } from './top-bar';

/** The bar above pages that belong to no debate. */
export async function SiteHeader({ person, theme }: { person: ChromePerson | null; theme: Theme }) {
  const t = await getTranslations('shell');
  const pages = [
    { href: '/debates', label: t('site.debates') },
    { href: '/how-it-works', label: t('site.howItWorks') },
    { href: '/how-it-works#host', label: t('site.host') },
  ];
  return (
    <>
      <SkipLinks label={t('skip.label')} links={[{ href: `#${CONTENT_ID}`, label: t('skip.content') }]} />
      <header className="no-print mx-auto flex h-16 w-full max-w-7xl items-center gap-3 px-4 sm:px-8 lg:gap-7 lg:px-16">
        <Link
          href="/"
          aria-label={t('brandHome')}
          className="relative flex flex-1 items-center gap-2.5 text-[1.125rem] font-strong text-ink no-underline lg:flex-none"
        >
          <BrandMark className="h-[1.125rem] w-[30px]" />
          {t('siteName')}
        </Link>
        <nav aria-label={t('site.label')} className="ms-4 flex flex-1 gap-6 max-lg:hidden">
          {pages.map((page) => (
            <Link key={page.href} href={page.href} className="text-muted no-underline hover:text-ink">
              {page.label}
            </Link>
          ))}
        </nav>
        <LanguageButtons className="max-lg:hidden hover:underline" />
        {person ? null : <SignInLink>{t('account.signIn')}</SignInLink>}
        <AccountMenu person={person} theme={theme}>
          <nav aria-label={t('site.label')} className="grid border-b border-hairline p-1 lg:hidden">
            {pages.map((page) => (
              <Link
                key={page.href}
                href={page.href}
                className="flex min-h-9 items-center rounded px-3 text-ink no-underline hover:bg-wash pointer-coarse:min-h-11"
              >
                {page.label}
              </Link>
            ))}
          </nav>
        </AccountMenu>
      </header>
    </>
  );
}
