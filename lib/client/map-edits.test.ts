import { beforeEach, expect, test } from 'vitest';
import { claimOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import type { EditView } from '@/lib/domain/edit/view';
import type { SendOutcome } from './contribution-types';
import { type LastEdit, MapEdits } from './map-edits';

const edit = (id: string, more: Partial<EditView> = {}): EditView => ({
  id,
  kind: 'relation_edited',
  subjectId: 'r1',
  code: 'D1',
  at: '2026-01-01T10:00:00.000Z',
  isUndone: false,
  decided: null,
  isNext: true,
  ...more,
});

let sent: unknown[][];
let answer: SendOutcome<unknown>;
let own: EditView[];
let told: (LastEdit | null)[];
let learned: string[];

const edits = () =>
  new MapEdits({
    send: async <T>(...request: unknown[]) => {
      sent.push(request);
      return answer as SendOutcome<T>;
    },
    read: async <T>() => ({ ok: true, value: { edits: own } as T }),
    learn: (claims, relations) =>
      learned.push(...claims.map(({ id }) => id), ...relations.map(({ id }) => id)),
    tell: (lastEdit) => told.push(lastEdit),
  });

const rest = () => new Promise((resolve) => setImmediate(resolve));
const refused = (code: 'out-of-date' | 'changed-since', current: unknown): SendOutcome<unknown> => ({
  status: 'failed',
  code,
  message: 'Why not.',
  field: null,
  current,
});

beforeEach(() => {
  sent = [];
  told = [];
  learned = [];
  own = [edit('e2'), edit('e1', { isNext: false })];
  answer = { status: 'sent', value: { relation: relationOf('D1', 'supports', 'M') } };
});

test('what waits for a maintainer is not said to be on the map', async () => {
  await edits().noteChange({ claim: { ...claimOf('C8'), status: 'suggested' } });
  expect(told).toMatchObject([null, { step: 'made', isWaiting: true }]);
  await edits().noteChange({ claim: claimOf('C8') });
  expect(told.at(-1)).toMatchObject({ step: 'made', isWaiting: false });
});

test('a change is learned, and the line names it', async () => {
  await edits().addRelation({ fromClaimId: 'D1', kind: 'supports', toClaimId: 'M' });
  await rest();
  expect(sent).toEqual([['POST', '/relations', { fromClaimId: 'D1', kind: 'supports', toClaimId: 'M' }]]);
  expect(learned).toEqual(['D1>M']);
  expect(told).toMatchObject([null, { step: 'made', edit: { id: 'e2' }, next: { id: 'e2' } }]);
});

test('an undo pressed right after a change takes back that change, not the one before', async () => {
  const made = edits();
  await made.noteChange();
  own = [edit('e3'), edit('e2', { isNext: false })];
  await made.addRelation({ fromClaimId: 'D1', kind: 'supports', toClaimId: 'M' });
  answer = { status: 'sent', value: { edits: [], claims: [], relations: [] } };
  await made.undo();
  expect(sent.at(-1)).toEqual(['POST', '/edits/undo', { editId: 'e3' }]);
});

test('a refused change teaches what it met, and nothing is said to be undoable', async () => {
  answer = refused('out-of-date', { claim: claimOf('D1'), merged: claimOf('D2') });
  await edits().mergeClaim(claimOf('D2'), { intoClaimId: 'D1', revision: 1, intoRevision: 1 });
  await rest();
  expect(learned).toEqual(['D1', 'D2']);
  expect(told).toEqual([]);
});

test('an undo names the edit on the line, and then offers the one before', async () => {
  const made = edits();
  await made.noteChange();
  answer = {
    status: 'sent',
    value: {
      edits: [edit('e2', { isUndone: true, isNext: false }), edit('e1')],
      claims: [claimOf('D1')],
      relations: [],
    },
  };
  await made.undo();
  expect(sent).toEqual([['POST', '/edits/undo', { editId: 'e2' }]]);
  expect(learned).toEqual(['D1']);
  expect(told.at(-1)).toMatchObject({ step: 'undone', edit: { id: 'e2' }, next: { id: 'e1' } });
});

test('two presses at once undo one edit', async () => {
  const made = edits();
  await made.noteChange();
  answer = { status: 'sent', value: { edits: [], claims: [], relations: [] } };
  await Promise.all([made.undo(), made.undo()]);
  expect(sent).toHaveLength(1);
});

test('without a line the last edit is shown first, and only the next press takes it back', async () => {
  const made = edits();
  expect(await made.undo()).toBeNull();
  expect(sent).toEqual([]);
  expect(told).toMatchObject([{ step: 'offered', next: { id: 'e2' } }]);
  answer = { status: 'sent', value: { edits: [], claims: [], relations: [] } };
  await made.undo();
  expect(sent).toHaveLength(1);
});

test('with nothing to take back the line says so', async () => {
  own = [];
  expect(await edits().undo()).toBeNull();
  expect(told).toMatchObject([{ step: 'offered', edit: null, next: null }]);
});

test('a refusal keeps its words, and an edit made elsewhere becomes the next', async () => {
  const made = edits();
  await made.noteChange();
  answer = refused('changed-since', { since: [] });
  await made.undo();
  expect(told.at(-1)).toMatchObject({ step: 'refused', message: 'Why not.', next: { id: 'e2' } });
  answer = refused('out-of-date', { edit: edit('e3') });
  await made.undo();
  expect(told.at(-1)).toMatchObject({ step: 'refused', edit: { id: 'e2' }, next: { id: 'e3' } });
});

test('what one person did is not offered to the next', async () => {
  const made = edits();
  await made.noteChange();
  made.forget();
  await made.undo();
  expect(sent).toEqual([]);
});
