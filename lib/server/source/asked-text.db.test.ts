import { describe, expect, test } from 'vitest';
import { versionIri } from '../../domain/annotation/web/addresses';
import { sourceViews } from '../debate/queries';
import { aDebate, aParticipant } from '../testing/a-debate';
import { valueIn } from '../testing/expecting';
import { askedText } from './asked-text';
import { addVersion } from './version-commands';

/** A debate whose text has three versions, and what an address of its text view shows. */
async function aVersionedText() {
  const debate = await aDebate();
  const owner = await aParticipant(debate.roomId, 'owner');
  for (const baseNumber of [1, 2])
    valueIn(
      await addVersion(owner, debate.slug, debate.sourceId, { baseNumber, text: `Text ${baseNumber + 1}.` }),
    );
  const sources = (await sourceViews(owner, debate.slug)) ?? [];
  const asked = (query: Record<string, string | string[] | undefined>) =>
    askedText(owner, debate.slug, sources, query);
  return { debate, owner, key: sources[0]?.key ?? '', asked };
}
const NOTHING = { sourceKey: null, older: null, unknown: null };

describe('what an address of the text view asks for', () => {
  test('is a version as it stood, at the address that exports name', async () => {
    const { debate, key, asked } = await aVersionedText();
    const { searchParams } = new URL(versionIri({ home: 'https://here', slug: debate.slug }, key, 1));
    const { older, unknown } = await asked(Object.fromEntries(searchParams));
    expect(unknown).toBeNull();
    expect(older?.version).toMatchObject({ id: debate.sourceVersionId, number: 1, text: debate.text });
    const [first] = older?.passages ?? [];
    expect(debate.text.slice(first?.start, first?.end)).not.toBe('');
    expect((await asked({ source: key, version: '2' })).older?.version.text).toBe('Text 2.');
  });

  test('is a source alone, or none: then the newest versions are shown', async () => {
    const { key, asked } = await aVersionedText();
    expect(await asked({})).toEqual(NOTHING);
    expect(await asked({ version: '1' })).toEqual(NOTHING);
    expect(await asked({ source: [key, key] })).toEqual(NOTHING);
    for (const version of [undefined, '', '3'])
      expect(await asked({ source: key, version })).toEqual({ ...NOTHING, sourceKey: key });
  });

  test('is named back when nobody can show it', async () => {
    const { key, asked } = await aVersionedText();
    const long = 'x'.repeat(500);
    expect(await asked({ source: long })).toEqual({
      ...NOTHING,
      unknown: { type: 'source', key: 'x'.repeat(40) },
    });
    for (const version of ['4', '0', '-1', '1.0', 'one', '99999999999'])
      expect(await asked({ source: key, version })).toEqual({
        ...NOTHING,
        sourceKey: key,
        unknown: { type: 'version', version },
      });
  });

  test('is nothing more to somebody who may not read the debate', async () => {
    const { debate, owner, key } = await aVersionedText();
    const sources = (await sourceViews(owner, debate.slug)) ?? [];
    const { older } = await askedText(owner, 'no-such-debate', sources, { source: key, version: '1' });
    expect(older).toBeNull();
  });
});
