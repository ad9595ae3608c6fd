'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { ButtonLink, type ButtonLinkProps } from '@/components/ui/button';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';

/** Whether a link was pressed that leads nowhere now, and what a press on such a link does. */
export interface Leaving {
  isHeld: boolean;
  /** Without a connection the person stays, and is told why. */
  hold: (event: MouseEvent) => void;
}

/** Without a connection every other page is one that the browser cannot show, and the way back to this one is lost with it. */
export function useLeaving(): Leaving {
  const t = useTranslations('pupil.vote');
  const { announce } = useContributionActions();
  const { isOffline } = useContributionState();
  const [wasPressed, setPressed] = useState(false);
  return {
    isHeld: wasPressed && isOffline,
    hold: (event) => {
      if (!isOffline) return;
      event.preventDefault();
      setPressed(true);
      announce(t('noWay'));
    },
  };
}

/** A link away from the vote; the vote itself goes on without a connection. */
export function LeaveLink({ hold, ...link }: ButtonLinkProps & Pick<Leaving, 'hold'>) {
  return <ButtonLink {...link} onClick={hold} />;
}

/** A sentence above the vote that says what else is asked for, with the link there. */
export function AskedToo({ href, link, children }: { href: string; link: string; children: ReactNode }) {
  const t = useTranslations('pupil.vote');
  const leaving = useLeaving();
  return (
    <p className="mx-auto w-full max-w-[40rem] px-5 pt-4 text-body text-pretty">
      {children}{' '}
      <Link href={href} onClick={leaving.hold} className="pointer-coarse:inline-block pointer-coarse:py-2.5">
        {link}
      </Link>
      {leaving.isHeld ? <span className="block text-caption text-muted">{t('noWay')}</span> : null}
    </p>
  );
}
