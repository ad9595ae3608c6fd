import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import shell from '@/lib/i18n/messages/en/shell.json';
import { MissingDebate } from './missing-debate';

const pageAt = (path: string): string =>
  renderToStaticMarkup(
    <PathnameContext value={path}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ shell }}>
        <MissingDebate />
      </NextIntlClientProvider>
    </PathnameContext>,
  );

it('offers the ways into a room at any address of one, and nothing of rooms elsewhere', () => {
  for (const path of ['/debates/mine-ban~k3f9x2ab7c/room', '/debates/no-such%7Ek3f9x2/vote']) {
    expect(pageAt(path), path).toContain('href="/join"');
    expect(pageAt(path), path).toContain('href="/join?back"');
  }
  for (const path of ['/debates/mine-ban', '/debates/mine-ban/text~a']) {
    expect(pageAt(path), path).not.toContain('/join');
    expect(pageAt(path), path).toContain('href="/debates"');
  }
});
