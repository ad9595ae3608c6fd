/** Addresses of a room's pages, below its slug, and of the list of one's rooms. Views of a debate: `view-address.ts`. */

const below = (slug: string, page: string): string => `/debates/${encodeURIComponent(slug)}/${page}`;
const ofPerson = (page: string, participantId?: string): string =>
  participantId === undefined ? page : `${page}?person=${encodeURIComponent(participantId)}`;

/** A pupil's own page, a teacher's board. */
export const roomHref = (slug: string): string => below(slug, 'room');
export const voteHref = (slug: string): string => below(slug, 'vote');
export const presenterHref = (slug: string): string => below(slug, 'presenter');
export const peopleHref = (slug: string): string => below(slug, 'room/people');
/** Codes on paper, for those who have not come yet. */
export const slipsHref = (slug: string): string => below(slug, 'room/people/slips');
export const groupsHref = (slug: string): string => below(slug, 'room/groups');
export const settingsHref = (slug: string): string => below(slug, 'room/settings');
/** Where those who grade a class write to its people, or to one of them. */
export const feedbackHref = (slug: string, participantId?: string): string =>
  ofPerson(below(slug, 'room/feedback'), participantId);
/** @param motionCode the motion that it tells of; the first one unless given */
export const reportHref = (slug: string, motionCode?: string): string =>
  below(slug, motionCode === undefined ? 'report' : `report?motion=${encodeURIComponent(motionCode)}`);
/** The report's sheet of one person. */
export const sheetHref = (slug: string, participantId: string): string =>
  ofPerson(reportHref(slug), participantId);
/** Every sheet, one after the other, to print. */
export const sheetsHref = (slug: string): string => sheetHref(slug, 'all');
/** Where maintainers decide about the notes of a debate. */
export const moderationHref = (slug: string): string => below(slug, 'moderation');

export const ROOMS_HREF = '/rooms';
/** Where a class is started; on this debate, if one is named. */
export const newRoomHref = (debateSlug?: string): string =>
  debateSlug === undefined ? '/rooms/new' : `/rooms/new?debate=${encodeURIComponent(debateSlug)}`;
