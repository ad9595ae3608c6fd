import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Trouble } from '@/components/shell/trouble';
import { ButtonLink } from '@/components/ui/button';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: t('trouble.debateNotFoundTitle') };
}

/** For an unknown debate and for one that this reader may not know of: both look the same. */
export default async function DebateNotFoundPage() {
  const t = await getTranslations('shell');
  return (
    <SiteFrame>
      <Trouble
        title={t('trouble.debateNotFoundTitle')}
        actions={
          <>
            <ButtonLink href="/debates" variant="primary">
              {t('trouble.allDebates')}
            </ButtonLink>
            <ButtonLink href="/">{t('trouble.home')}</ButtonLink>
          </>
        }
      >
        <p>{t('trouble.debateNotFoundText')}</p>
      </Trouble>
    </SiteFrame>
  );
}
