import type { Transaction } from '../../lib/server/database/client';
import type { DebateContent } from '../content/types';

/** Where the content of one debate is written. */
export interface Place {
  debateId: string;
  /** The commons: what every reader sees. */
  roomId: string;
  /** The editor who wrote the critical-reading notes; has no account. */
  editorId: string;
  sideIds: ReadonlyMap<string, string>;
}

/** Writes the debate, its sides, its commons and the editor's seat. */
export async function writeDebate(tx: Transaction, content: DebateContent): Promise<Place> {
  const { slug, title, question, summary, language } = content;
  const debate = await tx.debate.upsert({
    where: { slug },
    // The worked debates are for everyone.
    create: { slug, title, question, summary, language, access: 'public' },
    update: { title, question, summary, language },
  });
  const sideIds = new Map<string, string>();
  for (const { key, name, speaks, order } of content.sides) {
    const side = await tx.side.upsert({
      where: { debateId_key: { debateId: debate.id, key } },
      create: { debateId: debate.id, key, name, speaks, position: order },
      update: { name, speaks },
    });
    sideIds.set(key, side.id);
  }
  const room =
    (await tx.room.findFirst({ where: { debateId: debate.id, kind: 'commons' } })) ??
    (await tx.room.create({ data: { debateId: debate.id, kind: 'commons', name: 'Commons', path: [] } }));
  const editor = await tx.participant.upsert({
    where: { roomId_aliasKey: { roomId: room.id, aliasKey: 'editor' } },
    create: { roomId: room.id, alias: 'Editor', aliasKey: 'editor', role: 'owner', isEditor: true },
    update: { isEditor: true },
  });
  return { debateId: debate.id, roomId: room.id, editorId: editor.id, sideIds };
}
