import 'server-only';
import type { ContributionStatus } from '../../domain/debate/view';
import type { RoomEvent } from '../../domain/room/events';
import type { LivePlace } from '../../domain/room/live';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { annotationSubject, type NoteSubjectFacts } from '../annotation/annotation-views';
import type { RoomContext } from '../room/room-context';

/**
 * Who hears of what: the one table of it. An event says ids only, but that something was written, and by the code where, is told
 * to nobody who could not read it.
 */
type Hearers =
  /** All who may read the room. */
  | 'everyone'
  /** Those who keep the room that it was done in. */
  | 'maintainers'
  /** They, and the person that it is about. */
  | 'person'
  /** Those who may read the claim or relation as it is now. */
  | 'contribution'
  /** Those who see the place of the note, and of all notes that it answers. */
  | 'note';

export const HEARERS: Readonly<Record<RoomEvent, Hearers>> = {
  'claim-suggested': 'contribution',
  'claim-published': 'contribution',
  'claim-edited': 'contribution',
  'claim-declined': 'contribution',
  'claim-archived': 'contribution',
  'claim-merged': 'contribution',
  'claim-split': 'contribution',
  'claim-promoted': 'contribution',
  'relation-added': 'contribution',
  'relation-changed': 'contribution',
  'relation-closed': 'contribution',
  'edit-undone': 'contribution',
  'map-imported': 'everyone',
  'tour-changed': 'everyone',
  'source-added': 'everyone',
  'source-version-added': 'everyone',
  // It may be the place of a note that only its author sees.
  'anchor-decided': 'maintainers',
  'annotation-added': 'note',
  'annotation-edited': 'note',
  'annotation-removed': 'note',
  'annotation-hidden': 'note',
  'annotation-shown': 'note',
  'annotation-promoted': 'note',
  'mark-resolved': 'note',
  'mark-reopened': 'note',
  'thread-locked': 'note',
  'thread-unlocked': 'note',
  'step-changed': 'everyone',
  'clock-changed': 'everyone',
  'settings-changed': 'everyone',
  'plan-changed': 'everyone',
  'room-closed': 'everyone',
  'room-reopened': 'everyone',
  'room-archived': 'everyone',
  'spotlight-changed': 'everyone',
  'join-code-changed': 'maintainers',
  'names-revealed': 'everyone',
  'groups-changed': 'everyone',
  'sides-changed': 'everyone',
  'feedback-released': 'everyone',
  'person-joined': 'person',
  'person-left': 'person',
  'person-changed': 'person',
  'help-asked': 'person',
  'help-given': 'person',
};

/** The facts of a claim or relation that rights depend on. */
export interface ContributionFacts {
  status: ContributionStatus;
  authorId: string | null;
  roomId: string;
  /** Of a claim. */
  code: string | null;
}

export interface NoteFacts {
  /** The note, and those that it answers, up to the first of its thread. */
  chain: readonly NoteSubjectFacts[];
  on: LivePlace;
  /** What the thread is on; null for a text. */
  contribution: ContributionFacts | null;
}

/** What was read about the subjects of events, by id; what is missing is gone. */
export interface Subjects {
  contributions: ReadonlyMap<string, ContributionFacts>;
  notes: ReadonlyMap<string, NoteFacts>;
}

export interface Reader {
  actor: Actor;
  room: RoomContext;
}

/** What a reader is told of an event beyond its name; null when they do not hear of it. */
export interface Heard {
  code?: string;
  on?: LivePlace;
  isOwn?: boolean;
}

export interface LoggedEvent {
  roomId: string;
  ordinal: number;
  type: RoomEvent;
  subjectId: string;
}

const mayReadContribution = ({ actor, room }: Reader, facts: ContributionFacts): boolean =>
  room.path.includes(facts.roomId) &&
  can(actor, 'claim:read', {
    room,
    isFromHere: facts.roomId === room.id,
    status: facts.status,
    isOwn: isOwn(room, facts.authorId),
  });

const isOwn = (room: RoomContext, seatId: string | null): boolean =>
  seatId !== null && room.homes.some((home) => home.seatId === seatId);

const keeps = ({ actor, room }: Reader, roomId: string): boolean =>
  (actor.kind === 'person' && actor.isAdministrator) ||
  (room.homes.find((home) => home.roomId === roomId)?.maintains ?? false);

export function heardBy(reader: Reader, event: LoggedEvent, subjects: Subjects): Heard | null {
  const { room } = reader;
  if (!room.path.includes(event.roomId)) return null;
  switch (HEARERS[event.type]) {
    case 'everyone':
      return {};
    case 'maintainers':
      return keeps(reader, event.roomId) ? {} : null;
    case 'person': {
      const isAbout = isOwn(room, event.subjectId);
      if (!isAbout && !keeps(reader, event.roomId)) return null;
      return isAbout ? { isOwn: true } : {};
    }
    case 'contribution': {
      const facts = subjects.contributions.get(event.subjectId);
      if (!facts || !mayReadContribution(reader, facts)) return null;
      return {
        ...(facts.code === null ? {} : { code: facts.code }),
        ...(isOwn(room, facts.authorId) ? { isOwn: true } : {}),
      };
    }
    case 'note': {
      const facts = subjects.notes.get(event.subjectId);
      const [note] = facts?.chain ?? [];
      if (!facts || !note) return null;
      const isFound = facts.chain.every((one) =>
        can(reader.actor, 'annotation:find', annotationSubject(room, one)),
      );
      if (!isFound) return null;
      if (facts.contribution && !mayReadContribution(reader, facts.contribution)) return null;
      return { on: facts.on, ...(isOwn(room, note.authorId) ? { isOwn: true } : {}) };
    }
  }
}
