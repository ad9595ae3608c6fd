import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ConversationForm } from '@/components/debate/conversation-form';
import { ImportForm } from '@/components/debate/import-form';
import { viewHref } from '@/components/debate/view-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { ContributionsProvider } from '@/lib/client/contributions';
import { FORMATS, READABLE_FORMATS } from '@/lib/domain/formats/format-names';
import { LOCALES } from '@/lib/i18n/locales';
import { readerDebate, readerId, readerPerson } from '../../_parts/chrome';
import { SiteFrame } from '../../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('debate.import');
  return { title: t('title') };
}

/** A map from a file of another tool, as a debate or into one: looked at first, then written whole or not at all. */
export default async function ImportPage({
  searchParams,
}: {
  searchParams: Promise<{ into?: string | string[] }>;
}) {
  const [t, of, person, personId, locale] = await Promise.all([
    getTranslations('debate.import'),
    getTranslations('debate.conversation'),
    readerPerson(),
    readerId(),
    getLocale(),
  ]);
  const { into } = await searchParams;
  const slug = typeof into === 'string' && into !== '' ? into : null;
  const here = slug === null ? '/debates/import' : `/debates/import?into=${encodeURIComponent(slug)}`;
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (person.isGuest) redirect('/account');
  const debate = slug === null ? null : await readerDebate(slug);
  if (slug !== null && !debate) notFound();
  const mayImport = !debate || (debate.viewer?.isMaintainer === true && debate.isOpen);
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[44rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <header className="grid gap-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">
            {debate ? t('into.title', { title: debate.title }) : t('title')}
          </h1>
          <p className="text-body text-muted text-pretty">
            {debate ? t(mayImport ? 'into.lead' : 'into.notYours') : t('lead')}
          </p>
          {debate ? (
            <p>
              <Link href={viewHref(debate.slug, 'map')}>{debate.title}</Link>
            </p>
          ) : null}
        </header>
        <noscript>
          <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
        </noscript>
        <ClientMessages namespaces={['debate', 'account', 'failure', 'conversion']}>
          <ContributionsProvider personKey={personId}>
            {mayImport ? (
              <ImportForm
                formats={READABLE_FORMATS.map((name) => ({ name, label: FORMATS[name].label }))}
                language={debate?.language ?? locale}
                into={
                  debate && {
                    slug: debate.slug,
                    roomId: debate.room.id,
                    sides: { a: debate.sides[0].name, b: debate.sides[1].name },
                  }
                }
              />
            ) : null}
            {debate ? null : (
              <section
                aria-labelledby="conversation"
                className="mt-6 grid gap-5 border-hairline border-t pt-8"
              >
                <div className="grid gap-2">
                  <h2 id="conversation" className="text-heading font-strong">
                    {of('title')}
                  </h2>
                  <p className="text-ui text-muted text-pretty">{of('lead')}</p>
                </div>
                <ConversationForm languages={LOCALES} usualLanguage={locale} />
              </section>
            )}
          </ContributionsProvider>
        </ClientMessages>
      </div>
    </SiteFrame>
  );
}
