import { beforeAll, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, type Place, ROLES, type Role, requests, type World } from './testing/a-world';
import { call } from './testing/call';

/**
 * Who may do what, asked of the real handlers, once in the commons and once in a class. proxy.ts has no part in it.
 *
 * One letter for each role, in this order:
 * visitor, newcomer, author, pupil of the class, pupil of another class, observer of the class, teacher of the class,
 * owner of the debate, administrator.
 *
 * y  yes
 * s  sign in first (401)
 * n  no, and says so (403)
 * -  there is no such thing, for them (404)
 */
const table: Record<keyof typeof contracts, { commons: string; class: string }> = {
  // Reading                    vNapPotoA              vNapPotoA
  health: /*             */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy' },
  openapi: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy' },
  debates: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy' },
  debate: /*             */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy' },
  sources: /*            */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy' },
  annotations: /*        */ { commons: 'yyyyyyyyy', class: '--yy-yyyy' },
  // The claim is a suggestion of the author's.
  claimRevisions: /*     */ { commons: '--y----yy', class: '--y---yyy' },
  // The note is the author's, and open.
  annotationRevisions: /**/ { commons: 'nnynnnnyn', class: '--yn-nyyn' },

  // Adding
  addClaim: /*           */ { commons: 'syyyyyyyy', class: 's-yy-nynn' },
  addRelation: /*        */ { commons: 'syyyyyyyy', class: 's-yy-nynn' },
  addAnnotation: /*      */ { commons: 'syyyyyyyy', class: 's-yy-nynn' },

  // Voting
  castVote: /*           */ { commons: 'syyyyyyyy', class: 's-yy-nynn' },
  rateImpact: /*         */ { commons: 'syyyyyyyy', class: 's-yy-nynn' },
  stateStance: /*        */ { commons: 'syyyyyyyy', class: 's-yy-nynn' },

  // Changing what is the author's
  editClaim: /*          */ { commons: 's-y----yy', class: 's-y---yyy' },
  reviewClaim: /*        */ { commons: 's-n----yy', class: 's-n---yyy' },
  editRelation: /*       */ { commons: 's-y----yy', class: 's-y---yyy' },
  reviewRelation: /*     */ { commons: 's-n----yy', class: 's-n---yyy' },
  linkPremises: /*       */ { commons: 's-y----yy', class: 's-y---yyy' },
  unlinkPremise: /*      */ { commons: 's-y----yy', class: 's-y---yyy' },
  editAnnotation: /*     */ { commons: 'snynnnnnn', class: 's-yn-nnnn' },
  removeAnnotation: /*   */ { commons: 'snynnnnnn', class: 's-yn-nnnn' },

  // Accounts: a wrong link, a wrong password, and a session that is nobody's
  createAccount: /*      */ { commons: 'yyyyyyyyy', class: 'yyyyyyyyy' },
  setUp: /*              */ { commons: 'nnnnnnnnn', class: 'nnnnnnnnn' },
  readAccount: /*        */ { commons: 'syyyyyyyy', class: 'syyyyyyyy' },
  changePassword: /*     */ { commons: 'snnnnnnnn', class: 'snnnnnnnn' },
  endSession: /*         */ { commons: 's--------', class: 's--------' },
};

const letters: Record<number, string> = { 200: 'y', 201: 'y', 204: 'y', 401: 's', 403: 'n', 404: '-' };

let world: World;
const cookies = new Map<Role, string | null>();

beforeAll(async () => {
  world = await aWorld();
  for (const role of ROLES) cookies.set(role, await sessionCookieOf(world.people[role]));
});

const places: readonly Place[] = ['commons', 'class'];

test.each(Object.keys(table) as (keyof typeof contracts)[])('%s', async (name) => {
  const contract = contracts[name] as unknown as AnyContract;
  const found: Record<string, string> = {};
  for (const place of places) {
    let row = '';
    for (const role of ROLES) {
      const stage = { world, place, roomId: place === 'class' ? world.classId : world.debate.roomId };
      const answer = await call(contract, {
        ...(await requests[name](stage)),
        cookie: cookies.get(role) ?? null,
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
