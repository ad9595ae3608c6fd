'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Says that the notes of others wait until one has written oneself; first thoughts are to be one's own. */
export function HeldBackNotice({ count, isSignedIn }: { count: number; isSignedIn: boolean }) {
  const t = useTranslations('contribute.noteList');
  return (
    <p className="flex gap-1.5 rounded border border-dashed border-control px-3 py-2 text-caption">
      <EyeOff aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none text-muted" />
      <span>{t(isSignedIn ? 'heldBack' : 'heldBackVisitor', { count })}</span>
    </p>
  );
}
