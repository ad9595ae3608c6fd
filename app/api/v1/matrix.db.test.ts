import { beforeAll, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import type { Actor } from '@/lib/policy/actor';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, requests } from './testing/a-world';
import { call } from './testing/call';
import { type Place, ROLES, type Stage } from './testing/stage';

/**
 * Who may do what, asked of the real handlers, in the commons, in a class below it and in the commons
 * of a private debate. proxy.ts has no part in it.
 *
 * One letter for each role, in this order:
 * visitor, newcomer, author, pupil of the class, pupil of another class, observer of the class, teacher of the class,
 * owner of the debate, administrator.
 *
 * y  yes
 * s  sign in first (401)
 * n  no, and says so (403)
 * c  not as things are (409)
 * -  there is no such thing, for them (404)
 *
 * Whoever owns a debate has no part in a class that others hold on it.
 */
const table: Record<keyof typeof contracts, Record<Place, string>> = {
  // Reading                    vNapPotoA            vNapPotoA              vNapPotoA
  health: /*             */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  openapi: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  debates: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  debate: /*             */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },
  sources: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },
  sourceHistory: /*      */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },
  sourceVersion: /*      */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },
  anchors: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },
  exportDebate: /*       */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },
  annotations: /*        */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  exportAnnotations: /*  */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  webAnnotations: /*     */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  // The note is for everyone who may read the room.
  webAnnotation: /*      */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  mapPage: /*            */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  mapSkeleton: /*        */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  search: /*             */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  similarClaims: /*      */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  // The claim is a suggestion of the author's.
  claimRevisions: /*     */ { commons: '--y----yy', class: '--y---y-y', private: '--y----yy' },
  // The note is the author's, and open.
  annotationRevisions: /**/ { commons: '-yyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  mentions: /*           */ { commons: 'syyyyyyyy', class: 's-yy-yy-y', private: 's-yyyyyyy' },
  aliases: /*            */ { commons: 'snynnnnyn', class: 's-yy-yy-n', private: 's-ynnnnyn' },
  noteTags: /*           */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  ownNotes: /*           */ { commons: 'syyyyyyyy', class: 's-yy-yy-y', private: 's-yyyyyyy' },
  moderation: /*         */ { commons: 'snnnnnnyy', class: 's-nn-ny-y', private: 's-nnnnnyy' },
  roomAudit: /*          */ { commons: 'snnnnnnyy', class: 's-nn-ny-y', private: 's-nnnnnyy' },

  tour: /*               */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: '--yyyyyyy' },

  // Making debates
  writeTour: /*          */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  createDebate: /*       */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  setDebateAccess: /*    */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  copyDebate: /*         */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 's-yyyyyyy' },
  readFile: /*           */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  readDocument: /*       */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  previewImport: /*      */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  importDebate: /*       */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  importConversation: /* */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  importMap: /*          */ { commons: 'snnnnnnyy', class: 's-nn-nn-n', private: 's-nnnnnyy' },
  addSource: /*          */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  previewVersion: /*     */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  addVersion: /*         */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  // The place is that of a claim's citation.
  decideAnchor: /*       */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  addMotion: /*          */ { commons: 'snnnnnnyy', class: 's-nn-nn-n', private: 's-nnnnnyy' },

  // Adding
  addClaim: /*           */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  addRelation: /*        */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  addAnnotation: /*      */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  previewAnnotations: /* */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  importAnnotations: /*  */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  // The note is the author's: nobody reacts to their own.
  markHelpful: /*        */ { commons: 'sycyyyyyy', class: 's-cy-ny-n', private: 's-cnnnnyn' },
  reportAnnotation: /*   */ { commons: 'sycyyyyyy', class: 's-cy-ny-n', private: 's-cnnnnyn' },

  // Voting
  castVote: /*           */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  rateImpact: /*         */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },
  stateStance: /*        */ { commons: 'syyyyyyyy', class: 's-yy-ny-n', private: 's-ynnnnyn' },

  // Changing what is the author's
  editClaim: /*          */ { commons: 's-y----yy', class: 's-y---y-y', private: 's-y----yy' },
  addCitation: /*        */ { commons: 's-y----yy', class: 's-y---y-y', private: 's-y----yy' },
  removeCitation: /*     */ { commons: 's-y----yy', class: 's-y---y-y', private: 's-y----yy' },
  reviewClaim: /*        */ { commons: 's-n----yy', class: 's-n---y-y', private: 's-n----yy' },
  mergeClaim: /*         */ { commons: 's-n----yy', class: 's-n---y-y', private: 's-n----yy' },
  splitClaim: /*         */ { commons: 's-n----yy', class: 's-n---y-y', private: 's-n----yy' },
  // The edit is the author's own.
  edits: /*              */ { commons: 'syyyyyyyy', class: 's-yy-yy-y', private: 's-yyyyyyy' },
  undoEdit: /*           */ { commons: 's-y------', class: 's-y------', private: 's-y------' },
  editRelation: /*       */ { commons: 's-y----yy', class: 's-y---y-y', private: 's-y----yy' },
  reviewRelation: /*     */ { commons: 's-n----yy', class: 's-n---y-y', private: 's-n----yy' },
  linkPremises: /*       */ { commons: 's-y----yy', class: 's-y---y-y', private: 's-y----yy' },
  unlinkPremise: /*      */ { commons: 's-y----yy', class: 's-y---y-y', private: 's-y----yy' },
  editAnnotation: /*     */ { commons: 'snynnnnnn', class: 's-yn-nn-n', private: 's-ynnnnnn' },
  // The mark is the author's.
  resolveAnnotation: /*  */ { commons: 'snynnnnyy', class: 's-yn-ny-y', private: 's-ynnnnyy' },
  removeAnnotation: /*   */ { commons: 'snynnnnnn', class: 's-yn-nn-n', private: 's-ynnnnnn' },
  moderateAnnotation: /* */ { commons: 'snnnnnnyy', class: 's-nn-ny-y', private: 's-nnnnnyy' },
  setRoomSettings: /*    */ { commons: 'snnnnnnyy', class: 's-nn-ny-y', private: 's-nnnnnyy' },

  // Classes as wholes; a commons is none
  openRoom: /*           */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 's-yyyyyyy' },
  ownRooms: /*           */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  roomFrame: /*          */ { commons: '---------', class: '--yy-yy-y', private: '---------' },
  moveToStep: /*         */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  changeClock: /*        */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  changePlan: /*          */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  setUpRoom: /*           */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  closeRoom: /*           */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  reopenRoom: /*          */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  archiveRoom: /*         */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  unarchiveRoom: /*       */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  copyRoom: /*            */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  // Its owner's and administrators'.
  deleteRoom: /*          */ { commons: 'snnnnnnnn', class: 's-nn-nn-y', private: 's-nnnnnnn' },
  markPassagesRead: /*   */ { commons: 'snnnnnnnn', class: 's-yy-nn-n', private: 's-nnnnnnn' },

  // Dividing a class. In a commons what is taken is a class’s, which its owner does not keep.
  groups: /*               */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  proposeGroups: /*        */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  changeGroups: /*         */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  moveToGroup: /*          */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  assignSides: /*          */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  setCircles: /*           */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  promote: /*              */ { commons: 'snnnnnn-y', class: 's-nn-ny-y', private: 's-nnnnn-y' },
  voices: /*               */ { commons: 'syyyyyyyy', class: 's-yy-yy-y', private: 's-yyyyyyy' },

  // Accounts: a wrong link, a wrong password, and a session that is nobody's
  createAccount: /*      */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  setUp: /*              */ { commons: 'nnnnnnnnn', class: 'nnnnnnnnn', private: 'nnnnnnnnn' },
  readAccount: /*        */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  // None of them is a guest.
  keepSeats: /*          */ { commons: 'snnnnnnnn', class: 'snnnnnnnn', private: 'snnnnnnnn' },
  changePassword: /*     */ { commons: 'snnnnnnnn', class: 'snnnnnnnn', private: 'snnnnnnnn' },
  // No mail is sent here, and the links are nobody's.
  setMailAddress: /*     */ { commons: 'scccccccc', class: 'scccccccc', private: 'scccccccc' },
  confirmMailAddress: /* */ { commons: 'snnnnnnnn', class: 'snnnnnnnn', private: 'snnnnnnnn' },
  removeMailAddress: /*  */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  setMailDigest: /*      */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  stopMail: /*           */ { commons: 'nnnnnnnnn', class: 'nnnnnnnnn', private: 'nnnnnnnnn' },
  notifications: /*      */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  readNotifications: /*  */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  endSession: /*         */ { commons: 's--------', class: 's--------', private: 's--------' },

  // Reports and feedback of a class: a commons has neither
  opinions: /*           */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  opinionEffects: /*     */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  // The map that is asked about is not there: whoever may see one is told so.
  opinionLens: /*        */ { commons: 'ccccccccc', class: '--cc-cc-c', private: '--ccccccc' },
  roomStances: /*        */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  opinionTimeline: /*    */ { commons: 'ccccccccc', class: '--cc-cc-c', private: '--ccccccc' },
  roomReport: /*         */ { commons: '---------', class: '--yy-yy-y', private: '---------' },
  exportReport: /*       */ { commons: '---------', class: '--nn-ny-y', private: '---------' },
  // The class was opened without a look behind aliases.
  askForNames: /*        */ { commons: 'snnnnnnnn', class: 's-nn-nn-n', private: 's-nnnnnnn' },
  // The link is of long ago.
  exportNames: /*        */ { commons: 's--------', class: 's--------', private: 's--------' },
  feedback: /*           */ { commons: 's--------', class: 's-nn-ny-n', private: 's--------' },
  giveFeedback: /*       */ { commons: 's--------', class: 's-nn-ny-n', private: 's--------' },
  releaseFeedback: /*    */ { commons: 's--------', class: 's-nn-ny-n', private: 's--------' },
  ownFeedback: /*        */ { commons: 's--------', class: 's-yy-yy-y', private: 's--------' },
  setRubric: /*          */ { commons: 's--------', class: 's-nn-ny-n', private: 's--------' },
  // Live
  roomEvents: /*         */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  roomStanding: /*       */ { commons: 'yyyyyyyyy', class: '--yy-yy-y', private: '--yyyyyyy' },
  // Keeping a class while it runs: a commons is no class
  roomProgress: /*       */ { commons: 'snnnnnn--', class: 's-nn-ny-y', private: 's-nnnnn--' },
  presenter: /*          */ { commons: 'snnnnnn--', class: 's-nn-ny-y', private: 's-nnnnn--' },
  waitingClaims: /*      */ { commons: 'snnnnnn--', class: 's-nn-ny-y', private: 's-nnnnn--' },
  askForHelp: /*         */ { commons: 'snnnnnnnn', class: 's-yy-ny-n', private: 's-nnnnnnn' },
  endHelp: /*            */ { commons: 'snnnnnn--', class: 's-nn-ny-y', private: 's-nnnnn--' },
  nudge: /*              */ { commons: 'snnnnnn--', class: 's-nn-ny-y', private: 's-nnnnn--' },
  setSpotlight: /*       */ { commons: 'snnnnnn--', class: 's-nn-ny-y', private: 's-nnnnn--' },
  lockThread: /*         */ { commons: 'snnnnnnyy', class: 's-nn-ny-y', private: 's-nnnnnyy' },
  // Coming in by a code, and who hands it out
  lookAtCode: /*         */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  joinRoom: /*           */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  makeJoinCode: /*       */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  closeJoinCode: /*      */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  people: /*            */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  addPerson: /*         */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  changePerson: /*      */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  resetSeatCode: /*     */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  addRoster: /*         */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  resetRoster: /*       */ { commons: 'snnnnnnnn', class: 's-nn-ny-y', private: 's-nnnnnnn' },
  // The class was opened without it.
  revealNames: /*       */ { commons: 'snnnnnnnn', class: 's-nn-nn-n', private: 's-nnnnnnn' },
  // None of them is a guest, whose seat has a code.
  changeOwnSeat: /*     */ { commons: 'snnnnnnnn', class: 's-nn-nn-n', private: 's-nnnnnnn' },
};

const letters: Record<number, string> = {
  200: 'y',
  201: 'y',
  204: 'y',
  401: 's',
  403: 'n',
  404: '-',
  409: 'c',
};

/** Each call of these starts a thread, and names no room: what is so in one place is so in all. */
const THREADED: readonly string[] = [
  'readFile',
  'readDocument',
  'importConversation',
] satisfies (keyof typeof contracts)[];

const stages = new Map<Place, Stage>();
const cookies = new Map<Actor, string | null>();

beforeAll(async () => {
  const [world, hidden] = [await aWorld(), await aWorld('private')];
  stages.set('commons', { world, place: 'commons', roomId: world.debate.roomId });
  stages.set('class', { world, place: 'class', roomId: world.classId });
  stages.set('private', { world: hidden, place: 'private', roomId: hidden.debate.roomId });
  for (const person of [world, hidden].flatMap(({ people }) => Object.values(people))) {
    cookies.set(person, await sessionCookieOf(person));
  }
});

test.each(Object.keys(table) as (keyof typeof contracts)[])('%s', async (name) => {
  const contract = contracts[name] as unknown as AnyContract;
  const found: Record<string, string> = {};
  for (const [place, stage] of stages) {
    if (THREADED.includes(name) && place !== 'commons') {
      found[place] = found.commons ?? '';
      continue;
    }
    let row = '';
    for (const role of ROLES) {
      const answer = await call(contract, {
        ...(await requests[name](stage)),
        cookie: cookies.get(stage.world.people[role]) ?? null,
      });
      row += letters[answer.status] ?? `[${role}: ${answer.status} ${answer.code}]`;
      if (answer.code) expect(contract.failures, `${role}, ${place}`).toContain(answer.code);
      else if (contract.answer)
        expect(contract.answer.safeParse(answer.body).error, `${role}, ${place}`).toBeUndefined();
      expect(answer.headers.get('cache-control')).toMatch(/^private, no-store(, no-transform)?$/);
    }
    found[place] = row;
  }
  expect(found).toEqual(table[name]);
});

test('the table has a row for every route', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(contracts).sort());
});
