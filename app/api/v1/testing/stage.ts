import type { Actor } from '@/lib/policy/actor';
import type { TestDebate } from '@/lib/server/testing/a-debate';

/** Everyone who may ask, as a teacher would name them. */
export const ROLES = [
  'visitor',
  'newcomer',
  'author',
  'pupil of the class',
  'pupil of another class',
  'observer of the class',
  'teacher of the class',
  'owner of the debate',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** A debate with a class below it, and somebody in each role. */
export interface World {
  debate: TestDebate;
  classId: string;
  people: Record<Role, Actor>;
  /** Seat of the author in the commons and in the class. */
  authorIn: Record<Place, string>;
}

/** The commons of a public debate, a class below it, and the commons of a private debate. */
export type Place = 'commons' | 'class' | 'private';

/** A room with fresh things in it, so that one caller's write does not decide the next one's. */
export interface Stage {
  world: World;
  place: Place;
  roomId: string;
  /** Whose own things a request is about, where only one's own will do; the author's unless said. */
  asker?: Role;
}
