'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { viewHref } from '@/components/debate/view-address';
import { OwnVotes } from '@/components/strength/own-votes';
import type { DebateView } from '@/lib/domain/debate/view';

/** Whether one's votes fit one's stance: for oneself, once both have been given. */
export function OwnCheck({ debate }: { debate: DebateView }) {
  const t = useTranslations('pupil.check');
  const router = useRouter();
  if (!debate.motion.showsCheck) return null;
  return (
    <section className="rounded border border-control bg-raised px-4 py-3.5 text-ui">
      <OwnVotes debate={debate} onSelect={(claim) => router.push(viewHref(debate.slug, 'map', { claim }))} />
      <p className="mt-1 text-caption text-muted">{t('alone')}</p>
    </section>
  );
}
