import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { SiteFrame } from '../_parts/site-frame';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame>
      <ClientMessages namespaces={['account', 'failure']}>{children}</ClientMessages>
    </SiteFrame>
  );
}
