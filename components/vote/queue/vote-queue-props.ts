import type { DebateView } from '@/lib/domain/debate/view';
import type { PassageInContext } from '@/lib/domain/source/passage-in-context';
import type { EarlierWords } from './vote-card';

export interface VoteQueueProps {
  /** With its claims; their relations are not needed. */
  debate: DebateView;
  /** Ids of claims in the person's own order, the next one first. The page that is open keeps the first one it gets. */
  order: readonly string[];
  /** The first passage of each claim, by the claim's id. */
  passages: Readonly<Record<string, PassageInContext>>;
  /** By id of the claim, of votes on words that have changed. */
  earlier: Readonly<Record<string, EarlierWords>>;
  /** What comes after the votes, in words; null when nothing is known. */
  next: string | null;
  /** What the room does when all are answered. */
  whenDone: string;
  /** Where one goes from here: the room, or the map. */
  home: { href: string; label: string };
  /** Where one sees how people stand; null where that is not open. */
  stances: string | null;
  /** The next motion whose claims are to be voted on. */
  nextMotion: { href: string; text: string } | null;
}
