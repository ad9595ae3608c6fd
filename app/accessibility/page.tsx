import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProsePage } from '@/components/shell/prose-page';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages');
  return { title: t('accessibility.title') };
}

const SECTIONS = ['aim', 'ways', 'keyboard', 'reader', 'sight', 'limits', 'report'] as const;

export default async function AccessibilityPage() {
  const t = await getTranslations('pages');
  return (
    <SiteFrame>
      <ProsePage
        title={t('accessibility.title')}
        lead={t('accessibility.lead')}
        sections={SECTIONS.map((section) => ({
          id: section,
          title: t(`accessibility.${section}.title`),
          content: <p>{t(`accessibility.${section}.text`)}</p>,
        }))}
      />
    </SiteFrame>
  );
}
