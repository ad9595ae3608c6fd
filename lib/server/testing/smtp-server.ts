import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A mail server on the loopback address that keeps what it takes, for the length of one test. */
export interface SmtpServer {
  url: string;
  mails: { to: string; head: string; text: string }[];
  /** While true it takes nothing. */
  refuses: boolean;
}

export async function anSmtpServer(): Promise<SmtpServer> {
  const made: SmtpServer = { url: '', mails: [], refuses: false };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    let unread = '';
    let to = '';
    let isInMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 loopback');
    socket.on('data', (chunk) => {
      unread += chunk;
      for (;;) {
        const end = unread.indexOf(isInMail ? '\r\n.\r\n' : '\r\n');
        if (end === -1) return;
        const part = unread.slice(0, end);
        unread = unread.slice(end + (isInMail ? 5 : 2));
        if (isInMail) {
          isInMail = false;
          made.mails.push({ to, ...readMail(part) });
          say('250 taken');
        } else if (/^RCPT TO/i.test(part)) {
          to = /<(.*)>/.exec(part)?.[1] ?? '';
          say(made.refuses ? '451 not now' : '250 ok');
        } else if (/^DATA/i.test(part)) {
          isInMail = true;
          say('354 go on');
        } else {
          say(/^QUIT/i.test(part) ? '221 bye' : '250 ok');
        }
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  made.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return made;
}

/** Long and non-English text comes encoded. */
function readMail(raw: string): { head: string; text: string } {
  const at = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, at).replace(/\r\n\s+/g, ' ');
  const body = raw.slice(at + 4);
  if (/transfer-encoding: base64/i.test(head))
    return { head, text: Buffer.from(body, 'base64').toString('utf8') };
  if (!/transfer-encoding: quoted-printable/i.test(head)) return { head, text: body };
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { head, text: Buffer.from(bytes, 'latin1').toString('utf8') };
}
