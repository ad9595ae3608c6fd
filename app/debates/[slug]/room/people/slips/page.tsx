import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Slips } from '@/components/room/people/slips';
import { peopleHref } from '@/components/room/room-address';
import { ClientMessages } from '@/components/shell/client-messages';
import { roomPeople } from '@/lib/server/room/people/queries';
import { roomFrame } from '@/lib/server/room/room-frame';
import { currentActor } from '@/lib/server/session';
import { publicUrl } from '@/lib/server/site';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.slips');
  return { title: t('short') };
}

/** Slips with names and codes, to print and cut. */
export default async function SlipsPage({ params }: Props) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()]);
  const frame = await roomFrame(actor, slug);
  if (frame?.kind !== 'class' || !frame.can.configure) notFound();
  const people = await roomPeople(actor, frame.id);
  if (!people.ok) notFound();
  return (
    <ClientMessages namespaces={['people', 'failure', 'account', 'contribute']}>
      <div className="mx-auto w-full max-w-[54rem] px-4 pt-6 pb-16 sm:px-8 sm:pt-10 print:max-w-none print:p-0">
        <Slips
          roomId={frame.id}
          room={frame.name}
          site={publicUrl()}
          places={people.value.people.filter(({ kind }) => kind === 'place').length}
          back={peopleHref(frame.slug)}
        />
      </div>
    </ClientMessages>
  );
}
