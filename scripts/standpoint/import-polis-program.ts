// The work of `import-polis`: reads the files, finds the account and the database, and writes all of it or nothing.

import { parseArgs } from 'node:util';
import { type Refusal, refusalLine } from '@/lib/domain/formats/refusal';
import type { Conversation } from '@/lib/domain/stance/polis-export/conversation';
import { conversationWordsInput } from '@/lib/domain/stance/polis-export/schema';
import { uniqueKey } from '@/lib/domain/text/plain-text';
import { failureMessage } from '@/lib/i18n/failure-message';
import { makeActor, type Person } from '@/lib/policy/actor';
import { closeDatabase, database } from '@/lib/server/database/client';
import { startEmbeddedServer } from '@/lib/server/database/embedded-server';
import { importConversation } from '@/lib/server/debate/import-conversation';
import { dataFolder, readEnvironment } from '@/lib/server/environment';
import { CallError, callerMessage } from './convert-files';
import { readExport } from './stance-files';

const USAGE =
  'usage: standpoint import-polis DIR --title TITLE --motion MOTION [--owner NAME] [--question QUESTION] [--language TAG] [--side-for NAME] [--side-against NAME]';
const REFUSED = 2;

function commandOf(args: string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      owner: text,
      title: text,
      motion: text,
      question: text,
      language: text,
      'side-for': text,
      'side-against': text,
    },
  });
  const [path, ...more] = positionals;
  const { owner, title, motion, question = title, language = 'en' } = values;
  if (!path || more.length > 0 || !title || !motion) throw new CallError(USAGE);
  const words = conversationWordsInput.safeParse({
    title,
    motion,
    question,
    language,
    sides: { a: values['side-for'] ?? 'For', b: values['side-against'] ?? 'Against' },
  });
  if (!words.success)
    throw new CallError(`${words.error.issues[0]?.path.join('.')} is not taken as it stands`);
  return { path, owner, words: words.data };
}

/**
 * The account that the debate will be of. Whoever may run this on the server may write to its database anyway.
 * @param name without one it is the administrator, where there is just one
 */
async function ownerNamed(name: string | undefined): Promise<Person> {
  const whose = name === undefined ? { isAdministrator: true } : { nameKey: uniqueKey(name) };
  const { prisma } = database();
  const [state] = await prisma.$queryRaw<{ isReady: boolean }[]>`
    SELECT EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'Participant' AND column_name = 'isImported') AS "isReady"`;
  if (!state?.isReady) throw new CallError('The database is not of this version yet: start the app once.');
  const found = await prisma.user.findMany({ where: { ...whose, isGuest: false }, take: 2 });
  const [user, other] = found;
  if (name === undefined && (!user || other)) throw new CallError('Name the account with --owner.');
  if (!user) throw new CallError(`There is no account "${name}".`);
  return makeActor.person({ userId: user.id, sessionId: '', isAdministrator: user.isAdministrator });
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

/** The export with what was published beside it: which claims are out, and which are about the conversation. */
async function conversationAt(path: string): Promise<Conversation> {
  const { votes, comments, published } = await readExport(path);
  if (comments.length === 0)
    throw new CallError(`${path}: There is no comments.csv with the words of the claims.`);
  return {
    votes,
    comments: comments.map((comment) => ({
      ...comment,
      moderation: published?.out.has(comment.id) ? -1 : comment.moderation,
      isMeta: comment.isMeta || published?.meta.has(comment.id) === true,
    })),
  };
}

async function imported(
  { path, owner, words }: ReturnType<typeof commandOf>,
  conversation: Conversation,
): Promise<object> {
  const result = await importConversation(await ownerNamed(owner), conversation, words);
  if (result.ok) return result.value;
  const { code, current } = result.error;
  throw new CallError(isRefusal(current) ? `${path}: ${refusalLine(current)}` : failureMessage('en', code));
}

/** The database of the settings, or the embedded one of the data folder, shared with an app that runs on it. */
async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { external } = readEnvironment(process.env);
  const embedded = external ? null : await startEmbeddedServer({ dataFolder: dataFolder(process.env) });
  if (embedded) process.env.DATABASE_URL = embedded.url('app');
  try {
    return await work();
  } finally {
    await closeDatabase();
    await embedded?.stop();
  }
}

try {
  const command = commandOf(process.argv.slice(2));
  const started = performance.now();
  // Before a database is looked for: a file that is refused needs none.
  const conversation = await conversationAt(command.path);
  const read = performance.now();
  const written = await withDatabase(() => imported(command, conversation));
  const milliseconds = { read: read - started, write: performance.now() - read };
  process.stdout.write(`${JSON.stringify({ ...written, milliseconds })}\n`);
} catch (error) {
  const message = callerMessage(error);
  if (message === null) throw error;
  process.stderr.write(`standpoint import-polis: ${message.replace(/[\p{Cc}\s]+/gu, ' ').trim()}\n`);
  process.exitCode = REFUSED;
}
