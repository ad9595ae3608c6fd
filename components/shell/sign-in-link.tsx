'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ComponentProps } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { signInPath } from '@/lib/client/sign-in-path';

/** Leads to the sign-in page and from there back to this very place. */
export function SignInLink(props: Omit<ComponentProps<typeof ButtonLink>, 'href'>) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return (
    <ButtonLink
      {...props}
      prefetch={false}
      href={signInPath({ pathname, search: search ? `?${search}` : '' })}
    />
  );
}
