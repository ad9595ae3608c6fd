import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NotificationsLink } from '@/components/notification/notifications-link';
import { Icon } from '@/components/ui/icon';
import { LanguageChoice } from './language-choice';
import type { Theme } from './preferences';
import { SignOutButton } from './sign-out-button';
import { ThemeChoice } from './theme-choice';
import { UnsentDot, UnsentLink } from './unsent-link';

/** The signed-in reader as the chrome needs them. */
export interface ChromePerson {
  name: string;
  /** What they were told and have not read yet. */
  unread: number;
}

const POPOVER_ID = 'account-menu';

const ENTRY =
  'flex min-h-9 w-full items-center justify-start rounded px-3 text-ui text-ink no-underline hover:bg-wash pointer-coarse:min-h-11';

/** First two letters of a name: enough to see that one is signed in. */
const initials = (name: string): string => [...name.trim()].slice(0, 2).join('');

const bold = (words: ReactNode) => (
  <b dir="auto" className="block truncate text-ui text-ink">
    {words}
  </b>
);

/**
 * Who is signed in, and settings of this device. A native popover: it opens without script, closes on Escape and on a
 * press outside, and gives focus back.
 */
export async function AccountMenu({
  person,
  theme,
  alias = '',
  debateSlug = null,
  children,
}: {
  person: ChromePerson | null;
  theme: Theme;
  /** Name under which this room sees the person; empty before their first contribution to it. */
  alias?: string;
  /** The debate that one is in: the person's own notes in it are an entry. */
  debateSlug?: string | null;
  /** Entries before the settings, e.g. the site's links on a narrow screen. */
  children?: ReactNode;
}) {
  const t = await getTranslations('shell');
  return (
    <>
      {person ? <NotificationsLink count={person.unread} /> : null}
      <button
        type="button"
        popoverTarget={POPOVER_ID}
        aria-label={person ? t('account.menu', { name: person.name }) : t('account.settings')}
        title={person ? t('account.menu', { name: person.name }) : t('account.settings')}
        className={`relative -me-1 grid size-9 flex-none place-items-center rounded text-caption font-strong after:absolute after:-inset-1 hover:bg-wash ${person ? '' : 'text-muted hover:text-ink'}`}
      >
        <UnsentDot />
        {person ? (
          <span
            dir="auto"
            className="grid size-8 place-items-center rounded-pill border border-hairline bg-wash text-ink"
          >
            {initials(person.name)}
          </span>
        ) : (
          <>
            {children ? <Icon name="menu" className="size-[1.125rem] lg:hidden" /> : null}
            <Icon name="settings" className={`size-[1.125rem] ${children ? 'max-lg:hidden' : ''}`} />
          </>
        )}
      </button>
      <div
        id={POPOVER_ID}
        popover="auto"
        className="fixed start-auto end-2 top-14 bottom-auto m-0 w-72 max-w-[calc(100vw-1rem)] rounded border border-hairline bg-raised text-ui text-ink shadow-overlay"
      >
        {person ? (
          <div className="grid gap-1 border-b border-hairline px-4 py-3 text-caption text-muted">
            <p>{t.rich('account.signedInAs', { name: person.name, b: bold })}</p>
            {alias ? <p>{t.rich('account.seenAs', { alias, b: bold })}</p> : null}
          </div>
        ) : null}
        {children}
        <div className="grid p-1">
          {person ? (
            <>
              {debateSlug === null ? null : (
                <Link href={`/debates/${encodeURIComponent(debateSlug)}/notes`} className={ENTRY}>
                  {t('account.ownNotes')}
                </Link>
              )}
              <Link href="/rooms" className={ENTRY}>
                {t('account.rooms')}
              </Link>
              <Link href="/account" className={ENTRY}>
                {t('account.yours')}
              </Link>
              <UnsentLink className={ENTRY} />
              <SignOutButton className={ENTRY} />
            </>
          ) : (
            <>
              <Link href="/sign-up" className={ENTRY}>
                {t('account.signUp')}
              </Link>
              <UnsentLink className={ENTRY} />
            </>
          )}
        </div>
        <div className="grid gap-3 border-t border-hairline px-4 pt-3 pb-4">
          <ThemeChoice initial={theme} />
          <LanguageChoice />
        </div>
      </div>
    </>
  );
}
