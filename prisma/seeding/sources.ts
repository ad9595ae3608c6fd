import { uuidv7 } from 'uuidv7';
import { anchorsOf } from '../../lib/domain/source/version-plan';
import type { Transaction } from '../../lib/server/database/client';
import { versionNames, versionTexts } from '../../lib/server/source/source-reads';
import { groupsOf, settled, standingIn, writeSettled } from '../../lib/server/source/standing';
import { type SourceText, sourceText } from '../content/source-text';
import type { DebateContent } from '../content/types';
import type { Place } from './debate';

/** The version of each source that the content's citations point into, by the source's key. */
export type Versions = ReadonlyMap<string, SeededVersion>;

export interface SeededVersion {
  /** Of the content's own newest version. */
  id: string;
  sourceId: string;
  /** A person has given the source a text of their own: where things stand in it is no longer the content's to say. */
  isTakenOver: boolean;
}

/**
 * Writes each source; a text that changed becomes a new version, and the old one stays for what people tied to it. A source
 * to which a person has added a version is left alone.
 */
export async function writeSources(tx: Transaction, place: Place, content: DebateContent): Promise<Versions> {
  const versions = new Map<string, SeededVersion>();
  for (const [position, source] of content.sources.entries()) {
    const { key, kind, title, attribution, language } = source;
    const { id: sourceId } = await tx.source.upsert({
      where: { debateId_key: { debateId: place.debateId, key } },
      create: { debateId: place.debateId, key, kind, title, attribution, language, position },
      update: { kind, title, attribution, language },
    });
    const text = sourceText(source);
    const there = await tx.sourceVersion.findMany({
      where: { sourceId },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, text: true, fromContent: true },
    });
    const isTakenOver = there.some(({ fromContent }) => !fromContent);
    const latest = there.find(({ fromContent }) => fromContent);
    const isKept = latest !== undefined && (isTakenOver || latest.text === text.text);
    const version = isKept
      ? latest
      : await tx.sourceVersion.create({
          data: {
            sourceId,
            debateId: place.debateId,
            number: (there[0]?.number ?? 0) + 1,
            text: text.text,
            fromContent: true,
          },
        });
    if (!isKept) await writePassages(tx, version.id, text);
    versions.set(key, { id: version.id, sourceId, isTakenOver });
  }
  return versions;
}

/**
 * What people tied to an older text of the content, looked for in the newest one. The content's own citations and notes say
 * themselves where they stand.
 */
export async function settleInNewest(tx: Transaction, debateId: string, versions: Versions): Promise<void> {
  for (const { sourceId } of versions.values()) {
    const names = await versionNames(tx, sourceId);
    const newest = names.at(-1);
    if (!newest || names.length === 1) continue;
    const ids = names.map(({ id }) => id);
    const standing = await standingIn(tx, ids, newest.id);
    const late = standing.filter(({ place, earlier }) => place.versionId !== newest.id && !earlier);
    if (late.length === 0) continue;
    const texts = await versionTexts(tx, ids);
    const to = texts.get(newest.id);
    if (!to) continue;
    const found = groupsOf(late, texts).flatMap(({ members, group }) => {
      const anchors = anchorsOf(group, to, newest.isOriginal);
      return members.flatMap((one, at) => (anchors[at] ? [{ one, anchor: anchors[at] }] : []));
    });
    const others = standing.filter((one) => !late.includes(one));
    await writeSettled(tx, debateId, newest.id, settled(found, { id: newest.id, text: to.text }, others));
  }
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
