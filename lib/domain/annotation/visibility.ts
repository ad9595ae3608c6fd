import type { Visibility } from '../debate/view';

/** Who may read what, in the order of how many they are. */
const OPENNESS: Readonly<Record<Visibility, number>> = {
  private: 0,
  teachers: 1,
  group: 2,
  room: 3,
  public: 4,
};

const AUDIENCES = ['private', 'teachers', 'group', 'room', 'public'] as const satisfies readonly Visibility[];

/** Whether an answer may be open to these readers below a note that is open to those. */
export const isNoMoreOpen = (answer: Visibility, note: Visibility): boolean =>
  OPENNESS[answer] <= OPENNESS[note];

/** Whether it is for everyone in the room, not for some of it. */
export const isForTheRoom = (visibility: Visibility): boolean => OPENNESS[visibility] >= OPENNESS.room;

/** Those of the audiences that hold the readers of this one: itself and every wider one. */
export const asOpenAs = (visibility: Visibility): Visibility[] =>
  AUDIENCES.filter((one) => OPENNESS[one] >= OPENNESS[visibility]);

/** Whether fellow participants may read it: more than the author and those who maintain the room. */
export const isOpenToOthers = (visibility: Visibility): boolean => OPENNESS[visibility] >= OPENNESS.group;
