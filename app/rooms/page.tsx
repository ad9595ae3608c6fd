import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OwnRoomList } from '@/components/room/own-room-list';
import { newRoomHref } from '@/components/room/room-address';
import { ButtonLink } from '@/components/ui/button';
import { ownRooms } from '@/lib/server/room/own-rooms';
import { currentActor } from '@/lib/server/session';
import { SiteFrame } from '../_parts/site-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rooms.list');
  return { title: t('title') };
}

/** The classes that this reader teaches or takes part in. */
export default async function RoomsPage() {
  const [t, actor] = await Promise.all([getTranslations('rooms.list'), currentActor()]);
  if (actor.kind !== 'person') redirect('/sign-in?next=%2Frooms');
  const rooms = await ownRooms(actor);
  return (
    <SiteFrame>
      <div className="mx-auto grid w-full max-w-[46rem] gap-8 px-4 pt-6 pb-16 sm:px-8 sm:pt-10">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-title font-strong tracking-[-0.012em]">{t('title')}</h1>
          <p className="flex flex-wrap gap-2">
            <ButtonLink href="/join">{t('join')}</ButtonLink>
            {actor.isGuest ? null : (
              <ButtonLink variant="primary" href={newRoomHref()}>
                {t('new')}
              </ButtonLink>
            )}
          </p>
        </div>
        {rooms.length === 0 ? (
          <p className="max-w-measure text-pretty">{t(actor.isGuest ? 'emptyGuest' : 'empty')}</p>
        ) : (
          <OwnRoomList rooms={rooms} />
        )}
      </div>
    </SiteFrame>
  );
}
