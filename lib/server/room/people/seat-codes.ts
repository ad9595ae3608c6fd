import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { JOIN_CODE_LENGTH, makeCode, SEAT_CODE_LENGTH } from '../../../domain/room/codes';
import { authSecret } from '../../account/auth-secret';

/** Codes of rooms and of seats, as the server makes and keeps them. */

const fromSystem = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

export const newJoinCode = (): string => makeCode(JOIN_CODE_LENGTH, fromSystem);
export const newSeatCode = (): string => makeCode(SEAT_CODE_LENGTH, fromSystem);

/** The form in which a seat's code is kept: worth nothing without the server's secret, and shown to nobody. */
export const hashOfSeatCode = (code: string): string =>
  createHmac('sha256', authSecret()).update(`seat/${code}`).digest('base64url');

/**
 * What a press of "join" makes, told by the key that the press was sent with: the same press again, even at the same moment,
 * makes the same person in the same seat with the same code.
 */
export function derivedFrom(press: string): { userId: string; participantId: string; seatCode: string } {
  const bytes = (what: string) =>
    createHmac('sha256', authSecret()).update(`press/${what}/${press}`).digest();
  let round = 0;
  return {
    userId: asUuid(bytes('user')),
    participantId: asUuid(bytes('seat')),
    seatCode: makeCode(SEAT_CODE_LENGTH, () => {
      round += 1;
      return new Uint8Array(bytes(`code/${round}`));
    }),
  };
}

function asUuid(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
