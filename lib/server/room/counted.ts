import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';

/**
 * Whose answers the numbers of a room are made of: the one definition, for tallies on the map, in lists and in the stream, for
 * impacts and so for strength, for stances, the report and the projector.
 *
 * In a class or a group: those who take part. Not those who own, teach, assist or watch it, not the seats of editors, not those in
 * which somebody argues for a side, not places on a roster that nobody took. Of a group, not who was moved to another one. In the
 * commons everybody who answers.
 *
 * It is a column of the seat, `isCounted`, and the database keeps it (`participant_counted`): written when a seat is taken, when
 * its role changes and when somebody is moved to another group, and not while the room is revealed or closed. Who is taken out,
 * let back in, muted or erased, or deletes their account, stays counted or not as they were. So no change of a seat changes a
 * number that was shown, and nobody can learn what one person answered by looking before and after. Whoever must not be counted,
 * such as a seat that somebody took twice, is made an observer before the reveal. A role that changes while the room is revealed
 * counts from its next change on, should the room go back.
 */
export const COUNTED = { isCounted: true } as const;

/** The same of a seat in a statement, by the name that it has there. */
export const countedSql = (seat = 'p'): string => `${seat}."isCounted"`;

const SEATS = { p: Prisma.sql`p."isCounted"`, self: Prisma.sql`self."isCounted"` };
/** As `countedSql`, for tagged templates. */
export const countedSeat = (seat: keyof typeof SEATS = 'p'): Prisma.Sql => SEATS[seat];
