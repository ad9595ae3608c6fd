import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Namespace, pickMessages } from '@/lib/i18n/catalogue';

/**
 * Hands the client components below the words they need, and no others: what is named here travels with every page.
 * `shell` is always among them, for the error page. An inner one replaces the outer one.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const messages = pickMessages(await getMessages(), ['shell', ...namespaces]);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
