import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { viewHref } from '@/components/debate/view-address';
import { ModerationBoard } from '@/components/moderation/moderation-board';
import { NoteSettingsForm } from '@/components/moderation/note-settings-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { moderationOf } from '@/lib/server/annotation/moderation-queries';
import { noteSettingsOf } from '@/lib/server/annotation/note-settings';
import { currentActor } from '@/lib/server/session';
import { readerDebate, readerWaitingCount } from '../../../_parts/chrome';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('moderation');
  return { title: t('title') };
}

/** Where maintainers decide about the notes of a debate, and set what the room asks of them. Nobody else finds it. */
export default async function ModerationPage({ params }: Props) {
  const { slug } = await params;
  const [t, actor, debate, claimsWaiting] = await Promise.all([
    getTranslations('moderation'),
    currentActor(),
    readerDebate(slug),
    readerWaitingCount(slug),
  ]);
  if (!debate) notFound();
  const [moderation, settings] = await Promise.all([
    moderationOf(actor, debate.room.id),
    noteSettingsOf(actor, debate.room.id),
  ]);
  if (!moderation.ok || !settings) notFound();
  return (
    <div className="mx-auto grid w-full max-w-[46rem] gap-10 px-4 pt-8 pb-16 sm:px-8">
      <header className="grid gap-3">
        <h1 className="font-serif text-title font-strong">{t('title')}</h1>
        <p className="text-body text-pretty">{t('lead')}</p>
        {claimsWaiting > 0 ? (
          <p className="text-ui">
            <Link href={`${viewHref(slug, 'outline')}?show=waiting`}>
              {t('claimsWaiting', { count: claimsWaiting })}
            </Link>
          </p>
        ) : null}
      </header>
      <ClientMessages namespaces={['contribute', 'edit', 'moderation']}>
        <ModerationBoard debate={debate} initial={moderation.value} />
        <NoteSettingsForm initial={settings} />
      </ClientMessages>
    </div>
  );
}
