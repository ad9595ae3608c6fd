import 'server-only';
import { randomInt } from 'node:crypto';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import {
  claimsCsv,
  contributionsCsv,
  FILES_OF_ANSWERS,
  participantsCsv,
  pseudonyms,
  type ReportFile,
  stancesCsv,
  votesCsv,
} from '../../../domain/room/report/export';
import { pairsOf } from '../../../domain/room/report/facts';
import type { RoomReport } from '../../../domain/room/report/view';
import { isRevealed } from '../../../domain/room/visibility';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import type { Transaction } from '../../database/client';
import { longReading } from '../../database/long-reading';
import { type RoomContext, roomContext } from '../room-context';
import { stancesStated, votesCast } from './report-facts';
import { countedPeople, whoCame, writingSeats, writtenBy } from './report-people';
import { maintainedAbove, roomConversation } from './room-conversation';
import { roomReport } from './room-report';
import { writtenWords } from './written-words';

export interface ReportExport {
  files: { name: string; mediaType: 'text/csv'; text: string }[];
}

/**
 * A table behind the report. Claims with the votes that this reader may see are for everybody in the room; what people did, by
 * alias, is for who keeps it; single votes and stances, under drawn names, for who teaches, from the reveal on.
 */
export async function exportReport(
  actor: Actor,
  roomId: string,
  file: ReportFile,
  motionCode?: string,
): Promise<Result<ReportExport, Failure>> {
  const room = await roomContext(actor, roomId);
  if (room?.kind !== 'class') return err(failure('not-found'));
  const isOfAnswers = FILES_OF_ANSWERS.includes(file);
  if (file !== 'claims' && !can(actor, isOfAnswers ? 'room:configure' : 'room:maintain', room)) {
    return err(failure('not-allowed'));
  }
  if (file === 'polis') return polisFiles(actor, room);
  const report = await roomReport(actor, { roomId }, motionCode);
  if (!report.ok) return report;
  if ((isOfAnswers || file === 'claims') && report.value.results === null) return err(failure('not-now'));
  const text = await longReading((tx) => writtenFile(tx, room, report.value, file));
  return ok({ files: [{ name: `${room.slug}-${file}.csv`, mediaType: 'text/csv', text }] });
}

/** The votes of the room as a Polis server would write them: two files. */
async function polisFiles(actor: Actor, room: RoomContext): Promise<Result<ReportExport, Failure>> {
  if (!isRevealed(room)) return err(failure('not-now'));
  const above = await maintainedAbove(actor, room);
  const { votes, comments } = await longReading((tx) => roomConversation(tx, room, above));
  const file = (name: string, text: string) => ({
    name: `${room.slug}-${name}.csv`,
    mediaType: 'text/csv' as const,
    text,
  });
  return ok({ files: [file('participants-votes', votes), file('comments', comments)] });
}

async function writtenFile(
  tx: Transaction,
  room: RoomContext,
  report: RoomReport,
  file: Exclude<ReportFile, 'polis'>,
): Promise<string> {
  if (file === 'participants') return participantsCsv(report.people ?? []);
  const claims = report.results?.claims ?? [];
  if (file === 'claims') return claimsCsv(claims);
  // Votes that came from elsewhere are in the files that can hold so many.
  const people = whoCame(await countedPeople(tx, room));
  const ids = people.map(({ id }) => id);
  const codes = new Map(claims.map(({ claimId, code }) => [claimId, code]));
  const names = () =>
    pseudonyms(
      ids,
      ids.map(() => randomInt(2 ** 47)),
    );
  switch (file) {
    case 'votes':
      return votesCsv(await votesCast(tx, room, ids, [...codes.keys()]), codes, names());
    case 'stances': {
      const stances = report.motion ? await stancesStated(tx, room, report.motion.id, ids) : [];
      return stancesCsv(pairsOf({ people: ids, stances }), codes, names());
    }
    case 'contributions': {
      const alias = new Map(people.map((person) => [person.id, person.alias]));
      const pieces = await writtenWords(tx, await writtenBy(tx, await writingSeats(tx, room, ids)));
      return contributionsCsv(pieces.map((piece) => ({ ...piece, alias: alias.get(piece.person) ?? '' })));
    }
  }
}
