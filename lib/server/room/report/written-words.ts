import 'server-only';
import type { ContributionKind } from '../../../domain/room/report/facts';
import type { WrittenContribution } from '../../../domain/room/report/written';
import type { Transaction } from '../../database/client';
import type { WrittenPiece } from './report-people';

/** What these pieces say, oldest first, with where they were written. */
export async function writtenWords(
  tx: Transaction,
  pieces: readonly WrittenPiece[],
): Promise<(WrittenContribution & { person: string })[]> {
  const of = (isWanted: (kind: ContributionKind) => boolean) =>
    pieces.filter(({ kind }) => isWanted(kind)).map(({ id }) => id);
  const rooms = await tx.room.findMany({
    where: { id: { in: [...new Set(pieces.map(({ roomId }) => roomId))] } },
    select: { id: true, name: true, kind: true },
  });
  const claims = await tx.claim.findMany({
    where: { id: { in: of((kind) => kind === 'claim') } },
    select: {
      id: true,
      code: true,
      status: true,
      createdAt: true,
      current: { select: { text: true } },
    },
  });
  const notes = await tx.annotation.findMany({
    where: { id: { in: of((kind) => kind !== 'claim') } },
    select: {
      id: true,
      createdAt: true,
      exact: true,
      claim: { select: { code: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  });
  const words = new Map<
    string,
    { words: string; claim: string; quote: string; at: Date; isWaiting: boolean }
  >();
  for (const { id, code, status, createdAt, current } of claims) {
    words.set(id, {
      words: current.text,
      claim: code,
      quote: '',
      at: createdAt,
      isWaiting: status === 'suggested',
    });
  }
  for (const { id, createdAt, exact, claim, revisions } of notes) {
    const body = revisions[0]?.body ?? '';
    words.set(id, {
      words: body,
      claim: claim?.code ?? '',
      quote: exact ?? '',
      at: createdAt,
      isWaiting: false,
    });
  }
  const names = new Map(rooms.map(({ id, name, kind }) => [id, { name, isGroup: kind === 'breakout' }]));
  return pieces
    .flatMap(({ id, kind, person, roomId, isVoice }) => {
      const said = words.get(id);
      const room = names.get(roomId);
      if (!said || !room) return [];
      const { at, ...rest } = said;
      return [
        {
          id,
          kind,
          person,
          isVoice,
          room: room.name,
          isInGroup: room.isGroup,
          at: at.toISOString(),
          ...rest,
        },
      ];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
