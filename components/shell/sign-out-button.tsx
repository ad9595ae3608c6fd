'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** Ends the session on the server, empties what this browser kept, and reads the page anew as a visitor. */
export function SignOutButton({ className }: { className?: string }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle');

  const leave = async () => {
    setState('pending');
    // Loaded when pressed: every page has this button, and hardly any visit presses it.
    const account = await import('@/lib/client/account').catch(() => null);
    const answer = await account?.signOut();
    if (!answer?.ok) return setState('failed');
    // A full load, so that nothing of the person stays in memory.
    if (pathname === '/account') window.location.assign('/');
    else window.location.reload();
  };

  return (
    <>
      <button
        type="button"
        aria-busy={state === 'pending' || undefined}
        onClick={state === 'pending' ? undefined : leave}
        className={className}
      >
        {state === 'pending' ? t('account.signingOut') : t('account.signOut')}
      </button>
      <p role="status" className="px-3 text-caption text-danger empty:hidden">
        {state === 'failed' ? t('account.signOutFailed') : null}
      </p>
    </>
  );
}
