import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProsePage } from '@/components/shell/prose-page';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages');
  return { title: t('privacy.title') };
}

const SECTIONS = ['who', 'reading', 'account', 'others', 'device', 'logs', 'long', 'rights'] as const;

export default async function PrivacyPage() {
  const t = await getTranslations('pages');
  return (
    <SiteFrame>
      <ProsePage
        title={t('privacy.title')}
        lead={t('privacy.lead')}
        sections={SECTIONS.map((section) => ({
          id: section,
          title: t(`privacy.${section}.title`),
          content: <p>{t(`privacy.${section}.text`)}</p>,
        }))}
      />
    </SiteFrame>
  );
}
