import { describe, expect, test } from 'vitest';
import type { Visibility } from '../../domain/debate/view';
import type { AddVersion } from '../../domain/source/schema';
import type { Person } from '../../policy/actor';
import { addAnnotation } from '../annotation/commands';
import { claimViews } from '../claim/claim-views';
import { addClaim } from '../claim/commands';
import { database } from '../database/client';
import { exportedDebate } from '../debate/export-query';
import { roomBySlug } from '../room/room-context';
import { aClaim, aClass, aDebate, aParticipant, aPerson, type TestDebate } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { whileStopped } from '../testing/while-stopped';
import { decideAnchor } from './anchor-command';
import { anchorQueue } from './anchor-queue';
import { caughtUp } from './catch-up';
import { addSource } from './source-commands';
import { sourceList } from './source-list';
import { sourceHistory, sourceVersion } from './source-queries';
import { addVersion, previewVersion } from './version-commands';

const FIRST = 'Mines kill long after wars.';
const SECOND = 'Some say that they save soldiers.';
const THIRD = 'Others count the children.';

/** A debate with its owner, and a claim that cites each sentence of the text. */
async function aCitedDebate() {
  const debate = await aDebate();
  const owner = await aParticipant(debate.roomId, 'owner');
  const citations: string[] = [];
  for (const [index, words] of [FIRST, SECOND, THIRD].entries()) {
    citations.push(await aCitation(debate, await aClaim(debate), words, index));
  }
  return { debate, owner, citations };
}

async function aCitation(debate: TestDebate, claimId: string, words: string, position = 0): Promise<string> {
  const start = debate.text.indexOf(words);
  const { id } = await database().prisma.citation.create({
    data: {
      debateId: debate.id,
      roomId: debate.roomId,
      claimId,
      sourceVersionId: debate.sourceVersionId,
      start,
      end: start + words.length,
      exact: words,
      prefix: debate.text.slice(Math.max(0, start - 32), start),
      suffix: debate.text.slice(start + words.length, start + words.length + 32),
      position,
    },
  });
  return id;
}

async function aNote(debate: TestDebate, author: Person, visibility: Visibility, words: string) {
  const start = debate.text.indexOf(words);
  const target = {
    type: 'passage',
    sourceVersionId: debate.sourceVersionId,
    start,
    end: start + words.length,
    exact: words,
  } as const;
  const note = { target, kind: 'comment', visibility, body: `About ${words}` } as const;
  return valueIn(await addAnnotation(author, debate.roomId, note)).annotation;
}

const write = (owner: Person, { slug, sourceId }: TestDebate, text: string, more: Partial<AddVersion> = {}) =>
  addVersion(owner, slug, sourceId, { baseNumber: 1, text, ...more });

const citation = (id: string) =>
  database().prisma.citation.findUniqueOrThrow({
    where: { id },
    select: { exact: true, start: true, end: true, sourceVersion: { select: { number: true, text: true } } },
  });

const placeOf = async (id: string) => {
  const { exact, start, end, sourceVersion } = await citation(id);
  expect(sourceVersion.text.slice(start, end)).toBe(exact);
  return [sourceVersion.number, exact];
};

const claimsOf = async (actor: Person, debate: TestDebate) => {
  const room = await roomBySlug(actor, debate.slug);
  if (!room) throw new Error('There is a room');
  return claimViews(database().prisma, actor, room);
};

const queueOf = async (actor: Person, { slug }: TestDebate) => valueIn(await anchorQueue(actor, slug));

describe('a new version', () => {
  test('takes along what is still there, and leaves what is gone in the text it stood in', async () => {
    const { debate, owner, citations } = await aCitedDebate();
    const text = `A new beginning. ${FIRST} ${SECOND.replace('soldiers', 'some soldiers')}`;
    const counts = { same: 0, shifted: 1, moved: 0, changed: 1, orphan: 1 };
    const preview = valueIn(
      await previewVersion(owner, debate.slug, debate.sourceId, { baseNumber: 1, text }),
    );
    expect(preview.citations).toEqual(counts);
    expect(valueIn(await sourceHistory(owner, debate.slug, debate.sourceId)).versions).toHaveLength(1);
    expect(valueIn(await write(owner, debate, text, { note: 'Shorter.' })).citations).toEqual(counts);
    expect(await Promise.all(citations.map(placeOf))).toEqual([
      [2, FIRST],
      [2, SECOND.replace('soldiers', 'some soldiers')],
      [1, THIRD],
    ]);
    const { versions } = valueIn(await sourceHistory(owner, debate.slug, debate.sourceId));
    expect(versions.map(({ number, note }) => [number, note])).toEqual([
      [2, 'Shorter.'],
      [1, ''],
    ]);
    const old = valueIn(await sourceVersion(owner, debate.slug, debate.sourceId, 1));
    expect([old.version.text, old.newestNumber]).toEqual([debate.text, 2]);
  });

  test('keeps the name of a paragraph that was reworded, and gives none away twice', async () => {
    const { debate, owner } = await aCitedDebate();
    valueIn(await write(owner, debate, `A first one.\n\n${debate.text}`));
    const { passages } = valueIn(await sourceVersion(owner, debate.slug, debate.sourceId, 2));
    expect(passages.map(({ key, label }) => [key, label])).toEqual([
      ['p2', '1'],
      ['p1', '2'],
    ]);
    const [cited] = (await claimsOf(owner, debate)).flatMap(({ citations }) => citations);
    expect([cited?.passageKey, cited?.passageLabel]).toEqual(['p1', '2']);
  });

  test('is refused to who had an older one before them, and when it says nothing new', async () => {
    const { debate, owner } = await aCitedDebate();
    expect(codeOf(await write(owner, debate, debate.text))).toBe('invalid-input');
    valueIn(await write(owner, debate, FIRST));
    expect(codeOf(await write(owner, debate, SECOND))).toBe('out-of-date');
  });

  test('of a lost passage that comes back takes it back', async () => {
    const { debate, owner, citations } = await aCitedDebate();
    valueIn(await write(owner, debate, `${FIRST} ${SECOND}`));
    expect(await placeOf(citations[2] ?? '')).toEqual([1, THIRD]);
    valueIn(await write(owner, debate, `${FIRST} ${SECOND} ${THIRD}`, { baseNumber: 2 }));
    expect(await placeOf(citations[2] ?? '')).toEqual([3, THIRD]);
    expect((await queueOf(owner, debate)).count).toBe(0);
  });

  test('after a change that nobody has looked at shows both changes as one', async () => {
    const { debate, owner } = await aCitedDebate();
    valueIn(await write(owner, debate, debate.text.replace('children', 'small children')));
    valueIn(
      await write(owner, debate, `Now: ${debate.text.replace('children', 'small children')}`, {
        baseNumber: 2,
      }),
    );
    const { anchors } = await queueOf(owner, debate);
    expect(
      anchors.map(({ status, from, to, old, found }) => [
        status,
        from.number,
        to.number,
        old.exact,
        found?.exact,
      ]),
    ).toEqual([['changed', 1, 3, THIRD, 'Others count the small children.']]);
  });
});

test('what a person called lost is not counted among what waits in the versions after it', async () => {
  const { debate, owner } = await aCitedDebate();
  valueIn(await write(owner, debate, `${FIRST} ${SECOND}`));
  const [waiting] = (await queueOf(owner, debate)).anchors;
  valueIn(await decideAnchor(owner, debate.slug, waiting?.id ?? '', { decision: 'lost' }));
  const text = `Now. ${FIRST} ${SECOND}`;
  const none = { same: 0, shifted: 2, moved: 0, changed: 0, orphan: 0 };
  const input = { baseNumber: 2, text };
  expect(valueIn(await previewVersion(owner, debate.slug, debate.sourceId, input)).citations).toEqual(none);
  expect(valueIn(await write(owner, debate, text, input)).citations).toEqual(none);
  expect((await queueOf(owner, debate)).count).toBe(0);
  const [listed] = (await sourceList(owner, debate.slug))?.sources ?? [];
  expect([listed?.citations, listed?.lostCitations]).toEqual([2, 1]);
});

test('a version that names its source anew leaves the older ones their names', async () => {
  const debate = await aDebate();
  const owner = await aParticipant(debate.roomId, 'owner');
  const namesOf = async (number: number) => {
    const { source } = valueIn(await sourceVersion(owner, debate.slug, debate.sourceId, number));
    return [source.title, source.attribution, source.url];
  };
  const digest = await namesOf(1);
  const named = { title: 'The report', attribution: 'M. Koval, 2026', url: 'https://example.org/report' };
  valueIn(await write(owner, debate, FIRST, { isOriginal: true, ...named }));
  valueIn(await write(owner, debate, SECOND, { baseNumber: 2, url: null }));
  valueIn(await write(owner, debate, THIRD, { baseNumber: 3 }));
  expect(await Promise.all([1, 2, 3, 4].map(namesOf))).toEqual([
    digest,
    ['The report', 'M. Koval, 2026', 'https://example.org/report'],
    ['The report', 'M. Koval, 2026', null],
    ['The report', 'M. Koval, 2026', null],
  ]);
});

describe('an original', () => {
  test('is followed by paragraphs, and whoever cited the digest is asked whether the sentence is right', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const id = await aCitation(debate, await aClaim(debate), FIRST);
    const text = [
      'This report was written in spring, far away from any border or field.',
      `Long after wars have ended, mines go on killing people. Farmers know it well. Some officers still say that soldiers are saved by mines, while others count how many children step on them.`,
    ].join('\n\n');
    const counts = { same: 0, shifted: 0, moved: 0, changed: 1, orphan: 0 };
    const { passages } = valueIn(
      await previewVersion(owner, debate.slug, debate.sourceId, { baseNumber: 1, text, isOriginal: true }),
    );
    expect(passages.map(({ previousKey }) => previousKey)).toEqual([null, 'p1']);
    expect(valueIn(await write(owner, debate, text, { isOriginal: true })).citations).toEqual(counts);
    expect(await placeOf(id)).toEqual([2, 'Long after wars have ended, mines go on killing people.']);
    expect((await queueOf(owner, debate)).count).toBe(1);
  });

  test('follows the hand that says otherwise', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const id = await aCitation(debate, await aClaim(debate), FIRST);
    const text = 'Mines kill long after wars, as was said.\n\nAnother thing altogether.';
    const body = { isOriginal: true, passageKeys: [null, 'p1'] };
    expect(codeOf(await write(owner, debate, text, { ...body, passageKeys: ['p1'] }))).toBe('invalid-input');
    valueIn(await write(owner, debate, text, body));
    expect(await placeOf(id)).toEqual([2, 'Another thing altogether.']);
  });
});

describe('what changed', () => {
  test('is said of the claim until somebody decides, whatever they say', async () => {
    const { debate, owner, citations } = await aCitedDebate();
    const text = `${FIRST} Many say that they save soldiers. The end.`;
    valueIn(await write(owner, debate, text));
    const changed = async () =>
      (await claimsOf(owner, debate)).map(({ hasChangedEvidence }) => hasChangedEvidence);
    expect(await changed()).toEqual([false, true, true]);
    const { anchors } = await queueOf(owner, debate);
    expect(anchors.map(({ status, old }) => [status, old.exact])).toEqual([
      ['changed', SECOND],
      ['orphan', THIRD],
    ]);
    const [second, third] = anchors.map(({ id }) => id);
    const decided = valueIn(await decideAnchor(owner, debate.slug, second ?? '', { decision: 'confirmed' }));
    expect(decided.waiting).toBe(1);
    expect(codeOf(await decideAnchor(owner, debate.slug, third ?? '', { decision: 'confirmed' }))).toBe(
      'invalid-input',
    );
    valueIn(await decideAnchor(owner, debate.slug, third ?? '', { decision: 'lost' }));
    expect(await changed()).toEqual([false, false, false]);
    expect((await claimsOf(owner, debate)).map((claim) => claim.citations[0]?.standing)).toEqual([
      'here',
      'here',
      'lost',
    ]);
    expect(codeOf(await decideAnchor(owner, debate.slug, third ?? '', { decision: 'lost' }))).toBe(
      'changed-since',
    );
    expect(await placeOf(citations[1] ?? '')).toEqual([2, 'Many say that they save soldiers.']);
    expect((await queueOf(owner, debate)).count).toBe(0);
  });

  test('can be tied to another place, but not to the place that the claim cites already, nor to other words', async () => {
    const { debate, owner } = await aCitedDebate();
    const claimId = await aClaim(debate);
    await aCitation(debate, claimId, FIRST);
    const lost = await aCitation(debate, claimId, THIRD, 1);
    const text = `${FIRST} ${SECOND} The young are counted too.`;
    const { version } = valueIn(await write(owner, debate, text));
    const { anchors } = await queueOf(owner, debate);
    const [anchor] = anchors.filter(
      ({ subject }) => subject.type === 'citation' && subject.claimId === claimId,
    );
    const move = (start: number, end: number, exact: string) =>
      decideAnchor(owner, debate.slug, anchor?.id ?? '', {
        decision: 'moved',
        sourceVersionId: version.id,
        start,
        end,
        exact,
      });
    expect(codeOf(await move(0, FIRST.length, FIRST))).toBe('citation-repeated');
    expect(codeOf(await move(0, 4, 'Bees'))).toBe('citation-not-in-text');
    const words = 'The young are counted too.';
    const start = text.indexOf(words);
    valueIn(await move(start, start + words.length, words));
    expect(await placeOf(lost)).toEqual([2, words]);
  });

  test('and was called lost is not asked about again by the next version', async () => {
    const { debate, owner, citations } = await aCitedDebate();
    valueIn(await write(owner, debate, `${FIRST} ${SECOND}`));
    const [anchor] = (await queueOf(owner, debate)).anchors;
    valueIn(await decideAnchor(owner, debate.slug, anchor?.id ?? '', { decision: 'lost' }));
    valueIn(await write(owner, debate, `${FIRST} ${SECOND} More.`, { baseNumber: 2 }));
    expect((await queueOf(owner, debate)).count).toBe(0);
    expect(await placeOf(citations[2] ?? '')).toEqual([1, THIRD]);
  });

  test('is not exported as if it stood in the newest text', async () => {
    const { debate, owner } = await aCitedDebate();
    valueIn(await write(owner, debate, `${FIRST} ${SECOND}`));
    const file = valueIn(
      await exportedDebate(owner, debate.slug, { format: 'json', isPretty: false, now: new Date() }),
    ).files[0];
    expect(file?.text).toContain(FIRST);
    expect(file?.text).not.toContain(THIRD);
  });
});

describe('notes', () => {
  test('a private one is nobody’s but its author’s, in the queue and in every count', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const reader = await aParticipant(debate.roomId);
    await aNote(debate, reader, 'private', THIRD);
    await aNote(debate, reader, 'room', SECOND);
    const none = { same: 0, shifted: 0, moved: 0, changed: 0, orphan: 0 };
    expect(valueIn(await write(owner, debate, FIRST)).notes).toEqual({ ...none, orphan: 1 });
    const ofOwner = await queueOf(owner, debate);
    expect(ofOwner.anchors.map(({ old }) => old.exact)).toEqual([SECOND]);
    const ofReader = await queueOf(reader, debate);
    expect(ofReader.anchors.map(({ old }) => old.exact)).toEqual([SECOND, THIRD]);
    const hidden = ofReader.anchors[1]?.id ?? '';
    expect(codeOf(await decideAnchor(owner, debate.slug, hidden, { decision: 'lost' }))).toBe('not-found');
    expect(valueIn(await decideAnchor(reader, debate.slug, hidden, { decision: 'lost' })).waiting).toBe(1);
    const other = await aParticipant(debate.roomId);
    expect((await queueOf(other, debate)).count).toBe(0);
    expect(
      codeOf(await decideAnchor(other, debate.slug, ofOwner.anchors[0]?.id ?? '', { decision: 'lost' })),
    ).toBe('not-found');
  });

  test('those for the teachers of a room are theirs, not an administrator’s', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const reader = await aParticipant(debate.roomId);
    const administrator = await aPerson({ isAdministrator: true });
    const classId = await aClass(debate);
    const pupil = await aParticipant(classId);
    await aNote(debate, reader, 'teachers', THIRD);
    await aNote(debate, reader, 'room', SECOND);
    await aNote({ ...debate, roomId: classId }, pupil, 'teachers', THIRD);
    await aNote({ ...debate, roomId: classId }, pupil, 'room', SECOND);
    await aNote({ ...debate, roomId: classId }, pupil, 'private', SECOND);
    const counted = (result: Awaited<ReturnType<typeof previewVersion>>) => valueIn(result).notes.orphan;
    const preview = (who: Person) =>
      previewVersion(who, debate.slug, debate.sourceId, { baseNumber: 1, text: FIRST });
    // A class that others hold is not the debate's owner's to see.
    expect([counted(await preview(owner)), counted(await preview(administrator))]).toEqual([2, 2]);
    valueIn(await write(owner, debate, FIRST));
    const ofOwner = await queueOf(owner, debate);
    const ofAdministrator = await queueOf(administrator, debate);
    expect([ofOwner.count, ofAdministrator.count]).toEqual([2, 2]);
    expect(ofAdministrator.anchors.map(({ old }) => old.exact)).toEqual([SECOND, SECOND]);
    expect((await queueOf(pupil, debate)).count).toBe(3);
    const forTeachers = ofOwner.anchors.filter(({ old }) => old.exact === THIRD).map(({ id }) => id);
    expect(forTeachers).toHaveLength(1);
    for (const id of forTeachers) {
      const decided = await decideAnchor(administrator, debate.slug, id, { decision: 'lost' });
      expect(codeOf(decided)).toBe('not-found');
    }
    const seen = ofAdministrator.anchors[0]?.id ?? '';
    const lost = await decideAnchor(administrator, debate.slug, seen, { decision: 'lost' });
    expect(valueIn(lost).waiting).toBe(1);
  });

  test('a decision about one is in the log of its own room, and only if everyone there reads the note', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const reader = await aParticipant(debate.roomId);
    const classId = await aClass(debate);
    const pupil = await aParticipant(classId);
    await aNote(debate, reader, 'teachers', THIRD);
    await aNote(debate, reader, 'room', THIRD);
    await aNote(debate, reader, 'room', SECOND);
    await database().prisma.annotation.updateMany({
      where: { exact: SECOND, roomId: debate.roomId },
      data: { status: 'hidden', statusReason: 'A name.' },
    });
    await aNote({ ...debate, roomId: classId }, pupil, 'room', THIRD);
    valueIn(await write(owner, debate, FIRST));
    for (const [who, count] of [
      [owner, 3],
      [pupil, 1],
    ] as const) {
      const { anchors } = await queueOf(who, debate);
      expect(anchors).toHaveLength(count);
      for (const { id } of anchors) valueIn(await decideAnchor(who, debate.slug, id, { decision: 'lost' }));
    }
    const logOf = (roomId: string) =>
      database().prisma.event.count({ where: { roomId, type: 'anchor-decided' } });
    expect([await logOf(debate.roomId), await logOf(classId)]).toEqual([1, 1]);
  });
});

describe('at the same moment', () => {
  const cites = (debate: TestDebate, words: string) => ({
    text: 'A claim.',
    side: 'a' as const,
    evidence: 'asserted' as const,
    speaker: null,
    citations: [
      {
        sourceVersionId: debate.sourceVersionId,
        start: debate.text.indexOf(words),
        end: debate.text.indexOf(words) + words.length,
        exact: words,
      },
    ],
    relation: { kind: 'supports' as const, toClaimId: debate.motionId },
  });

  test('a citation and a note added while a version is written are not left behind', async () => {
    const { debate, owner } = await aCitedDebate();
    const reader = await aParticipant(debate.roomId);
    const text = `Before. ${debate.text}`;
    const ended = await whileStopped<unknown>(
      'Passage',
      () => write(owner, debate, text),
      () => addClaim(owner, debate.roomId, cites(debate, SECOND)),
      () => aNote(debate, reader, 'private', THIRD),
    );
    expect(ended).toHaveLength(3);
    const { prisma } = database();
    const older = { sourceVersionId: debate.sourceVersionId };
    expect([
      await prisma.citation.count({ where: older }),
      await prisma.annotation.count({ where: older }),
    ]).toEqual([0, 0]);
    const newer = await prisma.citation.count({ where: { debateId: debate.id } });
    expect(newer).toBe(4);
  });

  test('two versions of one text: one is written, the other is told of it', async () => {
    const { debate, owner } = await aCitedDebate();
    const ended = await Promise.all([write(owner, debate, FIRST), write(owner, debate, SECOND)]);
    expect(ended.map(codeOf).sort()).toEqual(['ok', 'out-of-date']);
  });

  test('what is tied to an old text later is looked for in the new one', async () => {
    const { debate, owner } = await aCitedDebate();
    valueIn(await write(owner, debate, `Before. ${debate.text}`));
    const { claim } = valueIn(await addClaim(owner, debate.roomId, cites(debate, SECOND)));
    const [view] = (await claimsOf(owner, debate)).filter(({ id }) => id === claim.id);
    expect(
      view?.citations.map(({ versionNumber, exact, standing }) => [versionNumber, exact, standing]),
    ).toEqual([[2, SECOND, 'here']]);
  });

  test('what would be looked for in a thread is looked for after the answer', async () => {
    const { debate, owner } = await aCitedDebate();
    valueIn(await write(owner, debate, `Before. ${debate.text}\n\n${'And so on it goes. '.repeat(3_500)}`));
    const tied = () =>
      database().prisma.citation.count({ where: { sourceVersionId: debate.sourceVersionId } });
    valueIn(await addClaim(owner, debate.roomId, cites(debate, SECOND)));
    // The thread that will move it has not even started.
    expect(await tied()).toBe(1);
    await Promise.all([
      addClaim(owner, debate.roomId, cites(debate, FIRST)),
      aNote(debate, owner, 'room', THIRD),
    ]);
    await caughtUp();
    expect(await tied()).toBe(0);
  });
});

test('a source is added with paragraphs, under a name of its own', async () => {
  const debate = await aDebate();
  const owner = await aParticipant(debate.roomId, 'owner');
  const input = { title: 'A report', text: '# One\n\nFirst thing.\n\nSecond thing.' };
  const first = valueIn(await addSource(owner, debate.slug, input));
  const second = valueIn(await addSource(owner, debate.slug, input));
  expect([first.source.key, second.source.key]).toEqual(['a-report', 'a-report-2']);
  const { passages } = valueIn(await sourceVersion(owner, debate.slug, first.source.id, 1));
  expect(passages.map(({ key, heading }) => [key, heading])).toEqual([
    ['p1', 'One'],
    ['p2', null],
  ]);
});
