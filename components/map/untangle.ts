import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { MapLayout, PlacedLine, Point } from '@/lib/domain/layout/types';

/** After this long the worker is ended: a picture that comes later is of no use. */
export const UNTANGLE_DEADLINE_MS = 5000;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'LEFT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '60',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
};
const HEAD = 6;

/** Pictures by what is in them, so that going there and back is quick. */
const known = new Map<string, MapLayout>();
const MOST_KEPT = 4;

const keyOf = (hash: string, layout: MapLayout): string =>
  `${hash} ${layout.claims.map(({ id, heightPx }) => `${id} ${heightPx}`).join()} ${layout.lines.map(({ id }) => id).join()}`;

/**
 * The same cards and lines laid out in layers so that few lines cross, the motion at the start. It is the work of another
 * engine in a worker of its own, which is ended when it takes too long.
 * @returns null when it did not come in time
 */
export async function untangled(
  hash: string,
  layout: MapLayout,
  deadlineMs = UNTANGLE_DEADLINE_MS,
): Promise<MapLayout | null> {
  const key = keyOf(hash, layout);
  const before = known.get(key);
  if (before) return before;
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  const elk = new Elk({
    workerFactory: () => new Worker(new URL('./untangle-worker.ts', import.meta.url), { type: 'module' }),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), deadlineMs);
  });
  try {
    const made = await Promise.race([elk.layout(graphOf(layout), { layoutOptions: OPTIONS }), late]);
    if (made === null) return null;
    const placed = placedBy(made, layout);
    const [oldest] = known.keys();
    if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, placed);
    return placed;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    elk.terminateWorker();
  }
}

/** An undercut leads to the claim whose line it meets: layers know no ends on lines. */
function targetOf(line: PlacedLine, layout: MapLayout): string | null {
  if (line.toClaimId !== undefined) return line.toClaimId;
  return layout.lines.find(({ id }) => id === line.toRelationId)?.fromClaimId ?? null;
}

function graphOf(layout: MapLayout): ElkNode {
  return {
    id: 'map',
    children: layout.claims.map(({ id, widthPx, heightPx }) => ({ id, width: widthPx, height: heightPx })),
    edges: [
      ...layout.lines.flatMap((line): ElkExtendedEdge[] => {
        const target = targetOf(line, layout);
        return target === null || target === line.fromClaimId
          ? []
          : [{ id: line.id, sources: [line.fromClaimId], targets: [target] }];
      }),
      ...layout.claims
        .filter(({ more, parentId }) => more && parentId !== null)
        .map(
          ({ id, parentId }): ElkExtendedEdge => ({
            id: `of ${id}`,
            sources: [id],
            targets: [parentId ?? ''],
          }),
        ),
    ],
  };
}

function placedBy(made: ElkNode, layout: MapLayout): MapLayout {
  const boxes = new Map((made.children ?? []).map((node) => [node.id, node]));
  const ways = new Map((made.edges ?? []).map((edge) => [edge.id, edge.sections?.[0]]));
  return {
    claims: layout.claims.map((claim) => {
      const { x = 0, y = 0 } = boxes.get(claim.id) ?? {};
      return {
        ...claim,
        x,
        y: y + TOP,
        column: claim.wing === 'middle' ? 'm' : `r${Math.round(x)}`,
        wing: claim.wing === 'middle' ? 'middle' : 'end',
      };
    }),
    lines: layout.lines.flatMap((line): PlacedLine[] => {
      const way = ways.get(line.id);
      if (!way) return [];
      const points: Point[] = [way.startPoint, ...(way.bendPoints ?? []), way.endPoint].map(({ x, y }) => ({
        x,
        y: y + TOP,
      }));
      const [start, end, before] = [points[0], points.at(-1), points.at(-2)] as [Point, Point, Point];
      const angleDeg = Math.round((Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI);
      const back = line.kind === 'supports' ? HEAD : 0;
      const length = Math.max(1, Math.hypot(end.x - before.x, end.y - before.y));
      const short = {
        x: end.x - ((end.x - before.x) * back) / length,
        y: end.y - ((end.y - before.y) * back) / length,
      };
      const { offset: _moved, ...rest } = line;
      return [
        {
          ...rest,
          path: `M${[...points.slice(0, -1), short].map(({ x, y }) => `${x} ${y}`).join('L')}`,
          start,
          end: { ...end, angleDeg },
          points,
        },
      ];
    }),
    widthPx: made.width ?? layout.widthPx,
    heightPx: (made.height ?? layout.heightPx) + TOP,
  };
}

/** The side heads lie over the top of the canvas. */
const TOP = 54;
