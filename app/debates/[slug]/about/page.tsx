import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessForm } from '@/components/debate/access-form';
import { CopyForm } from '@/components/debate/copy-form';
import { ExportList } from '@/components/debate/export-list';
import { viewHref } from '@/components/debate/view-address';
import { moderationHref, newRoomHref } from '@/components/room/room-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { SignInLink } from '@/components/shell/sign-in-link';
import { sourcesHref } from '@/components/source/source-address';
import { tourHref } from '@/components/tour/tour-address';
import { ButtonLink } from '@/components/ui/button';
import { FORMAT_NAMES, FORMATS } from '@/lib/domain/formats/format-names';
import { readerDebate, readerMayOpenClass, readerTour } from '../../../_parts/chrome';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('debate.about');
  return { title: t('title') };
}

/** A debate as a whole: what it is about, who sees it, and how it leaves for other tools or another debate. */
export default async function AboutPage({ params }: Props) {
  const { slug } = await params;
  const [t, sourceWords, tourWords, roomWords, canOpenClass, debate, tour] = await Promise.all([
    getTranslations('debate.about'),
    getTranslations('sources'),
    getTranslations('tour'),
    getTranslations('rooms.about'),
    readerMayOpenClass(slug),
    readerDebate(slug),
    readerTour(slug),
  ]);
  if (!debate) notFound();
  const [firstStep] = tour?.steps ?? [];
  const { viewer } = debate;
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-10 px-4 pt-8 pb-16 sm:px-8">
      <header lang={debate.language} dir="auto" className="grid gap-3">
        <h1 className="font-serif text-title font-strong text-pretty">{debate.question}</h1>
        {debate.summary ? <p className="font-serif text-body text-pretty">{debate.summary}</p> : null}
      </header>
      <section className="grid gap-3">
        <h2 className="text-heading font-strong">{t('motions', { count: debate.motions.length })}</h2>
        <ul className="grid gap-1.5">
          {debate.motions.map(({ id, code, text }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span lang={debate.language} dir="auto" className="font-serif text-body text-pretty">
                {text}
              </span>
              {debate.motions.length > 1 ? (
                <ButtonLink size="small" href={`${viewHref(slug, 'map')}?motion=${encodeURIComponent(code)}`}>
                  {t('seeMotion', { code })}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-3">
        <h2 className="text-heading font-strong">{sourceWords('title')}</h2>
        <p className="text-body text-pretty">{sourceWords('lead')}</p>
        <ButtonLink className="justify-self-start" href={sourcesHref(slug)}>
          {sourceWords('all')}
        </ButtonLink>
      </section>
      {firstStep || tour?.canEdit ? (
        <section className="grid gap-3">
          <h2 className="text-heading font-strong">{tourWords('about.title')}</h2>
          <p className="text-body text-pretty">{tourWords(firstStep ? 'about.lead' : 'about.none')}</p>
          <p className="flex flex-wrap gap-2">
            {firstStep ? (
              <ButtonLink
                href={viewHref(slug, 'map', {
                  claim: firstStep.code,
                  motion: firstStep.motionCode,
                  tourStep: 1,
                })}
              >
                {tourWords('take', { count: tour?.steps.length ?? 0 })}
              </ButtonLink>
            ) : null}
            {tour?.canEdit ? (
              <ButtonLink href={tourHref(slug)}>{tourWords(firstStep ? 'change' : 'writeOne')}</ButtonLink>
            ) : null}
          </p>
        </section>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-heading font-strong">{t('access.title')}</h2>
        <p className="text-body text-pretty">{t(`access.${debate.access}`)}</p>
        <ClientMessages namespaces={['debate', 'account', 'failure']}>
          {viewer?.canPublish ? <AccessForm slug={slug} access={debate.access} /> : null}
        </ClientMessages>
      </section>
      {debate.room.kind === 'commons' && canOpenClass ? (
        <section className="grid gap-3">
          <h2 className="text-heading font-strong">{roomWords('title')}</h2>
          <p className="text-body text-pretty">{roomWords('lead')}</p>
          <ButtonLink className="justify-self-start" href={newRoomHref(slug)}>
            {roomWords('link')}
          </ButtonLink>
        </section>
      ) : null}
      {viewer?.isMaintainer ? (
        <section className="grid gap-3">
          <h2 className="text-heading font-strong">{t('moderation.title')}</h2>
          <p className="text-body text-pretty">{t('moderation.lead')}</p>
          <ButtonLink className="justify-self-start" href={moderationHref(slug)}>
            {t('moderation.link')}
          </ButtonLink>
        </section>
      ) : null}
      {viewer?.isMaintainer && debate.isOpen ? (
        <section className="grid gap-3">
          <h2 className="text-heading font-strong">{t('import.title')}</h2>
          <p className="text-body text-pretty">{t('import.lead')}</p>
          <ButtonLink
            className="justify-self-start"
            href={`/debates/import?into=${encodeURIComponent(slug)}`}
          >
            {t('import.link')}
          </ButtonLink>
        </section>
      ) : null}
      <section className="grid gap-3">
        <h2 className="text-heading font-strong">{t('export.title')}</h2>
        <p className="text-body text-pretty">{t('export.lead')}</p>
        <ClientMessages namespaces={['debate', 'account', 'failure', 'conversion']}>
          <ExportList
            slug={slug}
            formats={FORMAT_NAMES.map((name) => ({ name, label: FORMATS[name].label }))}
          />
        </ClientMessages>
      </section>
      <section className="grid gap-3">
        <h2 className="text-heading font-strong">{t('copy.title')}</h2>
        <p className="text-body text-pretty">{t('copy.lead')}</p>
        {viewer ? (
          <ClientMessages namespaces={['debate', 'account', 'failure']}>
            <CopyForm slug={slug} title={debate.title} />
          </ClientMessages>
        ) : (
          <SignInLink className="justify-self-start">{t('copy.signIn')}</SignInLink>
        )}
      </section>
    </div>
  );
}
