import { notFound } from 'next/navigation';
import { OwnFeedbackList } from '@/components/room/feedback/own-feedback';
import { OwnGroupCard } from '@/components/room/groups/own-group-card';
import { OwnSeat } from '@/components/room/people/own-seat';
import { RevealNotice } from '@/components/room/people/reveal-notice';
import { PupilRoom } from '@/components/room/pupil/pupil-room';
import { ClientMessages } from '@/components/shell/client-messages';
import type { DebateView } from '@/lib/domain/debate/view';
import type { PupilWork } from '@/lib/domain/room/pupil-work';
import type { RoomFrame } from '@/lib/domain/room/view';
import { isRevealed } from '@/lib/domain/room/visibility';
import { debateView } from '@/lib/server/debate/queries';
import { answeringRoom } from '@/lib/server/room/answering-room';
import { ownFeedback } from '@/lib/server/room/feedback/feedback-queries';
import { ownGroup } from '@/lib/server/room/groups/groups-query';
import { namesRevealed } from '@/lib/server/room/people/names';
import { pupilWork } from '@/lib/server/room/pupil/pupil-work';
import { roomBySlug } from '@/lib/server/room/room-context';
import { ownVoices } from '@/lib/server/room/voices';
import { currentActor } from '@/lib/server/session';

/**
 * Own stances as far as the page has a use for them: a first one is put away with its step, and comes back to be compared with the
 * second. There it is drawn only once the second has been placed.
 */
const inUse = (work: PupilWork, { kind, stage }: RoomFrame, { motion }: DebateView): PupilWork => ({
  ...work,
  stances:
    isRevealed({ kind, stage }) || motion.asks?.round === 2
      ? work.stances
      : work.stances.filter(({ round }) => round === motion.asks?.round),
});

/** A room for those who take part in it or watch it, with one of the debate's motions: the first, unless its code is given. */
export async function PupilPage({ frame, motion }: { frame: RoomFrame; motion?: string | undefined }) {
  const actor = await currentActor();
  const [room, debate] = await Promise.all([
    roomBySlug(actor, frame.slug),
    // All of its claims, however many: what moved somebody may be any of them.
    debateView(actor, frame.slug, motion),
  ]);
  if (!room || !debate) notFound();
  const [work, group, reveals, voices, feedback] = await Promise.all([
    pupilWork(answeringRoom(room)),
    frame.kind === 'class' ? ownGroup(room) : null,
    namesRevealed(actor, room.id),
    frame.voice === 'own' ? ownVoices(actor, room.id) : null,
    frame.kind === 'class' && frame.seat ? ownFeedback(actor, room.id) : null,
  ]);
  const isGuest = actor.kind === 'person' && actor.isGuest;
  return (
    <ClientMessages
      namespaces={[
        'pupil',
        'stage',
        'contribute',
        'edit',
        'scheme',
        'strength',
        'groups',
        'people',
        'failure',
        'account',
      ]}
    >
      <PupilRoom
        frame={frame}
        debate={debate}
        work={inUse(work, frame, debate)}
        hasReport={isRevealed(frame)}
        voices={voices?.ok && voices.value.votes.length > 0 ? voices.value : null}
        notice={reveals.length > 0 ? <RevealNotice reveals={reveals} /> : null}
        group={group ? <OwnGroupCard group={group} alias={room.alias} /> : null}
        feedback={
          feedback?.ok && feedback.value.feedback.length > 0 ? <OwnFeedbackList own={feedback.value} /> : null
        }
        ownSeat={
          frame.seat && frame.kind === 'class' ? (
            <OwnSeat roomId={frame.id} alias={frame.seat.alias} isGuest={isGuest} maintains={false} />
          ) : null
        }
      />
    </ClientMessages>
  );
}
