import { randomBytes } from 'node:crypto';

const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 10;

/** A name for a room's address. 32 signs, so that each byte gives one of them fairly: 2^50 keys. */
export const newRoomKey = (): string =>
  [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
