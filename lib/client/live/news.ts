import type { RoomEvent } from '@/lib/domain/room/events';
import type { LiveEvent } from '@/lib/domain/room/live';

/** What others did and this page does not show yet: it waits until the reader asks for it, so that nothing jumps. */
export interface News {
  /** The last event of each thing, by its id. */
  events: ReadonlyMap<string, LiveEvent>;
  /** There is more than could be told one by one. */
  hasMore: boolean;
}

export const NO_NEWS: News = { events: new Map(), hasMore: false };

type Kind = 'claims' | 'lines' | 'notes' | 'changes';

const KINDS: Partial<Readonly<Record<RoomEvent, Kind>>> = {
  'claim-suggested': 'claims',
  'claim-published': 'claims',
  'claim-promoted': 'claims',
  'relation-added': 'lines',
  'annotation-added': 'notes',
  'annotation-shown': 'notes',
  'annotation-promoted': 'notes',
  'claim-edited': 'changes',
  'claim-declined': 'changes',
  'claim-archived': 'changes',
  'claim-merged': 'changes',
  'claim-split': 'changes',
  'relation-changed': 'changes',
  'relation-closed': 'changes',
  'edit-undone': 'changes',
  'annotation-edited': 'changes',
  'mark-resolved': 'changes',
  'mark-reopened': 'changes',
  'thread-locked': 'changes',
  'thread-unlocked': 'changes',
  'map-imported': 'changes',
  'source-added': 'changes',
  'source-version-added': 'changes',
  'anchor-decided': 'changes',
  'tour-changed': 'changes',
};

export const isNews = ({ event }: LiveEvent): boolean => KINDS[event] !== undefined;

export function withNews(news: News, event: LiveEvent): News {
  const before = news.events.get(event.subject);
  // What is new to this page stays new however often it is changed before anybody looks.
  const kept =
    before && KINDS[before.event] !== 'changes' && KINDS[event.event] === 'changes' ? before : event;
  return { ...news, events: new Map(news.events).set(event.subject, kept) };
}

export const withoutNews = (news: News, subject: string): News =>
  news.events.has(subject)
    ? { ...news, events: new Map([...news.events].filter(([id]) => id !== subject)) }
    : news;

/** How many things there are of each kind. */
export function countNews({ events }: News): Record<Kind, number> & { all: number } {
  const counts = { claims: 0, lines: 0, notes: 0, changes: 0, all: events.size };
  for (const { event } of events.values()) {
    const kind = KINDS[event];
    if (kind) counts[kind] += 1;
  }
  return counts;
}
