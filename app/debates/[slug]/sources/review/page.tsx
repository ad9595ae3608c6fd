import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { SignInLink } from '@/components/shell/sign-in-link';
import { AnchorReview } from '@/components/source/anchor-review';
import { sourceViews } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { anchorQueue } from '@/lib/server/source/anchor-queue';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('title') };
}

/** Places in new texts that wait for this reader: old and new side by side. */
export default async function ReviewPage({ params }: Props) {
  const [{ slug }, actor, t] = await Promise.all([params, currentActor(), getTranslations('review')]);
  const [queue, sources] = await Promise.all([anchorQueue(actor, slug), sourceViews(actor, slug)]);
  if (!queue.ok || !sources) notFound();
  const inQueue = new Set(queue.value.anchors.map(({ source }) => source.id));
  return (
    <div className="mx-auto grid w-full max-w-[62rem] gap-6 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid gap-2">
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
        <p className="max-w-[46rem] text-body text-muted text-pretty">{t('lead')}</p>
      </header>
      {actor.kind === 'visitor' ? (
        <p className="flex flex-wrap items-center gap-3">
          {t('signIn')} <SignInLink>{t('signInLink')}</SignInLink>
        </p>
      ) : (
        <ClientMessages namespaces={['review']}>
          <AnchorReview
            slug={slug}
            queue={queue.value}
            sources={sources.filter(({ id }) => inQueue.has(id))}
          />
        </ClientMessages>
      )}
    </div>
  );
}
