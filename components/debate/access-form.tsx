'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { setDebateAccess } from '@/lib/client/debates';
import type { DebateAccess } from '@/lib/domain/debate/view';

/** Opens a debate to everyone, or closes it again. */
export function AccessForm({ slug, access }: { slug: string; access: DebateAccess }) {
  const t = useTranslations('debate.about.access');
  const words = useTranslations('failure');
  const inForm = useTranslations('account.form');
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = access === 'public' ? 'private' : 'public';
  const change = async () => {
    setIsPending(true);
    setTrouble(null);
    const result = await setDebateAccess(slug, other);
    setIsPending(false);
    if (!result.ok) {
      const { code } = result.error;
      setTrouble(code === 'unreachable' ? inForm('unreachable') : words(code));
      return;
    }
    announce(t(`said.${other}`));
    router.refresh();
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button isPending={isPending} onClick={() => void change()}>
        {t(`make.${other}`)}
      </Button>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
    </div>
  );
}
