import { z } from 'zod';
import { changePasswordInput, createAccountInput, setUpInput } from '../account/schema';
import { uuid } from '../text/input';
import * as answers from './answers';
import { and, get, KB, none, write } from './contract-parts';

/** Routes of accounts and sessions. */
export const accountContracts = {
  createAccount: write({
    method: 'POST',
    path: 'accounts',
    name: 'createAccount',
    summary: 'Make an account with a name and a password; no e-mail address is needed',
    group: 'account',
    needsSignIn: false,
    params: none,
    body: createAccountInput,
    bodyLimit: 4 * KB,
    answer: answers.account,
    status: 201,
    failures: and('name-taken', 'email-taken', 'password-too-common', 'too-many-attempts'),
  }),

  setUp: write({
    method: 'POST',
    path: 'setup',
    name: 'setUp',
    summary: 'Make the first account, an administrator, with the one-time link of the first start',
    group: 'account',
    needsSignIn: false,
    params: none,
    body: setUpInput,
    bodyLimit: 4 * KB,
    answer: answers.account,
    status: 201,
    failures: and('setup-link-invalid', 'name-taken', 'password-too-common'),
  }),

  readAccount: get({
    path: 'account',
    name: 'readAccount',
    summary: 'Your own account and its sessions',
    group: 'account',
    needsSignIn: true,
    params: none,
    answer: answers.signedInPerson,
    failures: ['not-signed-in', 'database-busy', 'internal'],
  }),

  keepSeats: write({
    method: 'PUT',
    path: 'account',
    name: 'keepSeats',
    summary: 'Turn a guest into somebody with an account, who keeps all seats; every session ends',
    group: 'account',
    params: none,
    body: createAccountInput,
    bodyLimit: 4 * KB,
    answer: answers.account,
    failures: and('name-taken', 'email-taken', 'password-too-common', 'too-many-attempts'),
  }),

  changePassword: write({
    method: 'POST',
    path: 'account/password',
    name: 'changePassword',
    summary: 'Change your password; every session ends',
    group: 'account',
    params: none,
    body: changePasswordInput,
    bodyLimit: 8 * KB,
    answer: null,
    status: 204,
    failures: and('wrong-credentials', 'password-too-common', 'too-many-attempts'),
  }),

  endSession: write({
    method: 'DELETE',
    path: 'account/sessions/{sessionId}',
    name: 'endSession',
    summary: 'End one of your sessions; `current` signs you out',
    group: 'account',
    params: z.strictObject({ sessionId: z.union([uuid, z.literal('current')]) }),
    body: null,
    answer: null,
    status: 204,
  }),
} as const;
