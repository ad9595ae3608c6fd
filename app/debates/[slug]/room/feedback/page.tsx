import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FeedbackDeskView } from '@/components/room/feedback/feedback-desk';
import { ClientMessages } from '@/components/shell/client-messages';
import { feedbackDesk } from '@/lib/server/room/feedback/feedback-queries';
import { currentActor } from '@/lib/server/session';
import { readerDebate } from '../../../../_parts/chrome';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('feedback');
  return { title: t('title') };
}

/** Where those who grade a class write to its people. Nobody else finds it. */
export default async function FeedbackPage({ params, searchParams }: Props) {
  const [{ slug }, { person }] = await Promise.all([params, searchParams]);
  const [t, actor, debate] = await Promise.all([
    getTranslations('feedback'),
    currentActor(),
    readerDebate(slug),
  ]);
  if (!debate) notFound();
  const desk = await feedbackDesk(actor, debate.room.id);
  if (!desk.ok) notFound();
  return (
    <div className="mx-auto grid w-full max-w-[62rem] gap-6 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid gap-2">
        <h1 className="font-serif text-title font-strong">
          {t('pageTitle', { room: desk.value.room.name })}
        </h1>
        <p className="text-body text-pretty">{t('lead')}</p>
      </header>
      <ClientMessages namespaces={['feedback', 'report', 'failure']}>
        <FeedbackDeskView
          initial={desk.value}
          slug={slug}
          person={typeof person === 'string' ? person : undefined}
        />
      </ClientMessages>
    </div>
  );
}
