import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  aClaim,
  aClass,
  aDebate,
  aParticipant,
  aPerson,
  aRelation,
  aSeat,
  type TestDebate,
} from '../testing/a-debate';
import { testDatabase } from './testing';

/** What the database itself refuses, whoever asks: each rule of the migrations, broken once, as the owner of the tables. */

const { prisma, pool, ownerUrl } = testDatabase();

const aGroup = async ({ id: debateId, roomId }: TestDebate, toClaimId: string): Promise<string> =>
  (await prisma.premiseGroup.create({ data: { debateId, roomId, kind: 'supports', toClaimId } })).id;

const anEdit = async ({ id: debateId, roomId }: TestDebate, userId: string): Promise<string> =>
  (
    await prisma.mapEdit.create({
      data: { debateId, roomId, userId, kind: 'claim_edited', subjectId: roomId, changes: [] },
    })
  ).id;

/** Names in braces stand for the ids of what every row of the table can lean on. */
let ids: Record<string, string>;
let debate: TestDebate;

beforeAll(async () => {
  debate = await aDebate();
  const other = await aDebate();
  const classId = await aClass(debate);
  const person = await aPerson();
  const claim = await aClaim(debate);
  const classClaim = await aClaim(debate, { roomId: classId });
  const relation = await aRelation(debate, claim, debate.motionId);
  const source = await prisma.source.findFirstOrThrow({ where: { debateId: debate.id } });
  const newVersion = await prisma.sourceVersion.create({
    data: { sourceId: source.id, debateId: debate.id, number: 2, text: 'Mines last.' },
  });
  const note = async (visibility: 'private' | 'teachers' | 'room') =>
    (
      await prisma.annotation.create({
        data: { debateId: debate.id, roomId: debate.roomId, kind: 'comment', visibility, claimId: claim },
      })
    ).id;
  const participant = await aSeat(person, debate.roomId);
  await prisma.vote.create({
    data: {
      roomId: debate.roomId,
      claimId: claim,
      claimRevision: 1,
      participantId: participant,
      choice: 'agree',
      seq: 1n,
    },
  });
  await prisma.voteEvent.create({
    data: {
      roomId: debate.roomId,
      claimId: claim,
      claimRevision: 1,
      participantId: participant,
      choice: 'agree',
      seq: 1n,
      eventId: classId,
    },
  });
  await prisma.impactEvent.create({
    data: {
      roomId: debate.roomId,
      relationId: relation,
      participantId: participant,
      weight: 1,
      seq: 1n,
      eventId: classId,
    },
  });
  await prisma.event.create({
    data: { roomId: debate.roomId, ordinal: 1n, type: 'claim-added', subjectId: claim },
  });
  await prisma.auditEntry.create({ data: { userId: person.userId, action: 'claim-edit' } });
  await prisma.stance.create({
    data: {
      roomId: debate.roomId,
      motionId: debate.motionId,
      participantId: participant,
      round: 1,
      answer: 'unsure',
      seq: 1n,
      eventId: classId,
    },
  });
  const inClass = await prisma.participant.findFirstOrThrow({
    where: { userId: (await aParticipant(classId)).userId },
  });
  ids = {
    debate: debate.id,
    room: debate.roomId,
    class: classId,
    motion: debate.motionId,
    claim,
    classClaim,
    relation,
    group: await aGroup(debate, debate.motionId),
    edit: await anEdit(debate, person.userId),
    classRelation: await aRelation(debate, classClaim, claim, { roomId: classId }),
    version: debate.sourceVersionId,
    open: await note('room'),
    teachers: await note('teachers'),
    private: await note('private'),
    newVersion: newVersion.id,
    user: person.userId,
    participant,
    pupil: inClass.id,
    side: debate.sideIds[0],
    sideB: debate.sideIds[1],
    otherDebate: other.id,
    otherRoom: other.roomId,
    otherClaim: await aClaim(other),
    otherSide: other.sideIds[0],
    otherVersion: other.sourceVersionId,
    passage: (await prisma.passage.findFirstOrThrow({ where: { sourceVersionId: debate.sourceVersionId } }))
      .id,
    source: source.id,
  };
});

const uuid = 'gen_random_uuid()';
const insert = (table: string, row: Record<string, string>): string =>
  `INSERT INTO "${table}" (${Object.keys(row)
    .map((key) => `"${key}"`)
    .join(', ')}) VALUES (${Object.values(row).join(', ')})`;

const user = (more: object) => insert('User', { id: uuid, name: "'Ana'", nameKey: uuid, ...more });
const room = (more: object) =>
  insert('Room', {
    id: uuid,
    debateId: '{debate}',
    parentId: '{room}',
    kind: "'class'",
    name: "'Class'",
    key: "'k3f9x2ab7c'",
    path: "'{}'",
    ...more,
  });
const seat = (more: object) =>
  insert('Participant', { id: uuid, roomId: '{class}', alias: "'Heron'", aliasKey: "'heron'", ...more });
const voice = (more: object) => seat({ actsForId: '{pupil}', sideId: '{side}', ...more });
const feedback = (more: object) =>
  insert('Feedback', {
    id: uuid,
    roomId: '{class}',
    participantId: '{pupil}',
    words: "'Well read.'",
    ...more,
  });
const notification = insert('Notification', {
  id: uuid,
  userId: '{user}',
  roomId: '{class}',
  kind: "'nudge'",
  subjectId: '{class}',
});
const claim = (more: object) =>
  insert('Claim', {
    id: '{claim}',
    debateId: '{debate}',
    roomId: '{room}',
    code: "'Z9'",
    status: "'published'",
    position: '1',
    ...more,
  });
const revision = (more: object) =>
  insert('ClaimRevision', {
    claimId: '{claim}',
    number: '2',
    text: "'Words.'",
    evidence: "'asserted'",
    ...more,
  });
const relation = (more: object) =>
  insert('Relation', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    fromClaimId: '{motion}',
    kind: "'supports'",
    toClaimId: '{claim}',
    status: "'published'",
    position: '1',
    ...more,
  });
const group = (more: object) =>
  insert('PremiseGroup', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    kind: "'supports'",
    toClaimId: '{motion}',
    ...more,
  });
const mapEdit = (more: object) =>
  insert('MapEdit', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    userId: '{user}',
    kind: "'claim_edited'",
    subjectId: '{claim}',
    changes: "'[]'",
    ...more,
  });
const lineage = (more: object) =>
  insert('ClaimLineage', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    fromClaimId: '{claim}',
    toClaimId: '{motion}',
    how: "'merged'",
    ...more,
  });
const tourStep = (more: object) =>
  insert('TourStep', {
    id: uuid,
    debateId: '{debate}',
    claimId: '{claim}',
    words: "'Look here.'",
    position: '0',
    ...more,
  });
const undercut = (more: object) =>
  relation({ kind: "'undercuts'", toClaimId: 'NULL', toRelationId: '{relation}', ...more });
const citation = (more: object) =>
  insert('Citation', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    claimId: '{claim}',
    sourceVersionId: '{version}',
    start: '0',
    end: '5',
    exact: "'Mines'",
    prefix: "''",
    suffix: "''",
    position: '0',
    ...more,
  });
const note = (more: object) =>
  insert('Annotation', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    kind: "'comment'",
    visibility: "'room'",
    claimId: '{claim}',
    ...more,
  });
const anchor = {
  sourceVersionId: '{version}',
  start: '0',
  end: '5',
  exact: "'Mines'",
  prefix: "''",
  suffix: "''",
};
const vote = (more: object) =>
  insert('Vote', {
    roomId: '{room}',
    claimId: '{claim}',
    claimRevision: '1',
    participantId: '{participant}',
    choice: "'agree'",
    seq: '1',
    ...more,
  });
const impact = (more: object) =>
  insert('Impact', {
    roomId: '{room}',
    relationId: '{relation}',
    participantId: '{participant}',
    weight: '1',
    seq: '1',
    ...more,
  });
const stance = (more: object) =>
  insert('Stance', {
    id: uuid,
    roomId: '{room}',
    motionId: '{motion}',
    participantId: '{participant}',
    round: '2',
    answer: "'placed'",
    value: '0',
    seq: '1',
    eventId: uuid,
    ...more,
  });
const resolution = (more: object) =>
  insert('AnchorResolution', {
    id: uuid,
    debateId: '{debate}',
    roomId: '{room}',
    fromVersionId: '{version}',
    sourceVersionId: '{newVersion}',
    annotationId: '{open}',
    status: "'same'",
    start: '0',
    end: '5',
    confidence: '1',
    oldStart: '0',
    oldEnd: '5',
    oldExact: "'Mines'",
    oldPrefix: "''",
    oldSuffix: "''",
    ...more,
  });
const report = (more: object) =>
  insert('AnnotationReport', {
    id: uuid,
    annotationId: '{open}',
    participantId: '{participant}',
    roomId: '{room}',
    reason: "'spam'",
    ...more,
  });
const reply = { claimId: 'NULL', parentId: '{open}', rootId: '{open}' };
const session = (more: object) =>
  insert('Session', {
    id: uuid,
    userId: '{user}',
    rightsVersion: '1',
    idleSeconds: '60',
    expiresAt: "now() + interval '1 day'",
    ...more,
  });

const text = (length: number) => `repeat('x', ${length})`;

/** The rule, by the name that the refusal carries (or its words), and a statement that breaks it alone. */
const refused: [rule: string, statement: string][] = [
  ['User_name_length', user({ name: "'A'" })],
  ['User_name_length', user({ name: text(41) })],
  ['User_email_both_or_neither', user({ email: "'a@b.cd'" })],
  ['User_rightsVersion_positive', user({ rightsVersion: '0' })],
  ['Session_expires_after_start', session({ expiresAt: "now() - interval '1 day'" })],
  ['Session_userId_fkey', session({ userId: uuid })],

  ['Debate_slug_shape', `UPDATE "Debate" SET "slug" = 'Not A Slug' WHERE "id" = {debate}`],
  ['Debate_slug_shape', `UPDATE "Debate" SET "slug" = 'ends-' WHERE "id" = {debate}`],
  ['Debate_title_length', `UPDATE "Debate" SET "title" = '' WHERE "id" = {debate}`],
  ['Debate_nextCode_positive', `UPDATE "Debate" SET "nextCode" = 0 WHERE "id" = {debate}`],
  [
    'Side_position_is_start_or_end',
    insert('Side', {
      id: uuid,
      debateId: '{debate}',
      key: "'third'",
      name: "'Third'",
      speaks: "'for'",
      position: '2',
    }),
  ],
  [
    'Side_debateId_position_key',
    insert('Side', {
      id: uuid,
      debateId: '{debate}',
      key: "'third'",
      name: "'Third'",
      speaks: "'for'",
      position: '1',
    }),
  ],

  ['Source_url_of_the_web', `UPDATE "Source" SET "url" = 'javascript:alert(1)' WHERE "id" = {source}`],
  [
    'SourceVersion_text_length',
    insert('SourceVersion', {
      id: uuid,
      sourceId: '{source}',
      debateId: '{debate}',
      number: '2',
      text: "''",
    }),
  ],
  [
    'SourceVersion_text_length',
    insert('SourceVersion', {
      id: uuid,
      sourceId: '{source}',
      debateId: '{debate}',
      number: '2',
      text: text(1_000_001),
    }),
  ],
  [
    'SourceVersion_number_positive',
    insert('SourceVersion', {
      id: uuid,
      sourceId: '{source}',
      debateId: '{debate}',
      number: '0',
      text: "'x'",
    }),
  ],
  [
    'SourceVersion_sourceId_debateId_fkey',
    insert('SourceVersion', {
      id: uuid,
      sourceId: '{source}',
      debateId: '{otherDebate}',
      number: '3',
      text: "'x'",
    }),
  ],
  ['SourceVersion_note_length', `UPDATE "SourceVersion" SET "note" = ${text(501)}`],
  [
    'SourceVersion_from_content_has_no_author',
    'UPDATE "SourceVersion" SET "fromContent" = true, "authorId" = {participant}',
  ],
  [
    'Passage_range',
    insert('Passage', {
      id: uuid,
      sourceVersionId: '{version}',
      key: "'p2'",
      start: '5',
      end: '5',
      position: '2',
    }),
  ],
  [
    'Sentence_range',
    insert('Sentence', {
      id: uuid,
      sourceVersionId: '{version}',
      passageId: '{passage}',
      key: "'p1.s9'",
      start: '-1',
      end: '5',
      position: '9',
    }),
  ],
  [
    'Sentence_passageId_sourceVersionId_fkey',
    insert('Sentence', {
      id: uuid,
      sourceVersionId: '{otherVersion}',
      passageId: '{passage}',
      key: "'p1.s9'",
      start: '0',
      end: '5',
      position: '9',
    }),
  ],

  ['Room_commons_is_the_root', room({ parentId: 'NULL' })],
  ['Room_commons_is_the_root', room({ kind: "'commons'", key: 'NULL' })],
  ['Room_one_commons_per_debate', room({ kind: "'commons'", parentId: 'NULL', key: 'NULL' })],
  ['Room_name_length', room({ name: "''" })],
  ['Room_round', room({ round: '3' })],
  ['Room_parentId_debateId_fkey', room({ parentId: '{otherRoom}' })],
  ['Room_key_below_the_commons', room({ key: 'NULL' })],
  ['Room_key_below_the_commons', `UPDATE "Room" SET "key" = 'k3f9x2ab7c' WHERE "id" = {room}`],
  ['Room_key_shape', room({ key: "'K3F9X2'" })],
  ['Room_key_shape', room({ key: "'k3f9x'" })],
  ['Room_key_key', `${room({})}; ${room({})}`],
  ['Room_join_code_shape', room({ joinCode: "'ABCD123'" })],
  ['Room_join_code_shape', room({ joinCode: "'abcd1234'" })],
  ['Room_conclusion_length', room({ conclusion: text(5001) })],
  ['Room_step_not_negative', room({ step: '-1' })],
  ['Room_clock_runs_or_stands', room({ stageEndsAt: 'now()', stageLeftMs: '1' })],
  ['a room keeps its place', `UPDATE "Room" SET "parentId" = {class} WHERE "id" = {class}`],
  ['a room keeps its place', `UPDATE "Room" SET "debateId" = {otherDebate} WHERE "id" = {class}`],
  [
    'Participant_alias_length',
    insert('Participant', { id: uuid, roomId: '{class}', alias: "''", aliasKey: "'x'" }),
  ],
  [
    'Participant_editor_has_no_account',
    insert('Participant', {
      id: uuid,
      roomId: '{class}',
      userId: '{user}',
      alias: "'Editor'",
      aliasKey: "'editor'",
      isEditor: 'true',
    }),
  ],
  ['Participant_imported_is_nobody', seat({ isImported: 'true', userId: '{user}' })],
  ['Participant_imported_is_nobody', seat({ isImported: 'true', seatCodeHash: "'x'" })],
  ['Participant_imported_is_nobody', seat({ isImported: 'true', name: "'Ann'" })],
  ['Participant_imported_is_nobody', seat({ isImported: 'true', role: "'teacher'" })],
  ['Participant_name_length', seat({ name: "''" })],
  ['Participant_name_length', seat({ name: text(81) })],
  ['Participant_voice', voice({ sideId: 'NULL' })],
  ['Participant_voice', voice({ userId: '{user}' })],
  ['Participant_voice', voice({ role: "'teacher'" })],
  ['Participant_voice', voice({ seatCodeHash: "'x'" })],
  ['Participant_voice', `UPDATE "Participant" SET "actsForId" = "id", "sideId" = {side}, "userId" = NULL`],
  ['Participant_actsForId_roomId_fkey', voice({ actsForId: '{participant}' })],
  ['Participant_actsForId_sideId_key', `${voice({})}; ${voice({ alias: "'Owl'", aliasKey: "'owl'" })}`],
  ['Feedback_about_one', feedback({ claimId: '{claim}', annotationId: '{open}' })],
  ['Feedback_words_length', feedback({ words: text(5001) })],
  ['Feedback_grade_length', feedback({ grade: "''" })],
  ['Feedback_grade_length', feedback({ grade: text(21) })],
  ['Feedback_one_about_each', `${feedback({})}; ${feedback({})}`],
  ['Feedback_participantId_roomId_fkey', feedback({ participantId: '{participant}' })],
  ['Notification_unread_once', `${notification}; ${notification}`],
  [
    'Participant_roomId_userId_key',
    insert('Participant', {
      id: uuid,
      roomId: '{room}',
      userId: '{user}',
      alias: "'Two'",
      aliasKey: "'two'",
    }),
  ],

  ['Claim_code_shape', claim({ id: uuid, code: "'9'" })],
  ['Claim_debateId_code_key', claim({ id: uuid, code: "'M'" })],
  ['Claim_motion_takes_no_side', claim({ id: uuid, isMotion: 'true', sideId: '{side}' })],
  ['Claim_reason_length', claim({ id: uuid, reason: text(501) })],
  ['Claim_id_revision_fkey', claim({ id: uuid })],
  ['Claim_roomId_debateId_fkey', claim({ id: uuid, roomId: '{otherRoom}' })],
  ['Claim_sideId_debateId_fkey', claim({ id: uuid, sideId: '{otherSide}' })],
  ['Claim_id_revision_fkey', `UPDATE "Claim" SET "revision" = 9 WHERE "id" = {claim}`],
  ['ClaimRevision_number_positive', revision({ number: '0' })],
  ['ClaimRevision_text_length', revision({ text: "'   '" })],
  ['ClaimRevision_text_length', revision({ text: text(281) })],
  ['ClaimRevision_shortTitle_length', revision({ shortTitle: text(49) })],
  ['ClaimRevision_speaker_length', revision({ speaker: text(161) })],

  ['Relation_one_target', relation({ toRelationId: '{relation}' })],
  ['Relation_one_target', relation({ toClaimId: 'NULL' })],
  ['Relation_undercuts_meet_relations', relation({ kind: "'undercuts'" })],
  ['Relation_undercuts_meet_relations', relation({ toClaimId: 'NULL', toRelationId: '{relation}' })],
  ['Relation_not_to_itself', relation({ fromClaimId: '{claim}' })],
  [
    'Relation_not_to_itself',
    `UPDATE "Relation" SET "kind" = 'undercuts', "toClaimId" = NULL, "toRelationId" = "id" WHERE "id" = {relation}`,
  ],
  [
    'Relation_not_repeated_on_claim',
    relation({ fromClaimId: '{claim}', toClaimId: '{motion}', kind: "'attacks'" }),
  ],
  [
    'Relation_not_repeated_on_relation',
    `${[1, 2].map(() => relation({ kind: "'undercuts'", toClaimId: 'NULL', toRelationId: '{relation}' })).join('; ')}`,
  ],
  ['Relation_toClaimId_debateId_fkey', relation({ toClaimId: '{otherClaim}' })],
  ['the claim is not visible', relation({ fromClaimId: '{classClaim}' })],
  ['the target is not visible', relation({ toClaimId: '{classClaim}' })],
  [
    'the target is not visible',
    relation({ kind: "'undercuts'", toClaimId: 'NULL', toRelationId: '{classRelation}' }),
  ],
  ['Relation_reason_length', relation({ reason: text(501), status: "'archived'" })],
  ['Relation_aim_is_a_revision', relation({ aim: '2' })],
  ['Relation_aim_is_a_revision', relation({ aim: '0', revision: '0' })],
  ['Relation_closing_is_of_closed', relation({ closing: "'alone'" })],
  // Linked premises say the same kind of thing about the same claim in the same room.
  ['Relation_group_of_reasons', undercut({ groupId: '{group}' })],
  ['Relation_groupId_kind_toClaimId_roomId_fkey', relation({ groupId: '{group}' })],
  [
    'Relation_groupId_kind_toClaimId_roomId_fkey',
    `UPDATE "Relation" SET "groupId" = {group}, "kind" = 'attacks' WHERE "id" = {relation}`,
  ],
  [
    'Relation_groupId_kind_toClaimId_roomId_fkey',
    relation({ roomId: '{class}', fromClaimId: '{claim}', toClaimId: '{motion}', groupId: '{group}' }),
  ],
  [
    'Relation_groupId_kind_toClaimId_roomId_fkey',
    `UPDATE "Relation" SET "groupId" = {group} WHERE "id" = {relation}; UPDATE "PremiseGroup" SET "toClaimId" = {claim} WHERE "id" = {group}`,
  ],
  ['PremiseGroup_of_reasons', group({ kind: "'undercuts'" })],
  ['PremiseGroup_toClaimId_debateId_fkey', group({ toClaimId: '{otherClaim}' })],
  [
    'Relation_undercut_ends',
    `INSERT INTO "Relation" ("id", "debateId", "roomId", "fromClaimId", "kind", "toRelationId", "status", "position")
     SELECT gen_random_uuid(), {debate}, {room}, {motion}, 'undercuts', {relation}, 'published', 1;
     UPDATE "Relation" r SET "kind" = 'undercuts', "toClaimId" = NULL, "toRelationId" = u."id"
     FROM "Relation" u WHERE r."id" = {relation} AND u."toRelationId" = {relation}`,
  ],
  ['MapEdit_changes_are_a_list', mapEdit({ changes: `'{"a":1}'` })],
  ['MapEdit_undone_names_what', mapEdit({ kind: "'undone'" })],
  ['MapEdit_undone_names_what', mapEdit({ undoesId: '{edit}' })],
  ['MapEdit_not_of_itself', mapEdit({ id: '{claim}', undoesId: '{claim}', kind: "'undone'" })],
  ['MapEdit_undoesId_key', [1, 2].map(() => mapEdit({ undoesId: '{edit}', kind: "'undone'" })).join('; ')],
  ['MapEdit is append-only', `UPDATE "MapEdit" SET "changes" = '[1]'`],
  ['ClaimRevision_same_meaning_since', revision({ meaning: '3' })],
  ['ClaimRevision_restores_an_earlier_one', revision({ restores: '2' })],

  ['Relation_scheme_of_reasons', undercut({ scheme: "'rule'" })],
  ['Relation_question_of_undercuts', relation({ questionKey: "'rule.exception'" })],
  ['Relation_question_of_undercuts', undercut({ questionKey: "'Anything else'" })],
  ['TourStep_words_length', tourStep({ words: "'  '" })],
  ['TourStep_words_length', tourStep({ words: text(601) })],
  ['TourStep_position', tourStep({ position: '50' })],
  ['TourStep_claimId_debateId_fkey', tourStep({ claimId: '{otherClaim}' })],
  ['Debate_tourRevision', `UPDATE "Debate" SET "tourRevision" = -1 WHERE "id" = {debate}`],
  ['ClaimLineage_not_itself', lineage({ toClaimId: '{claim}' })],
  ['ClaimLineage_merged_once', `${lineage({})}; ${lineage({ toClaimId: '{classClaim}' })}`],
  ['ClaimLineage_told_once', `${lineage({ how: "'split'" })}; ${lineage({ how: "'split'" })}`],
  ['ClaimLineage_toClaimId_debateId_fkey', lineage({ toClaimId: '{otherClaim}' })],
  ['Vote_carried_from_another', `UPDATE "Vote" SET "carriedFromId" = "claimId"`],
  ['Debate_question_length', `UPDATE "Debate" SET "question" = '' WHERE "id" = {debate}`],
  ['Debate_summary_length', `UPDATE "Debate" SET "summary" = ${text(2001)} WHERE "id" = {debate}`],
  ['Side_name_length', `UPDATE "Side" SET "name" = ${text(61)} WHERE "id" = {side}`],

  ['Citation_range', citation({ start: '5', end: '5' })],
  ['Citation_quote', citation({ exact: "''" })],
  ['Citation_quote', citation({ prefix: text(65) })],
  ['Citation_sourceVersionId_debateId_fkey', citation({ sourceVersionId: '{otherVersion}' })],
  ['the claim is not visible', citation({ claimId: '{classClaim}' })],

  ['Annotation_one_target', note({ ...anchor })],
  ['Annotation_one_target', note({ claimId: 'NULL' })],
  ['Annotation_one_target', note({ ...reply, claimId: '{claim}' })],
  ['Annotation_one_target', note({ sourceId: '{source}' })],
  ['Annotation_anchor_is_whole', note({ claimId: 'NULL', ...anchor, end: 'NULL' })],
  ['Annotation_anchor_is_whole', note({ start: '0' })],
  ['Annotation_range', note({ claimId: 'NULL', ...anchor, start: '5' })],
  [
    'Annotation_not_its_own_parent',
    `UPDATE "Annotation" SET "claimId" = NULL, "parentId" = "id", "rootId" = {private} WHERE "id" = {open}`,
  ],
  ['Annotation_revision_positive', note({ revision: '0' })],
  ['Annotation_parentId_roomId_fkey', note({ ...reply, roomId: '{class}' })],
  ['the claim is not visible', note({ claimId: '{classClaim}' })],
  ['the relation is not visible', note({ claimId: 'NULL', relationId: '{classRelation}' })],
  ['Annotation_mark_is_open_and_on_a_claim', note({ mark: "'unclear'", visibility: "'private'" })],
  ['Annotation_mark_is_open_and_on_a_claim', note({ mark: "'unclear'", claimId: 'NULL', ...anchor })],
  ['Annotation_resolved_is_a_mark', note({ resolvedAt: 'now()' })],
  ['Annotation_resolver_resolved', note({ mark: "'unclear'", resolvedById: '{participant}' })],
  ['Annotation_reply_has_a_thread', note({ ...reply, rootId: 'NULL' })],
  ['Annotation_reply_has_a_thread', note({ rootId: '{open}' })],
  ['Annotation_group_when_for_a_group', note({ groupId: '{room}' })],
  ['Annotation_group_when_for_a_group', note({ visibility: "'group'" })],
  ['Annotation_mark_is_open_and_on_a_claim', note({ mark: "'unclear'", visibility: "'teachers'" })],
  ['Annotation_hidden_with_a_reason', note({ status: "'hidden'" })],
  ['Annotation_hidden_with_a_reason', note({ status: "'hidden'", statusReason: "'  '" })],
  ['Annotation_hidden_with_a_reason', note({ statusReason: "'rude'" })],
  ['Annotation_tags', note({ tags: "array_fill('x'::text, ARRAY[9])" })],
  ['Annotation_tags', note({ tags: `ARRAY[${text(321)}]` })],
  ['Room_notes_before_others', 'UPDATE "Room" SET "notesBeforeOthers" = 51'],
  ['Room_notes_before_others', 'UPDATE "Room" SET "notesBeforeOthers" = -1'],
  ['AnnotationReport_words_length', report({ words: text(501) })],
  ['AnnotationReport_participantId_roomId_fkey', report({ participantId: '{pupil}' })],
  ['AnnotationReport_annotationId_participantId_key', `${report({})}; ${report({})}`],
  ['a public note is one of the commons', note({ roomId: '{class}', visibility: "'public'" })],
  ['a group is the room or below it', note({ roomId: '{class}', visibility: "'group'", groupId: '{room}' })],
  ['a reply is no more open than', note({ ...reply, parentId: '{private}', visibility: "'teachers'" })],
  ['a reply is no more open than', note({ ...reply, parentId: '{teachers}' })],
  [
    'a note is as open as the replies to it',
    `${note(reply)}; SET CONSTRAINTS ALL IMMEDIATE; UPDATE "Annotation" SET "visibility" = 'private' WHERE "id" = {open}`,
  ],
  [
    'AnnotationRevision_body_length',
    insert('AnnotationRevision', { annotationId: '{open}', number: '1', body: "'  '" }),
  ],
  [
    'AnnotationRevision_body_length',
    insert('AnnotationRevision', { annotationId: '{open}', number: '1', body: text(5001) }),
  ],
  [
    'AnnotationRevision_number_positive',
    insert('AnnotationRevision', { annotationId: '{open}', number: '0', body: "'x'" }),
  ],
  ['AnchorResolution_one_subject', resolution({ annotationId: 'NULL' })],
  ['AnchorResolution_orphan_has_no_place', resolution({ status: "'orphan'" })],
  ['AnchorResolution_orphan_has_no_place', resolution({ start: 'NULL', end: 'NULL' })],
  ['AnchorResolution_range', resolution({ start: '5' })],
  ['AnchorResolution_confidence', resolution({ confidence: '1.1' })],
  ['AnchorResolution_old_range', resolution({ oldStart: '5' })],
  ['AnchorResolution_other_version', resolution({ fromVersionId: '{newVersion}' })],
  ['AnchorResolution_fromVersionId_debateId_fkey', resolution({ fromVersionId: '{otherVersion}' })],
  ['AnchorResolution_decided_when', resolution({ decision: "'lost'" })],

  ['Vote_pkey', vote({ seq: '2' })],
  ['Vote_seq_positive', vote({ seq: '0', participantId: '{participant}', claimId: '{motion}' })],
  ['Vote_claimId_claimRevision_fkey', vote({ claimId: '{motion}', claimRevision: '9' })],
  ['Vote_participantId_roomId_fkey', vote({ participantId: '{pupil}' })],
  ['the claim is not visible', vote({ claimId: '{classClaim}' })],
  [
    'VoteEvent_participantId_eventId_key',
    insert('VoteEvent', {
      roomId: '{room}',
      claimId: '{claim}',
      claimRevision: '1',
      participantId: '{participant}',
      seq: '2',
      eventId: '{class}',
    }),
  ],
  ['Impact_weight', impact({ weight: '5' })],
  ['Impact_weight', impact({ weight: '-1' })],
  ['Impact_seq_positive', impact({ seq: '0' })],
  ['the relation is not visible', impact({ relationId: '{classRelation}' })],
  [
    'ImpactEvent_weight',
    insert('ImpactEvent', {
      roomId: '{room}',
      relationId: '{relation}',
      participantId: '{participant}',
      weight: '5',
      seq: '1',
      eventId: uuid,
    }),
  ],
  ['Stance_value', stance({ value: '101' })],
  ['Stance_value_when_placed', stance({ value: 'NULL' })],
  ['Stance_value_when_placed', stance({ answer: "'unsure'" })],
  ['Stance_confidence', stance({ confidence: '5' })],
  ['Stance_round', stance({ round: '3' })],
  ['Stance_reason_length', stance({ reason: text(1001) })],
  ['Stance_seq_positive', stance({ seq: '0' })],
  ['Stance_one_current', stance({ round: '1' })],
  ['Stance_participantId_eventId_key', stance({ eventId: '{class}' })],
  ['a stance is taken on a motion', stance({ motionId: '{claim}' })],
  ['the motion is not visible', stance({ motionId: '{otherMotion}' })],

  ['VoteEvent is append-only', 'UPDATE "VoteEvent" SET "seq" = 2'],
  ['ImpactEvent is append-only', 'UPDATE "ImpactEvent" SET "seq" = 2'],
  ['Event is append-only', `UPDATE "Event" SET "type" = 'x'`],
  ['AuditEntry is append-only', `UPDATE "AuditEntry" SET "action" = 'x'`],
  ['AuditEntry is append-only', 'DELETE FROM "AuditEntry"'],
  ['AuditEntry is append-only', `UPDATE "AuditEntry" SET "userId" = NULL, "action" = 'x'`],
];

/** Runs in a transaction that is rolled back; deferred rules are asked before its end. */
async function refusalOf(url: string, statement: string): Promise<string | null> {
  const filled = statement.replace(/\{(\w+)\}/g, (_, name: string) => `'${ids[name] ?? name}'::uuid`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(filled);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return null;
  } catch (error) {
    return error instanceof pg.DatabaseError ? `${error.constraint ?? ''} ${error.message}` : String(error);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  }
}

describe('the database refuses', () => {
  beforeAll(async () => {
    const motion = await prisma.claim.findFirstOrThrow({
      where: { debateId: ids.otherDebate ?? '', isMotion: true },
    });
    ids.otherMotion = motion.id;
  });
  test.each(refused.map(([rule, statement], index) => [rule, index + 1, statement] as const))(
    '%s (%i)',
    async (rule, _, statement) => {
      expect(await refusalOf(ownerUrl, statement)).toContain(rule);
    },
  );

  test('each check, trigger and partial index that the migrations make', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT conname AS "name" FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
       UNION SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE i.indisunique AND i.indpred IS NOT NULL AND c.relnamespace = 'public'::regnamespace`,
    );
    const tried = refused.map(([rule]) => rule);
    expect(rows.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([]);
    const triggers = await pool.query<{ name: string }>(
      `SELECT tgname AS "name" FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
    );
    expect(triggers.rows.map(({ name }) => name)).toEqual([
      'Annotation_in_sight',
      'AuditEntry_append_only',
      'AuditEntry_not_deleted',
      'Citation_in_sight',
      'ClaimRevision_likeness',
      'ClaimRevision_meaning',
      'Event_append_only',
      'Event_tell',
      'ImpactEvent_append_only',
      'ImpactEvent_tell',
      'Impact_in_sight',
      'MapEdit_append_only',
      'Participant_counted_when_changed',
      'Participant_counted_when_taken',
      'Participant_private_notes_leave',
      'Relation_in_sight',
      'Relation_undercut_ends',
      'Room_path',
      'Stance_on_a_motion',
      'Stance_tell',
      'VoteEvent_append_only',
      'VoteEvent_tell',
      'Vote_in_sight',
    ]);
  });
});

describe('the database lets pass', () => {
  test.each([
    [
      'a class’s relation to a claim of the commons',
      relation({ roomId: '{class}', fromClaimId: '{classClaim}', toClaimId: '{motion}' }),
    ],
    ['a class’s vote on a claim of the commons', vote({ roomId: '{class}', participantId: '{pupil}' })],
    [
      'a relation like one that was declined',
      `UPDATE "Relation" SET "status" = 'declined' WHERE "id" = {relation}; ${relation({ fromClaimId: '{claim}', toClaimId: '{motion}' })}`,
    ],
    [
      'linked premises moving to another claim together',
      `UPDATE "Relation" SET "groupId" = {group} WHERE "id" = {relation}; UPDATE "PremiseGroup" SET "kind" = 'attacks' WHERE "id" = {group}; UPDATE "Relation" SET "kind" = 'attacks' WHERE "id" = {relation}`,
    ],
    ['an audit entry losing its person', 'UPDATE "AuditEntry" SET "userId" = NULL'],
    ['a person leaving, with all that is theirs alone', 'DELETE FROM "User" WHERE "id" = {user}'],
    [
      'a seat for each of two sides',
      `${voice({})}; ${voice({ sideId: '{sideB}', alias: "'Owl'", aliasKey: "'owl'" })}`,
    ],
    [
      'the same notification once the first was read',
      `${notification}; UPDATE "Notification" SET "readAt" = now(); ${notification}`,
    ],
    ['a debate leaving, with all that is in it', 'DELETE FROM "Debate" WHERE "id" = {debate}'],
  ])('%s', async (_, statement) => {
    expect(await refusalOf(ownerUrl, statement)).toBeNull();
  });

  test('a room finds its path itself, whatever it is told', async () => {
    const breakout = await prisma.room.create({
      data: {
        debateId: debate.id,
        parentId: ids.class ?? '',
        kind: 'breakout',
        name: 'Group 1',
        key: 'group1',
        path: [debate.id],
      },
    });
    expect(breakout.path).toEqual([debate.roomId, ids.class, breakout.id]);
    const renamed = await prisma.room.update({
      where: { id: breakout.id },
      data: { name: 'Group 2', path: [] },
    });
    expect(renamed.path).toEqual(breakout.path);
  });
});

test.each([
  'CREATE TABLE "New" ("id" int)',
  'DROP TABLE "Vote"',
  'ALTER TABLE "Vote" DROP CONSTRAINT "Vote_seq_positive"',
  'ALTER TABLE "Vote" DISABLE TRIGGER ALL',
  'TRUNCATE "AuditEntry"',
  'CREATE SCHEMA other',
  'CREATE FUNCTION "evil"() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  'DROP FUNCTION "append_only"() CASCADE',
  'SET session_replication_role = replica',
  'CREATE ROLE evil',
  'COPY "User" TO PROGRAM \'cat\'',
  'SET ROLE standpoint_owner',
])('the application’s role may not: %s', async (statement) => {
  const appUrl = process.env.DATABASE_URL ?? '';
  expect(await refusalOf(appUrl, statement)).toMatch(
    /permission denied|must be owner|only roles with|cannot/,
  );
});
