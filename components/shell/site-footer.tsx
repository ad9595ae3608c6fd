import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

/** The foot of pages that belong to no debate: where this runs, what it promises, how to look inside. */
export async function SiteFooter({ host }: { host: string }) {
  const t = await getTranslations('shell');
  const pages = [
    { href: '/accessibility', label: t('footer.accessibility') },
    { href: '/privacy', label: t('footer.privacy') },
    { href: '/how-it-works#source', label: t('footer.source') },
  ];
  return (
    <footer className="no-print border-t border-hairline text-caption text-muted">
      <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-5 sm:px-8 lg:px-16">
        <p className="me-auto max-sm:w-full">{t('footer.host', { host })}</p>
        {pages.map((page) => (
          <Link key={page.href} href={page.href} className="py-1 hover:text-ink">
            {page.label}
          </Link>
        ))}
        <a href="/api/v1/openapi.json" className="py-1 hover:text-ink">
          {t('footer.api')}
        </a>
      </div>
    </footer>
  );
}
