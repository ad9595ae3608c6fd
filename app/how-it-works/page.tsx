import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProsePage } from '@/components/shell/prose-page';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pages');
  return { title: t('how.title') };
}

const SECTIONS = ['text', 'map', 'notes', 'votes', 'stance', 'review', 'computed'] as const;
/** Typed as they stand by whoever hosts, so they are no messages. */
const COMMANDS = ['npm start', 'npm test'];

export default async function HowItWorksPage() {
  const t = await getTranslations('pages');
  const code = (words: React.ReactNode) => (
    <code className="rounded-[3px] bg-wash px-1 py-0.5 font-mono text-[0.9em]">{words}</code>
  );
  return (
    <SiteFrame>
      <ProsePage
        title={t('how.title')}
        lead={t('how.lead')}
        sections={[
          ...SECTIONS.map((section) => ({
            id: section,
            title: t(`how.${section}.title`),
            content: <p>{t(`how.${section}.text`)}</p>,
          })),
          {
            id: 'host',
            title: t('how.host.title'),
            content: (
              <>
                <p>{t('how.host.text')}</p>
                <pre className="overflow-x-auto rounded border border-hairline bg-raised px-4 py-3 font-mono text-ui">
                  {COMMANDS.join('\n')}
                </pre>
                <p>{t.rich('how.host.after', { code })}</p>
                <p>{t.rich('how.host.grow', { code })}</p>
              </>
            ),
          },
          {
            id: 'source',
            title: t('how.source.title'),
            content: <p>{t('how.source.text')}</p>,
          },
        ]}
      />
    </SiteFrame>
  );
}
