import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { passageLabel } from '../../domain/debate/passage-label';
import type { CitationView, ClaimView, SideRole } from '../../domain/debate/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { type NoteCounts, noteCounts } from '../annotation/note-counts';
import { openMarks } from '../annotation/open-marks';
import type { Transaction } from '../database/client';
import { answeringRoom } from '../room/answering-room';
import type { RoomContext } from '../room/room-context';
import { isOwnSeat } from '../room/voice-seat';
import { ownVotes, voteTallies } from '../vote/tallies';
import { toldTallies } from '../vote/told-tallies';
import { type CitationStandings, citationStandings } from './citation-standings';
import { lineagesOf, NO_LINEAGE } from './lineage-views';
import { readableContributions, visibleContributions } from './visible';

const shape = {
  current: true,
  side: { select: { position: true } },
  author: { select: { alias: true } },
  citations: {
    orderBy: { position: 'asc' },
    include: { sourceVersion: { select: { number: true, source: { select: { key: true } } } } },
  },
} as const satisfies Prisma.ClaimInclude;

export type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof shape }>;

/** Side a stands at the start, b at the end. */
export const sideRole = (position: number | undefined): SideRole =>
  position === undefined ? 'n' : position === 0 ? 'a' : 'b';

interface ClaimSelection {
  /** Only these. */
  ids?: readonly string[];
  /** A maintainer who has just turned a claim down is shown it once more; lists leave it out. */
  includesClosed?: boolean;
  /** When they are known already. */
  notes?: NoteCounts;
}

/**
 * The claims that this actor sees in this room, in the author's order, with what they may know of each: the motions are
 * left out.
 */
export async function claimViews(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  { ids, includesClosed = false, notes: known }: ClaimSelection = {},
): Promise<ClaimView[]> {
  const rows = await tx.claim.findMany({
    where: {
      debateId: room.debateId,
      isMotion: false,
      ...(includesClosed ? readableContributions(actor, room) : visibleContributions(actor, room)),
      ...(ids ? { id: { in: [...ids] } } : {}),
    },
    include: shape,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const [tallies, own, notes, passages, marks, lineages, standings] = await Promise.all([
    voteTallies(tx, answeringRoom(room), ids),
    ownVotes(tx, answeringRoom(room), ids),
    known ?? noteCounts(tx, room, ids && { claimIds: ids }),
    passagesOf(tx, rows),
    openMarks(tx, room, ids),
    lineagesOf(tx, room, ids),
    citationStandings(tx, room.debateId),
  ]);
  const told = toldTallies(actor, room);
  return rows.map((row): ClaimView => {
    const citations = row.citations.map((citation) => citationView(citation, passages, standings));
    const isOwn = isOwnSeat(room, row.authorId);
    const subject = { room, isFromHere: row.roomId === room.id, status: row.status, isOwn };
    const ownVote = own.get(row.id) ?? { choice: null, seq: 0, isStale: false };
    return {
      id: row.id,
      code: row.code,
      side: sideRole(row.side?.position),
      layer: row.layer,
      status: row.status,
      statusReason: row.reason,
      revision: row.revision,
      text: row.current.text,
      shortTitle: row.current.shortTitle,
      evidence: row.current.evidence,
      speaker: row.current.speaker,
      citations,
      hasChangedEvidence: citations.some((one) => one.isUndecided && one.standing !== 'here'),
      authorAlias: row.author?.alias ?? null,
      isOwn,
      tally: told.votes(tallies.get(row.id), ownVote),
      ownVote,
      noteCount: notes.byClaim.get(row.id) ?? 0,
      canEdit: can(actor, 'claim:edit', subject),
      canReview: can(actor, 'claim:review', subject),
      openMarks: marks.get(row.id) ?? [],
      ...(lineages.get(row.id) ?? NO_LINEAGE),
    };
  });
}

type PassageRow = { sourceVersionId: string; key: string; start: number; end: number; position: number };

const passagesOf = (tx: Transaction, rows: readonly ClaimRow[]): Promise<PassageRow[]> => {
  const versionIds = [
    ...new Set(rows.flatMap((row) => row.citations.map((citation) => citation.sourceVersionId))),
  ];
  return tx.passage.findMany({
    where: { sourceVersionId: { in: versionIds } },
    select: { sourceVersionId: true, key: true, start: true, end: true, position: true },
  });
};

function citationView(
  citation: ClaimRow['citations'][number],
  passages: readonly PassageRow[],
  standings: CitationStandings,
): CitationView {
  const { id, sourceVersionId, start, end, exact } = citation;
  const passage = passages.find(
    (one) => one.sourceVersionId === sourceVersionId && one.start <= start && start < one.end,
  );
  const passageKey = passage?.key ?? '';
  return {
    id,
    sourceKey: citation.sourceVersion.source.key,
    sourceVersionId,
    versionNumber: citation.sourceVersion.number,
    ...standings(citation),
    passageKey,
    passageLabel: passage ? passageLabel(passage.key, passage.position) : '',
    start,
    end,
    exact,
  };
}
