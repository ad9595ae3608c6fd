import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { PresenterView, RevealView } from '../../domain/room/presenter';
import { ringsOf } from '../../domain/room/progress';
import type { RoomReport } from '../../domain/room/report/view';
import { forSideOf } from '../../domain/stance/axis';
import type { Actor } from '../../policy/actor';
import { answeringRoom } from './answering-room';
import { joinCodeOf } from './people/join-code';
import { keptClass, progressIn } from './progress';
import { roomReport } from './report/room-report';
import type { RoomContext } from './room-context';
import { frameOf } from './room-frame';

/** What the projector of a class or a group shows now, for those who keep it. Before the reveal there is no result in it. */
export async function presenterView(actor: Actor, roomId: string): Promise<Result<PresenterView, Failure>> {
  const found = await keptClass(actor, roomId);
  if (!found.ok) return found;
  const room = found.value;
  const [frame, progress, code, report] = await Promise.all([
    frameOf(actor, room),
    progressIn(room),
    joinCodeOf(actor, room.id),
    roomReport(actor, { roomId: answeringRoom(room).id }),
  ]);
  if (!frame) return err(failure('not-found'));
  if (!report.ok) return report;
  const { motion, sides, results } = report.value;
  const name = (role: 'a' | 'b') => sides.find((side) => side.role === role)?.name ?? '';
  return ok({
    frame,
    motion: motion && { code: motion.code, text: motion.text },
    sides: { a: name('a'), b: name('b') },
    forSide: forSideOf(sides),
    join: frame.settings.hasOpenDoors && frame.closedAt === null ? code : null,
    asked: progress.asked,
    turnout: progress.turnout,
    rings: ringsFor(room, progress),
    spotlight: progress.spotlight,
    reveal: results && revealOf(results),
  });
}

/** Of stances only their number is told: so many full rings, wherever they stand. */
function ringsFor(room: RoomContext, progress: Awaited<ReturnType<typeof progressIn>>): number[] {
  const { people, asked, turnout } = progress;
  const isStance = room.stage === 'first_stance' || room.stage === 'second_stance';
  if (!isStance) return Object.keys(asked).length === 0 ? [] : ringsOf(people, asked);
  const stated = room.round === 1 ? turnout.firstStances : turnout.secondStances;
  return Array.from({ length: turnout.people }, (_, index) => (index < stated ? 1 : 0));
}

function revealOf(results: NonNullable<RoomReport['results']>): RevealView {
  const { stances, commonGround, mostContested, rounds, claims } = results;
  const ranks = [
    ...(stances.movedBy.for.ranks ?? []),
    ...(stances.movedBy.against.ranks ?? []),
    ...commonGround,
    ...mostContested,
  ];
  const named = new Set(ranks.flatMap(({ items }) => items.map(({ claimId }) => claimId)));
  return {
    shift: stances.shift,
    dots: stances.dots,
    movedBy: stances.movedBy,
    shared: commonGround,
    divided: mostContested,
    rounds,
    claims: Object.fromEntries(
      claims.flatMap(({ claimId, code, side, text }) =>
        named.has(claimId) ? [[claimId, { code, side, text }]] : [],
      ),
    ),
  };
}
