import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GroupsBoard } from '@/components/room/groups/groups-board';
import { OwnGroupCard } from '@/components/room/groups/own-group-card';
import { groupsHref, roomHref } from '@/components/room/room-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { isRevealed } from '@/lib/domain/room/visibility';
import { groupsOf, ownGroup } from '@/lib/server/room/groups/groups-query';
import { roomBySlug } from '@/lib/server/room/room-context';
import { roomFrame } from '@/lib/server/room/room-frame';
import { currentActor } from '@/lib/server/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups');
  return { title: t('title') };
}

/** The groups of a class: side by side for those who teach it, one's own for everybody else. */
export default async function GroupsPage({ params }: Props) {
  const { slug } = await params;
  const [t, actor] = await Promise.all([getTranslations('groups'), currentActor()]);
  const [room, frame] = await Promise.all([roomBySlug(actor, slug), roomFrame(actor, slug)]);
  if (!room || !frame) notFound();
  if (frame.parent) redirect(groupsHref(frame.parent.slug));
  const groups = frame.can.maintain ? await groupsOf(actor, room.id) : null;
  return (
    <div
      className={`mx-auto grid w-full gap-8 px-4 pt-8 pb-16 sm:px-8 ${groups ? 'max-w-[90rem]' : 'max-w-[46rem]'}`}
    >
      <header className="grid gap-2">
        <p className="text-caption">
          <Link href={roomHref(frame.slug)}>{t('back', { room: frame.name })}</Link>
        </p>
        <h1 className="font-serif text-title font-strong">{t(groups ? 'title' : 'own.title')}</h1>
        {groups ? <p className="max-w-[46rem] text-body text-pretty">{t('lead')}</p> : null}
      </header>
      {groups?.ok ? (
        <ClientMessages namespaces={['groups', 'contribute']}>
          <GroupsBoard
            room={{ id: frame.id, slug: frame.slug, language: frame.debate.language }}
            initial={groups.value}
            canConfigure={frame.can.configure}
            isClosed={frame.stage === 'closed'}
            isRevealed={isRevealed(frame)}
          />
        </ClientMessages>
      ) : (
        <OwnGroupCard group={await ownGroup(room)} alias={room.alias} />
      )}
    </div>
  );
}
