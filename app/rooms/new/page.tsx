import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewRoomForm } from '@/components/room/setup/new-room-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { ButtonLink } from '@/components/ui/button';
import { ContributionsProvider } from '@/lib/client/contributions';
import { parseRoomSlug } from '@/lib/domain/room/room-slug';
import { debateList } from '@/lib/server/debate/queries';
import { currentActor } from '@/lib/server/session';
import { readerId } from '../../_parts/chrome';
import { SiteFrame } from '../../_parts/site-frame';

type Props = { searchParams: Promise<{ debate?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rooms.new');
  return { title: t('title') };
}

const HOUR_MS = 3_600_000;

/** Where a class is opened. */
export default async function NewRoomPage({ searchParams }: Props) {
  const [t, actor, personId, { debate }] = await Promise.all([
    getTranslations('rooms.new'),
    currentActor(),
    readerId(),
    searchParams,
  ]);
  const asked = typeof debate === 'string' ? (parseRoomSlug(debate)?.debateSlug ?? null) : null;
  if (actor.kind !== 'person') {
    const here = asked === null ? '/rooms/new' : `/rooms/new?debate=${asked}`;
    redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  }
  const debates = actor.isGuest ? [] : await debateList(actor);
  const chosen = debates.find(({ slug }) => slug === asked)?.slug ?? null;
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[71rem] gap-7 px-4 pt-6 pb-16 sm:px-8 sm:pt-8">
        <header>
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="text-body text-muted text-pretty">{t('lead')}</p>
        </header>
        <noscript>
          <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
        </noscript>
        {actor.isGuest ? (
          <div className="grid max-w-measure justify-items-start gap-3">
            <p className="text-pretty">{t('guest')}</p>
            <ButtonLink href="/sign-up">{t('signUp')}</ButtonLink>
          </div>
        ) : debates.length === 0 ? (
          <div className="grid max-w-measure justify-items-start gap-3">
            <p className="text-pretty">{t('noDebate')}</p>
            <ButtonLink href="/debates/new">{t('makeDebate')}</ButtonLink>
          </div>
        ) : (
          <ClientMessages namespaces={['rooms', 'stage', 'account', 'failure']}>
            <ContributionsProvider personKey={personId}>
              <NewRoomForm
                debates={debates.map(({ slug, title, claimCount }) => ({ slug, title, claimCount }))}
                chosenDebate={chosen}
                now={Math.ceil(Date.now() / HOUR_MS) * HOUR_MS}
              />
            </ContributionsProvider>
          </ClientMessages>
        )}
      </div>
    </SiteFrame>
  );
}
