import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { FrameNotice } from './frame-notice';

/** In the commons: whoever takes part says where they stand before they see where others do. */
export function StripLater({ stanceHref }: { stanceHref: string | null }) {
  const t = useTranslations('stances.strip');
  return (
    <section aria-labelledby="stance" className="chart-frame">
      <h2 id="stance" className="text-heading font-strong text-balance">
        {t('questionNow')}
      </h2>
      <FrameNotice
        icon={EyeOff}
        title={t('later')}
        action={
          stanceHref ? (
            <ButtonLink variant="primary" href={stanceHref}>
              {t('take')}
            </ButtonLink>
          ) : null
        }
      >
        {t('laterWhy')}
      </FrameNotice>
    </section>
  );
}
