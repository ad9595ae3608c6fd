import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DEBATE_VIEWS, viewHref } from '@/components/debate/view-address';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { debateList } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('landing');
  return { title: t('list.title') };
}

/** Every debate that this reader may open. */
export default async function DebatesPage() {
  const [t, debates] = await Promise.all([getTranslations('landing'), currentActor().then(debateList)]);
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[46rem] gap-6 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('list.title')}</h1>
          <ButtonLink href="/debates/new">{t('list.new')}</ButtonLink>
        </div>
        {debates.length === 0 ? <p className="text-pretty">{t('hero.noDebate')}</p> : null}
        <ul className="border-t border-ink empty:hidden">
          {debates.map((debate) => (
            <li key={debate.slug} className="grid gap-2 border-b border-hairline py-6">
              <h2 className="font-serif text-[1.375rem] leading-7 font-strong text-pretty">
                <Link href={viewHref(debate.slug, 'map')} dir="auto" className="text-ink">
                  {debate.question}
                </Link>
              </h2>
              <p dir="auto" className="max-w-measure font-serif text-body text-pretty">
                {debate.summary}
              </p>
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-caption text-muted">
                {debate.isOwn ? <Tag>{t('list.mine')}</Tag> : null}
                {debate.access === 'private' ? <Tag>{t('list.private')}</Tag> : null}
                <span dir="auto">{debate.sides.join(' · ')}</span>
                <span>
                  {t('figure.counts', {
                    claims: debate.claimCount,
                    passages: debate.passageCount,
                    stances: debate.stanceCount,
                  })}
                </span>
              </p>
              <p className="flex gap-4">
                {DEBATE_VIEWS.map((view) => (
                  <Link
                    key={view}
                    href={viewHref(debate.slug, view)}
                    aria-label={t(`list.${view}Of`, { title: debate.title })}
                    className="py-1 text-ink"
                  >
                    {t(`list.${view}`)}
                  </Link>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </SiteFrame>
  );
}
