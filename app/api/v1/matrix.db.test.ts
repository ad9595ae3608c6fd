import { beforeAll, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import type { Actor } from '@/lib/policy/actor';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, type Place, ROLES, requests, type Stage } from './testing/a-world';
import { call } from './testing/call';

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
  annotations: /*        */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  exportAnnotations: /*  */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  webAnnotations: /*     */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  // The note is for everyone who may read the room.
  webAnnotation: /*      */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  mapPage: /*            */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  mapSkeleton: /*        */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  search: /*             */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  similarClaims: /*      */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  // The claim is a suggestion of the author's.
  claimRevisions: /*     */ { commons: '--y----yy', class: '--y---yyy', private: '--y----yy' },
  // The note is the author's, and open.
  annotationRevisions: /**/ { commons: '-yyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  mentions: /*           */ { commons: 'syyyyyyyy', class: 's-yy-yyyy', private: 's-yyyyyyy' },
  aliases: /*            */ { commons: 'snynnnnyn', class: 's-yy-yynn', private: 's-ynnnnyn' },
  noteTags: /*           */ { commons: 'yyyyyyyyy', class: '--yy-yyyy', private: '--yyyyyyy' },
  ownNotes: /*           */ { commons: 'syyyyyyyy', class: 's-yy-yyyy', private: 's-yyyyyyy' },
  moderation: /*         */ { commons: 'snnnnnnyy', class: 's-nn-nyyy', private: 's-nnnnnyy' },
  roomAudit: /*          */ { commons: 'snnnnnnyy', class: 's-nn-nyyy', private: 's-nnnnnyy' },

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
  importMap: /*          */ { commons: 'snnnnnnyy', class: 's-nn-nnnn', private: 's-nnnnnyy' },
  addSource: /*          */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  previewVersion: /*     */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  addVersion: /*         */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  // The place is that of a claim's citation.
  decideAnchor: /*       */ { commons: 'snnnnnnyy', class: 'snnnnnnyy', private: 's-nnnnnyy' },
  addMotion: /*          */ { commons: 'snnnnnnyy', class: 's-nn-nnnn', private: 's-nnnnnyy' },

  // Adding
  addClaim: /*           */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  addRelation: /*        */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  addAnnotation: /*      */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  previewAnnotations: /* */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  importAnnotations: /*  */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  // The note is the author's: nobody reacts to their own.
  markHelpful: /*        */ { commons: 'sycyyyyyy', class: 's-cy-nynn', private: 's-cnnnnyn' },
  reportAnnotation: /*   */ { commons: 'sycyyyyyy', class: 's-cy-nynn', private: 's-cnnnnyn' },

  // Voting
  castVote: /*           */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  rateImpact: /*         */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },
  stateStance: /*        */ { commons: 'syyyyyyyy', class: 's-yy-nynn', private: 's-ynnnnyn' },

  // Changing what is the author's
  editClaim: /*          */ { commons: 's-y----yy', class: 's-y---yyy', private: 's-y----yy' },
  addCitation: /*        */ { commons: 's-y----yy', class: 's-y---yyy', private: 's-y----yy' },
  removeCitation: /*     */ { commons: 's-y----yy', class: 's-y---yyy', private: 's-y----yy' },
  reviewClaim: /*        */ { commons: 's-n----yy', class: 's-n---yyy', private: 's-n----yy' },
  mergeClaim: /*         */ { commons: 's-n----yy', class: 's-n---yyy', private: 's-n----yy' },
  splitClaim: /*         */ { commons: 's-n----yy', class: 's-n---yyy', private: 's-n----yy' },
  // The edit is the author's own.
  edits: /*              */ { commons: 'syyyyyyyy', class: 's-yy-yyyy', private: 's-yyyyyyy' },
  undoEdit: /*           */ { commons: 's-y------', class: 's-y------', private: 's-y------' },
  editRelation: /*       */ { commons: 's-y----yy', class: 's-y---yyy', private: 's-y----yy' },
  reviewRelation: /*     */ { commons: 's-n----yy', class: 's-n---yyy', private: 's-n----yy' },
  linkPremises: /*       */ { commons: 's-y----yy', class: 's-y---yyy', private: 's-y----yy' },
  unlinkPremise: /*      */ { commons: 's-y----yy', class: 's-y---yyy', private: 's-y----yy' },
  editAnnotation: /*     */ { commons: 'snynnnnnn', class: 's-yn-nnnn', private: 's-ynnnnnn' },
  // The mark is the author's.
  resolveAnnotation: /*  */ { commons: 'snynnnnyy', class: 's-yn-nyyy', private: 's-ynnnnyy' },
  removeAnnotation: /*   */ { commons: 'snynnnnnn', class: 's-yn-nnnn', private: 's-ynnnnnn' },
  moderateAnnotation: /* */ { commons: 'snnnnnnyy', class: 's-nn-nyyy', private: 's-nnnnnyy' },
  setRoomSettings: /*    */ { commons: 'snnnnnnyy', class: 's-nn-nyyy', private: 's-nnnnnyy' },

  // Accounts: a wrong link, a wrong password, and a session that is nobody's
  createAccount: /*      */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy', private: 'yyyyyyyyy' },
  setUp: /*              */ { commons: 'nnnnnnnnn', class: 'nnnnnnnnn', private: 'nnnnnnnnn' },
  readAccount: /*        */ { commons: 'syyyyyyyy', class: 'syyyyyyyy', private: 'syyyyyyyy' },
  changePassword: /*     */ { commons: 'snnnnnnnn', class: 'snnnnnnnn', private: 'snnnnnnnn' },
  endSession: /*         */ { commons: 's--------', class: 's--------', private: 's--------' },
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
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
    found[place] = row;
  }
  expect(found).toEqual(table[name]);
});

test('the table has a row for every route', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(contracts).sort());
});
