import { getTranslations } from 'next-intl/server';
import { Trouble } from '@/components/shell/trouble';
import { ButtonLink } from '@/components/ui/button';
import { SiteFrame } from './site-frame';

/** An address that leads to nothing that this reader may know of, with ways on. */
export async function NothingHere({ title, text }: { title: string; text: string }) {
  const t = await getTranslations('shell');
  return (
    <SiteFrame>
      <Trouble
        title={title}
        actions={
          <>
            <ButtonLink href="/debates" variant="primary">
              {t('trouble.allDebates')}
            </ButtonLink>
            <ButtonLink href="/">{t('trouble.home')}</ButtonLink>
          </>
        }
      >
        <p>{text}</p>
      </Trouble>
    </SiteFrame>
  );
}
