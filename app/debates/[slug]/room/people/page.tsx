import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { JoinCard } from '@/components/room/join-card';
import { OwnSeat } from '@/components/room/people/own-seat';
import { PeopleBoard } from '@/components/room/people/people-board';
import { RevealNotice } from '@/components/room/people/reveal-notice';
import { peopleHref, roomHref } from '@/components/room/room-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { joinCodeOf } from '@/lib/server/room/people/join-code';
import { namesRevealed } from '@/lib/server/room/people/names';
import { roomPeople } from '@/lib/server/room/people/queries';
import { roomFrame } from '@/lib/server/room/room-frame';
import { currentActor } from '@/lib/server/session';
import { publicUrl } from '@/lib/server/site';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

/** Who is in a class, for those who keep it; one's own seat, for everybody who has one. A group's people are those of its class. */
export default async function RoomPeoplePage({ params }: Props) {
  const [{ slug }, actor, t] = await Promise.all([params, currentActor(), getTranslations('people')]);
  const frame = await roomFrame(actor, slug);
  if (frame?.parent) redirect(peopleHref(frame.parent.slug));
  if (frame?.kind !== 'class' || (!frame.can.maintain && !frame.seat)) notFound();
  const [people, code, reveals] = await Promise.all([
    roomPeople(actor, frame.id),
    joinCodeOf(actor, frame.id),
    namesRevealed(actor, frame.id),
  ]);
  const isGuest = actor.kind === 'person' && actor.isGuest;
  return (
    <ClientMessages namespaces={['people', 'codes', 'failure', 'account', 'contribute']}>
      <div className="mx-auto grid w-full max-w-[68rem] gap-x-14 gap-y-8 px-4 pt-6 pb-16 sm:px-8 sm:pt-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <header className="grid gap-3 lg:col-span-2">
          <h1 className="text-title font-strong tracking-[-0.012em]">
            {people.ok ? t('title') : t('seat.page')}
          </h1>
          <p>
            <Link href={roomHref(frame.slug)} dir="auto" className="pointer-coarse:py-2">
              {frame.name}
            </Link>
          </p>
          <RevealNotice reveals={reveals} />
        </header>
        <aside className="grid content-start gap-8 lg:order-2">
          {people.ok && !frame.closedAt ? (
            <section className="grid gap-3 rounded border border-hairline bg-raised p-5">
              <h2 className="text-heading font-strong">{t('joinTitle')}</h2>
              <JoinCard
                roomId={frame.id}
                code={code?.code ?? null}
                url={code?.url ?? null}
                until={code?.until ?? null}
                canChange={frame.can.configure}
              />
            </section>
          ) : null}
          {frame.seat ? (
            <OwnSeat
              roomId={frame.id}
              alias={frame.seat.alias}
              isGuest={isGuest}
              maintains={frame.can.maintain}
            />
          ) : null}
        </aside>
        {people.ok ? (
          <div className="grid content-start gap-6 lg:order-1">
            <PeopleBoard
              roomId={frame.id}
              slug={frame.slug}
              site={publicUrl()}
              initial={people.value.people}
              canConfigure={frame.can.configure}
              canRevealNames={frame.can.revealNames}
            />
          </div>
        ) : null}
      </div>
    </ClientMessages>
  );
}
