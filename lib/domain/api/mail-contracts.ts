import { mailAddressInput, mailDigestInput, mailTokenInput } from '../account/schema';
import { and, KB, none, write } from './contract-parts';

/** Routes of the mail that somebody asks for: a confirmed address, how often, and the way out. */
export const mailContracts = {
  setMailAddress: write({
    method: 'POST',
    path: 'account/email',
    name: 'setMailAddress',
    summary: 'Send a link to an e-mail address; opened and confirmed, the address is your account’s',
    group: 'account',
    params: none,
    body: mailAddressInput,
    bodyLimit: 4 * KB,
    answer: null,
    status: 204,
    failures: and('mail-off', 'mail-not-sent', 'too-many-attempts'),
  }),

  confirmMailAddress: write({
    method: 'POST',
    path: 'account/email/confirm',
    name: 'confirmMailAddress',
    summary: 'Confirm an e-mail address with the link that was sent to it; works once',
    group: 'account',
    params: none,
    body: mailTokenInput,
    bodyLimit: 4 * KB,
    answer: null,
    status: 204,
    failures: and('mail-link-invalid', 'email-taken'),
  }),

  removeMailAddress: write({
    method: 'DELETE',
    path: 'account/email',
    name: 'removeMailAddress',
    summary: 'Remove the e-mail address of your account; no more mail is sent',
    group: 'account',
    params: none,
    body: null,
    answer: null,
    status: 204,
  }),

  setMailDigest: write({
    method: 'PUT',
    path: 'account/mail-digest',
    name: 'setMailDigest',
    summary: 'Choose how often you are told by mail what waits for you; takes a confirmed address',
    group: 'account',
    params: none,
    body: mailDigestInput,
    bodyLimit: 4 * KB,
    answer: null,
    status: 204,
    failures: and('mail-off', 'mail-unconfirmed'),
  }),

  stopMail: write({
    method: 'POST',
    path: 'account/mail-digest/stop',
    name: 'stopMail',
    summary: 'Stop all mail with the link that each mail has; needs no sign-in',
    group: 'account',
    needsSignIn: false,
    params: none,
    body: mailTokenInput,
    bodyLimit: 4 * KB,
    answer: null,
    status: 204,
    failures: and('mail-link-invalid'),
  }),
} as const;
