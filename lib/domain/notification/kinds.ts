/** What a person is told of. Each is about one thing, its subject; until it is read, more of the same is counted up. */
export const NOTIFICATION_KINDS = [
  /** Somebody who keeps the room asks for what is still missing; the subject is the room. */
  'nudge',
  /** A note names them, or answers one of theirs; the subject is that note, or the one that was answered. */
  'mention',
  'reply',
  /** Somebody who keeps the room decided about a note or a claim of theirs. */
  'note-decided',
  'claim-decided',
  /** A claim or a note of theirs was taken from their group to the class; the subject is the new one. */
  'claim-promoted',
  'annotation-promoted',
  /** What was said about their work was released; the subject is the room. */
  'feedback',
  /** The names behind the aliases were looked up; the subject is the room. */
  'names-revealed',
  /** For those who keep the room: claims and notes wait for them; the subject is the room. */
  'waiting',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
