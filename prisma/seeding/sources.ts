import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../lib/server/database/client';
import { type SourceText, sourceText } from '../content/source-text';
import type { DebateContent } from '../content/types';
import type { Place } from './debate';

/** The version of each source that citations point into, by the source's key. */
export type Versions = ReadonlyMap<string, string>;

/** Writes each source; a text that changed becomes a new version, and the old one stays for what people tied to it. */
export async function writeSources(tx: Transaction, place: Place, content: DebateContent): Promise<Versions> {
  const versions = new Map<string, string>();
  for (const [position, source] of content.sources.entries()) {
    const { key, kind, title, attribution, language } = source;
    const { id } = await tx.source.upsert({
      where: { debateId_key: { debateId: place.debateId, key } },
      create: { debateId: place.debateId, key, kind, title, attribution, language, position },
      update: { kind, title, attribution, language },
    });
    const text = sourceText(source);
    const latest = await tx.sourceVersion.findFirst({ where: { sourceId: id }, orderBy: { number: 'desc' } });
    const version =
      latest?.text === text.text
        ? latest
        : await tx.sourceVersion.create({
            data: {
              sourceId: id,
              debateId: place.debateId,
              number: (latest?.number ?? 0) + 1,
              text: text.text,
            },
          });
    if (version !== latest) await writePassages(tx, version.id, text);
    versions.set(key, version.id);
  }
  return versions;
}

async function writePassages(tx: Transaction, sourceVersionId: string, text: SourceText): Promise<void> {
  const passageIds = new Map(text.paragraphs.map(({ key }) => [key, uuidv7()]));
  const idOf = (key: string): string => {
    const id = passageIds.get(key);
    if (!id) throw new Error(`No paragraph ${key}`);
    return id;
  };
  await tx.passage.createMany({
    data: text.paragraphs.map(({ key, heading, start, end }, position) => ({
      id: idOf(key),
      sourceVersionId,
      key,
      heading: heading ?? null,
      start,
      end,
      position,
      text: text.text.slice(start, end),
    })),
  });
  await tx.sentence.createMany({
    data: text.sentences.map(({ id, paragraphKey, start, end, isContext }, position) => ({
      passageId: idOf(paragraphKey),
      sourceVersionId,
      key: id,
      start,
      end,
      position,
      isContext,
    })),
  });
}
