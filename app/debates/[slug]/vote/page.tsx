import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { viewHref } from '@/components/debate/view-address';
import { NoVoteNow } from '@/components/room/pupil/no-vote-now';
import { VoteHead } from '@/components/room/pupil/vote-head';
import { voteHref } from '@/components/room/room-address';
import { stageWords } from '@/components/room/stage-words';
import { ClientMessages } from '@/components/shell/client-messages';
import { SignInLink } from '@/components/shell/sign-in-link';
import { AskedToo } from '@/components/vote/queue/leave-link';
import { VoteQueue } from '@/components/vote/queue/vote-queue';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';
import { nextStep, whoMovesOn } from '@/lib/domain/room/pupil-work';
import { passageInContext } from '@/lib/domain/source/passage-in-context';
import { debateView, sourceViews } from '@/lib/server/debate/queries';
import { roomBySlug } from '@/lib/server/room/room-context';
import { answeringSeat } from '@/lib/server/room/voice-seat';
import { currentActor } from '@/lib/server/session';
import { earlierWords } from '@/lib/server/vote/earlier-words';
import { voteOrder } from '@/lib/server/vote/vote-order';
import { readerFrame } from '../../../_parts/chrome';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pupil.vote');
  return { title: t('title') };
}

const passagesOf = (debate: DebateView, sources: readonly SourceView[]) =>
  Object.fromEntries(
    debate.claims.flatMap(({ id, citations: [first] }) => {
      const passage = first && passageInContext(sources, first);
      return passage ? [[id, passage]] : [];
    }),
  );

/** Claims to vote on, one at a time: in a class, from its groups too, and in the commons for whoever is signed in. */
export default async function VotePage({ params, searchParams }: Props) {
  const [{ slug }, query, actor, t, inRoom, inStage] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations('pupil.vote'),
    getTranslations('pupil.now'),
    getTranslations('stage'),
  ]);
  const motion = typeof query.motion === 'string' && query.motion !== '' ? query.motion : undefined;
  // All claims, however many: the queue is drawn from all of them.
  const [room, whole, sources, frame] = await Promise.all([
    roomBySlug(actor, slug),
    debateView(actor, slug, motion),
    sourceViews(actor, slug),
    readerFrame(slug),
  ]);
  if (!room || !whole) notFound();
  if (room.answersIn) redirect(voteHref(room.answersIn.slug));
  if (actor.kind !== 'person') {
    return (
      <div className="mx-auto grid w-full max-w-[40rem] gap-4 px-5 pt-8 pb-16">
        <h1 className="text-title font-strong">{t('title')}</h1>
        <p className="text-body text-pretty">{t('signedOut')}</p>
        <SignInLink className="justify-self-start">{t('signIn')}</SignInLink>
      </div>
    );
  }
  const debate = { ...whole, relations: [] };
  const address = `/debates/${encodeURIComponent(slug)}`;
  const words = stageWords(inStage);
  const following = frame && nextStep(frame.plan, frame.step);
  const home = frame
    ? { href: `${address}/room`, label: t('toRoom') }
    : { href: viewHref(slug, 'map'), label: t('toMap') };
  const takesVotes = debate.isOpen && debate.room.acts.includes('vote') && debate.viewer?.role !== 'observer';
  const { asks } = debate.motion;
  const at = debate.motions.findIndex(({ id }) => id === debate.motion.id);
  const nextMotion = debate.motions[at + 1];
  return (
    <ClientMessages namespaces={['pupil', 'contribute', 'stage']}>
      <VoteHead
        frame={frame}
        alias={frame?.seat?.alias ?? (debate.viewer?.alias || null)}
        roomName={debate.room.name}
        sides={debate.sides}
        href={home.href}
      />
      {frame && takesVotes && asks && !debate.motion.hasStated ? (
        <AskedToo href={home.href} link={inRoom('stanceToo')}>
          {asks.isLate ? inRoom('late') : inRoom('stanceOpen', { round: asks.round })}
        </AskedToo>
      ) : null}
      {takesVotes ? (
        <VoteQueue
          key={`${debate.motion.id} ${debate.room.voice}`}
          debate={debate}
          order={await voteOrder(room, debate, actor.userId)}
          passages={passagesOf(debate, sources ?? [])}
          earlier={await earlierWords({ id: room.id, participantId: answeringSeat(room) })}
          next={following ? words.nameOf(following) : null}
          whenDone={
            frame === null
              ? t('whenDone.commons')
              : following
                ? inRoom('waits', { step: words.nameOf(following), by: whoMovesOn(frame) })
                : inRoom('waitsForEnd')
          }
          home={home}
          stances={
            debate.room.isRevealed
              ? viewHref(slug, 'stances', { motion: at > 0 ? debate.motion.code : null })
              : null
          }
          nextMotion={
            nextMotion
              ? {
                  href: `${address}/vote?motion=${encodeURIComponent(nextMotion.code)}`,
                  text: nextMotion.text,
                }
              : null
          }
        />
      ) : (
        <NoVoteNow
          frame={frame}
          debate={debate}
          name={frame ? words.stageName(frame.stage) : null}
          next={following ? words.nameOf(following) : null}
          home={home}
        />
      )}
    </ClientMessages>
  );
}
