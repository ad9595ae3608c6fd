import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { ZoneKeeper } from '@/components/shell/zone-keeper';
import { publicUrl } from '@/lib/server/site';
import { readerTheme } from './_parts/chrome';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    metadataBase: new URL(publicUrl()),
    title: { default: t('siteName'), template: `%s · ${t('siteName')}` },
    description: t('siteSummary'),
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#131417' },
  ],
};

/**
 * Language and theme come from cookies and are written by the server, so no script has to run before the first paint.
 * Fonts are files of this app, split by script: a Ukrainian reader loads Cyrillic, an English one does not.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), readerTheme()]);
  return (
    <html lang={locale} dir="ltr" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <ClientMessages namespaces={[]}>
          <ZoneKeeper />
          {children}
        </ClientMessages>
      </body>
    </html>
  );
}
