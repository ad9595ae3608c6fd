'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { signInWith } from '@/lib/client/account';

/** Sign-in with an account elsewhere, for each provider that the host has set up. */
export function ProviderButtons({
  providers,
  next,
}: {
  providers: { id: string; name: string }[];
  next: string;
}) {
  const t = useTranslations('account');
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  if (providers.length === 0) return null;

  const go = async (id: string) => {
    setHasFailed(false);
    setLeavingFor(id);
    const answer = await signInWith(id, next);
    if (answer.ok) return window.location.assign(answer.value);
    setLeavingFor(null);
    setHasFailed(true);
  };

  return (
    <div className="grid gap-2.5">
      <p className="flex items-center gap-3 text-caption text-muted before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        {t('providers.or')}
      </p>
      {providers.map(({ id, name }) => (
        <Button key={id} size="large" width="full" isPending={leavingFor === id} onClick={() => go(id)}>
          {t('providers.continue', { provider: name })}
        </Button>
      ))}
      <p role="status" className="text-caption text-danger empty:hidden">
        {hasFailed ? t('providers.failed') : null}
      </p>
    </div>
  );
}
