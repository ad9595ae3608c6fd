import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { CONTENT_ID } from '@/components/shell/top-bar';
import { publicUrl } from '@/lib/server/site';
import { readerPerson, readerTheme } from './chrome';

/** Header, content and footer of a page that belongs to no debate. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const [person, theme] = await Promise.all([readerPerson(), readerTheme()]);
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader person={person} theme={theme} />
      <main id={CONTENT_ID} tabIndex={-1} className="flex-1">
        {children}
      </main>
      <SiteFooter host={new URL(publicUrl()).host} />
    </div>
  );
}
