import type { RosterSlip } from '@/lib/domain/room/people';

/**
 * Slips with codes on their way from the form that made them to the page that prints them. Kept in this tab's memory alone: the
 * server said the codes once, and nothing on the disk of a teacher's computer has them.
 */
const kept = new Map<string, readonly RosterSlip[]>();

export const keepSlips = (roomId: string, slips: readonly RosterSlip[]): void => {
  kept.set(roomId, slips);
};

/** Those made last for this room; none after the page was loaded anew. */
export const keptSlips = (roomId: string): readonly RosterSlip[] => kept.get(roomId) ?? [];
