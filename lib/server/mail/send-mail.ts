import 'server-only';
import { createTransport } from 'nodemailer';
import { readEnvironment } from '../environment';

/** Mail is handed to the operator's server, one message at a time, as plain text: no pictures, no marks that tell who read it. */

export interface MailSettings {
  smtpUrl: string;
  from: string;
}

/** Null when this server sends no mail. */
export const mailSettings = (): MailSettings | null => readEnvironment(process.env).mail;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Where a press stops this kind of mail. */
  unsubscribeUrl?: string;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/** @throws when the server did not take the mail */
export async function sendMail({ smtpUrl, from }: MailSettings, mail: Mail): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const isSecure = protocol === 'smtps:';
  const transport = createTransport({
    // An IPv6 address stands in brackets in a URL alone.
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      // As an object, so that nothing in it is read as a second address.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(mail.unsubscribeUrl !== undefined && { list: { unsubscribe: mail.unsubscribeUrl } }),
    });
  } finally {
    transport.close();
  }
}
