import { uuidv7 } from 'uuidv7';
import type { contracts } from '@/lib/domain/api/contracts';
import { makeActor } from '@/lib/policy/actor';
import { database } from '@/lib/server/database/client';
import {
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aRelation,
  aSeat,
  type TestDebate,
} from '@/lib/server/testing/a-debate';
import { boardRequests } from './board-requests';
import type { Ask } from './call';
import { groupRequests } from './group-requests';
import { liveRequests } from './live-requests';
import { mailRequests } from './mail-requests';
import { opinionRequests } from './opinion-requests';
import { peopleRequests } from './people-requests';
import { pupilRequests } from './pupil-requests';
import { reportRequests } from './report-requests';
import { roomRequests } from './room-requests';
import type { Role, Stage, World } from './stage';

/** The first word of the debate's text, as a citation. */
const mines = ({ sourceVersionId }: TestDebate) => ({ sourceVersionId, start: 0, end: 5, exact: 'Mines' });

export async function aWorld(access: 'private' | 'public' = 'public'): Promise<World> {
  const debate = await aDebate({ access });
  const classId = await aClass(debate);
  const elsewhere = await aClass(debate);
  const author = await aPerson();
  const inCommons = await aSeat(author, debate.roomId);
  const authorIn = { commons: inCommons, private: inCommons, class: await aSeat(author, classId) };
  return {
    debate,
    classId,
    authorIn,
    people: {
      visitor: makeActor.visitor(),
      newcomer: await aPerson(),
      author,
      'pupil of the class': await aParticipant(classId),
      'pupil of another class': await aParticipant(elsewhere),
      'observer of the class': await aParticipant(classId, 'observer'),
      'teacher of the class': await aParticipant(classId, 'teacher'),
      'owner of the debate': await aParticipant(debate.roomId, 'owner'),
      administrator: await aPerson({ isAdministrator: true }),
    },
  };
}

const seq = () => Date.now();
const quote = { kind: 'comment', visibility: 'room', body: 'A thought.' } as const;

const aNote = async (
  { world, place, roomId }: Stage,
  more: { claimId?: string; mark?: 'unclear'; visibility?: 'public' } = {},
): Promise<string> => {
  const { id } = await database().prisma.annotation.create({
    data: {
      debateId: world.debate.id,
      roomId,
      authorId: world.authorIn[place],
      kind: 'comment',
      visibility: 'room',
      claimId: world.debate.motionId,
      ...more,
      revisions: { create: { number: 1, body: 'A note.' } },
    },
  });
  return id;
};

const onASource = ({ debate: { slug, sourceId } }: World) => ({ slug, sourceId });

const newestNumber = async ({ debate: { sourceId } }: Pick<World, 'debate'>): Promise<number> => {
  const { _max } = await database().prisma.sourceVersion.aggregate({
    where: { sourceId },
    _max: { number: true },
  });
  return _max.number ?? 0;
};

/** A citation whose words a new version of its text has no more. */
const aWaitingAnchor = async ({ world: { debate }, roomId }: Stage): Promise<string> => {
  const { prisma } = database();
  const number = (await newestNumber({ debate })) + 1;
  const { id: sourceVersionId } = await prisma.sourceVersion.create({
    data: { sourceId: debate.sourceId, debateId: debate.id, number, text: `Nothing of it. ${number}` },
  });
  const quote = { exact: 'Mines', prefix: '', suffix: ' kill' };
  const home = { debateId: debate.id, roomId };
  const citation = await prisma.citation.create({
    data: {
      ...home,
      ...quote,
      claimId: await aClaim(debate, { roomId }),
      sourceVersionId: debate.sourceVersionId,
      start: 0,
      end: 5,
      position: 0,
    },
  });
  const { id } = await prisma.anchorResolution.create({
    data: {
      ...home,
      sourceVersionId,
      fromVersionId: debate.sourceVersionId,
      citationId: citation.id,
      status: 'orphan',
      confidence: 0,
      oldStart: 0,
      oldEnd: 5,
      oldExact: quote.exact,
      oldPrefix: quote.prefix,
      oldSuffix: quote.suffix,
    },
  });
  return id;
};

const ownedBy = ({ world, place, roomId }: Stage) => ({ roomId, authorId: world.authorIn[place] });

const aMap = () => ({
  format: 'standpoint/map@1',
  title: 'Night trains',
  language: 'en',
  sides: [
    { key: 'for', name: 'For', speaks: 'for' },
    { key: 'against', name: 'Against', speaks: 'against' },
  ],
  sources: [],
  claims: [
    { id: 'm', text: 'Night trains should return.', isMotion: true, side: null, citations: [] },
    { id: 'a', text: 'They spare a night.', isMotion: false, side: 'for', citations: [] },
  ],
  relations: [{ id: 'r', from: 'a', to: 'm', kind: 'supports' }],
});

/** An edit of one's own: a claim that waits. */
const anEdit = async (stage: Stage): Promise<string> => {
  const { world, place, roomId } = stage;
  const authorId = world.authorIn[place];
  const claimId = await aClaim(world.debate, { roomId, authorId, status: 'suggested' });
  const userId = personIn(world, stage.asker ?? 'author');
  const { id } = await database().prisma.mapEdit.create({
    data: {
      debateId: world.debate.id,
      roomId,
      userId,
      kind: 'claim_added',
      subjectId: claimId,
      changes: [
        {
          type: 'claim',
          id: claimId,
          before: null,
          after: { status: 'suggested', reason: null, revision: 1, sideId: world.debate.sideIds[0] },
        },
      ],
    },
  });
  return id;
};

const personIn = ({ people }: World, role: Role): string => {
  const actor = people[role];
  if (actor.kind !== 'person') throw new Error(`${role} has no account`);
  return actor.userId;
};

/** A file of one note on the first words of the debate's text. */
const aFileOfNotes = async ({ world: { debate } }: Stage) => {
  // Notes are brought into the newest text; another request may have given one without these words.
  const { id: sourceVersionId } = await database().prisma.sourceVersion.create({
    data: {
      sourceId: debate.sourceId,
      debateId: debate.id,
      number: (await newestNumber({ debate })) + 1,
      text: debate.text,
    },
  });
  return {
    text: JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${uuidv7()}`,
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'A thought.' },
      target: {
        source: 'https://texts.example/mines',
        selector: { type: 'TextQuoteSelector', exact: 'Mines', prefix: '', suffix: ' ' },
      },
    }),
    sourceVersionId,
    visibility: 'room',
  };
};

/** A line of the author's that waits for review. */
const aWaitingRelation = async (stage: Stage, toClaimId = stage.world.debate.motionId): Promise<string> => {
  const from = await aClaim(stage.world.debate, { roomId: stage.roomId });
  return aRelation(stage.world.debate, from, toClaimId, { ...ownedBy(stage), status: 'suggested' });
};

/** For each contract, a request that is right in every way but for who sends it. */
export const requests: Record<keyof typeof contracts, (stage: Stage) => Promise<Ask>> = {
  health: async () => ({}),
  openapi: async () => ({}),
  debates: async () => ({}),
  debate: async ({ world }) => ({ params: { slug: world.debate.slug } }),
  sources: async ({ world }) => ({ params: { slug: world.debate.slug } }),
  addSource: async ({ world }) => ({
    params: { slug: world.debate.slug },
    body: { title: 'A report', text: 'Mines are cheap. Clearing them is not.' },
  }),
  sourceHistory: async ({ world }) => ({ params: onASource(world) }),
  sourceVersion: async ({ world }) => ({ params: { ...onASource(world), number: '1' } }),
  previewVersion: async ({ world }) => ({
    params: onASource(world),
    body: { baseNumber: await newestNumber(world), text: 'Other words altogether.' },
  }),
  addVersion: async ({ world }) => ({
    params: onASource(world),
    body: { baseNumber: await newestNumber(world), text: `${world.debate.text} And ${uuidv7()}.` },
  }),
  anchors: async ({ world }) => ({ params: { slug: world.debate.slug } }),
  decideAnchor: async (stage) => ({
    params: { slug: stage.world.debate.slug, resolutionId: await aWaitingAnchor(stage) },
    body: { decision: 'lost' },
  }),
  exportDebate: async ({ world }) => ({ params: { slug: world.debate.slug }, query: '?format=json' }),
  createDebate: async () => ({
    body: {
      title: 'Open shops',
      question: 'Should shops open on Sundays?',
      language: 'en',
      template: 'blank',
      motions: [{ text: 'Shops should open on Sundays.' }],
      sides: { a: { name: 'For' }, b: { name: 'Against' } },
    },
  }),
  setDebateAccess: async ({ world, place }) => ({
    params: { slug: world.debate.slug },
    body: { access: place === 'private' ? 'private' : 'public' },
  }),
  copyDebate: async ({ world }) => ({
    params: { slug: world.debate.slug },
    body: { title: 'A copy', keep: 'editors' },
  }),
  readFile: async () => ({ body: { fileName: 'map.json', text: JSON.stringify(aMap()) } }),
  readDocument: async () => ({ body: { text: '# Bells\n\nThey ring.', format: 'markdown' } }),
  previewImport: async () => ({ body: { map: aMap() } }),
  importDebate: async () => ({ body: { map: aMap() } }),
  importConversation: async () => ({
    body: {
      votes: 'participant,0,1\n0,1,-1\n1,,0\n',
      comments: 'comment-id,comment-body,moderated\n0,They spare a night.,1\n1,They are dear.,-1\n',
      words: {
        title: 'Night trains',
        question: 'Should night trains return?',
        motion: 'Night trains should return.',
        language: 'en',
        sides: { a: 'For', b: 'Against' },
      },
    },
  }),
  importMap: async ({ roomId }) => ({ params: { roomId }, body: { map: aMap() } }),
  addMotion: async ({ roomId }) => ({ params: { roomId }, body: { text: 'Mines should be marked.' } }),
  tour: async ({ world }) => ({ params: { slug: world.debate.slug } }),
  writeTour: async ({ world }) => {
    const { tourRevision } = await database().prisma.debate.findUniqueOrThrow({
      where: { id: world.debate.id },
    });
    return {
      params: { slug: world.debate.slug },
      body: {
        steps: [{ claimId: world.debate.motionId, words: 'Begin here.' }],
        revision: tourRevision,
      },
    };
  },
  mapPage: async ({ roomId }) => ({ params: { roomId } }),
  mapSkeleton: async ({ roomId }) => ({ params: { roomId } }),
  search: async ({ roomId }) => ({ params: { roomId }, query: '?q=mines' }),
  similarClaims: async ({ roomId }) => ({ params: { roomId }, query: '?text=A%20claim.' }),
  addClaim: async ({ world, roomId }) => ({
    params: { roomId },
    body: {
      text: 'A claim.',
      side: 'a',
      evidence: 'asserted',
      speaker: null,
      citations: [mines(world.debate)],
      relation: { kind: 'supports', toClaimId: world.debate.motionId },
    },
  }),
  editClaim: async (stage) => ({
    params: {
      roomId: stage.roomId,
      claimId: await aClaim(stage.world.debate, { ...ownedBy(stage), status: 'suggested' }),
    },
    body: { text: 'Other words.', evidence: 'asserted', speaker: null, changesMeaning: false, revision: 1 },
  }),
  addCitation: async (stage) => ({
    params: {
      roomId: stage.roomId,
      claimId: await aClaim(stage.world.debate, { ...ownedBy(stage), status: 'suggested' }),
    },
    body: mines(stage.world.debate),
  }),
  removeCitation: async (stage) => {
    const { debate } = stage.world;
    const claimId = await aClaim(debate, { ...ownedBy(stage), status: 'suggested' });
    const { id: citationId } = await database().prisma.citation.create({
      data: {
        debateId: debate.id,
        roomId: stage.roomId,
        claimId,
        position: 0,
        ...mines(debate),
        prefix: '',
        suffix: '',
      },
    });
    return { params: { roomId: stage.roomId, claimId, citationId } };
  },
  reviewClaim: async (stage) => ({
    params: {
      roomId: stage.roomId,
      claimId: await aClaim(stage.world.debate, { ...ownedBy(stage), status: 'suggested' }),
    },
    body: { decision: 'decline', reason: 'Said already.' },
  }),
  mergeClaim: async (stage) => ({
    params: {
      roomId: stage.roomId,
      claimId: await aClaim(stage.world.debate, { ...ownedBy(stage), status: 'suggested' }),
    },
    body: {
      intoClaimId: await aClaim(stage.world.debate, { roomId: stage.roomId }),
      revision: 1,
      intoRevision: 1,
    },
  }),
  splitClaim: async (stage) => ({
    params: {
      roomId: stage.roomId,
      claimId: await aClaim(stage.world.debate, { ...ownedBy(stage), status: 'suggested' }),
    },
    body: {
      revision: 1,
      parts: ['One thing.', 'Another thing.'].map((text) => ({
        text,
        side: 'a',
        evidence: 'asserted',
        relationIds: [],
        citationIds: [],
      })),
    },
  }),
  edits: async ({ roomId }) => ({ params: { roomId } }),
  undoEdit: async (stage) => ({ params: { roomId: stage.roomId }, body: { editId: await anEdit(stage) } }),
  claimRevisions: async (stage) => ({
    params: {
      roomId: stage.roomId,
      claimId: await aClaim(stage.world.debate, { ...ownedBy(stage), status: 'suggested' }),
    },
  }),
  addRelation: async ({ world, roomId }) => ({
    params: { roomId },
    body: {
      fromClaimId: await aClaim(world.debate, { roomId }),
      kind: 'supports',
      toClaimId: world.debate.motionId,
    },
  }),
  editRelation: async (stage) => ({
    params: { roomId: stage.roomId, relationId: await aWaitingRelation(stage) },
    body: {
      kind: 'attacks',
      toClaimId: await aClaim(stage.world.debate, { roomId: stage.roomId }),
      revision: 1,
    },
  }),
  reviewRelation: async (stage) => ({
    params: { roomId: stage.roomId, relationId: await aWaitingRelation(stage) },
    body: { decision: 'decline', reason: 'Said already.' },
  }),
  linkPremises: async (stage) => ({
    params: { roomId: stage.roomId },
    body: { relationIds: [await aWaitingRelation(stage), await aWaitingRelation(stage)] },
  }),
  unlinkPremise: async (stage) => ({
    params: { roomId: stage.roomId, relationId: await aWaitingRelation(stage) },
  }),
  castVote: async ({ world, roomId }) => ({
    params: { roomId, claimId: await aClaim(world.debate, { roomId }) },
    body: { choice: 'agree', revision: 1, seq: seq(), eventId: uuidv7() },
  }),
  rateImpact: async ({ world, roomId }) => ({
    params: {
      roomId,
      relationId: await aRelation(
        world.debate,
        await aClaim(world.debate, { roomId }),
        world.debate.motionId,
        { roomId },
      ),
    },
    body: { weight: 3, seq: seq(), eventId: uuidv7() },
  }),
  stateStance: async ({ world, roomId }) => ({
    params: { roomId, claimId: world.debate.motionId },
    body: { answer: 'placed', value: 40, confidence: 2, reason: 'Because.', seq: seq(), eventId: uuidv7() },
  }),
  annotations: async ({ world, roomId }) => ({
    params: { roomId },
    query: `?claimId=${world.debate.motionId}`,
  }),
  addAnnotation: async ({ world, roomId }) => ({
    params: { roomId },
    body: { target: { type: 'claim', claimId: world.debate.motionId }, ...quote },
  }),
  editAnnotation: async (stage) => ({
    params: { roomId: stage.roomId, annotationId: await aNote(stage) },
    body: { ...quote, revision: 1 },
  }),
  resolveAnnotation: async (stage) => {
    const claimId = await aClaim(stage.world.debate, { roomId: stage.roomId });
    return {
      params: { roomId: stage.roomId, annotationId: await aNote(stage, { claimId, mark: 'unclear' }) },
      body: { isResolved: true },
    };
  },
  removeAnnotation: async (stage) => ({ params: { roomId: stage.roomId, annotationId: await aNote(stage) } }),
  annotationRevisions: async (stage) => ({
    params: { roomId: stage.roomId, annotationId: await aNote(stage) },
  }),
  exportAnnotations: async ({ roomId }) => ({ params: { roomId }, query: '?format=jsonld' }),
  previewAnnotations: async (stage) => ({
    params: { roomId: stage.roomId },
    body: await aFileOfNotes(stage),
  }),
  importAnnotations: async (stage) => ({ params: { roomId: stage.roomId }, body: await aFileOfNotes(stage) }),
  webAnnotations: async ({ roomId }) => ({ params: { roomId } }),
  webAnnotation: async (stage) => ({
    params: {
      roomId: stage.roomId,
      // Only notes of the commons are for everyone.
      annotationId: await aNote(stage, stage.place === 'class' ? {} : { visibility: 'public' }),
    },
  }),
  markHelpful: async (stage) => ({
    params: { roomId: stage.roomId, annotationId: await aNote(stage) },
    body: { isHelpful: true },
  }),
  reportAnnotation: async (stage) => ({
    params: { roomId: stage.roomId, annotationId: await aNote(stage) },
    body: { reason: 'spam', words: 'Three times the same.' },
  }),
  moderateAnnotation: async (stage) => ({
    params: { roomId: stage.roomId, annotationId: await aNote(stage) },
    body: { status: 'hidden', reason: 'A name of a pupil.' },
  }),
  mentions: async ({ roomId }) => ({ params: { roomId } }),
  aliases: async ({ roomId }) => ({ params: { roomId }, query: '?starts=ali' }),
  noteTags: async ({ roomId }) => ({ params: { roomId } }),
  ownNotes: async ({ roomId }) => ({ params: { roomId } }),
  moderation: async ({ roomId }) => ({ params: { roomId } }),
  roomAudit: async ({ roomId }) => ({ params: { roomId } }),
  setRoomSettings: async ({ roomId }) => ({
    params: { roomId },
    body: { notesNeedApproval: false, notesBeforeOthers: 0 },
  }),
  createAccount: async () => ({
    body: { name: `New ${uuidv7().slice(-12)}`, password: 'correct horse battery' },
  }),
  setUp: async () => ({
    body: { token: 'x'.repeat(32), name: 'Not The First', password: 'correct horse battery' },
  }),
  readAccount: async () => ({}),
  keepSeats: async () => ({
    body: { name: `Kept ${uuidv7().slice(-12)}`, password: 'correct horse battery' },
  }),
  changePassword: async () => ({
    body: { currentPassword: 'not it at all', newPassword: 'correct horse battery' },
  }),
  notifications: async () => ({}),
  readNotifications: async () => ({ body: {} }),
  endSession: async () => ({ params: { sessionId: uuidv7() } }),
  ...liveRequests,
  ...boardRequests,
  ...roomRequests,
  ...pupilRequests,
  ...peopleRequests,
  ...groupRequests,
  ...opinionRequests,
  ...reportRequests,
  ...mailRequests,
};
