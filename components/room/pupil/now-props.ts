import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import type { PupilWork } from '@/lib/domain/room/pupil-work';
import type { RoomFrame } from '@/lib/domain/room/view';
import type { VoteQueue } from '@/lib/domain/vote/queue-order';

/** What a participant's room page says of now. */
export interface NowProps {
  frame: RoomFrame;
  /** As `useDebate` gives it. */
  debate: DebateView;
  work: PupilWork;
  votes: VoteQueue<ClaimView>;
  hasReport: boolean;
}
