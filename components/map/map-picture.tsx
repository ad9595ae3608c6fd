import { withSelection } from '@/components/debate/view-address';
import { debateStrengths } from '@/components/strength/debate-strengths';
import { linkedClaims } from '@/lib/domain/debate/linked-claims';
import { outlineOf } from '@/lib/domain/debate/outline';
import type { DebateView } from '@/lib/domain/debate/view';
import type { PlacedClaim } from '@/lib/domain/layout/types';
import { cardFlag } from './card-flags';
import { ClaimCard } from './claim-card';
import { fittedViewport, openingViewport } from './fitted-viewport';
import { largeLayout } from './large-layout';
import { mapClaims } from './map-claims';
import { DEFAULT_CANVAS, fittedLayout } from './map-layout-input';
import { lineTone, relationsAt } from './map-tones';
import { MotionCard } from './motion-card';
import { lineRank, RelationLine } from './relation-line';

interface MapPictureProps {
  debate: DebateView;
  showsBeyond: boolean;
  selectedId: string | null;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The map as plain HTML, for the first picture and for readers without JavaScript: same cards, same lines, each card a
 * link to the map with that claim selected. The canvas takes its place when it is ready.
 */
export function MapPicture({ debate, showsBeyond, selectedId }: MapPictureProps) {
  const drawn = mapClaims(debate, showsBeyond);
  const linked = linkedClaims(drawn);
  const flags = new Map(drawn.claims.map((claim) => [claim.id, cardFlag(claim, undefined)]));
  const strengths = debateStrengths(debate);
  const isLarge = debate.part !== null;
  const options = {
    canvas: DEFAULT_CANVAS,
    folded: NONE,
    unfolded: NONE,
    anchorId: selectedId,
    measured: new Map(),
    flagged: new Set([...flags].flatMap(([id, flag]) => (flag === null ? [] : [id]))),
  };
  const layout = isLarge
    ? largeLayout(debate, drawn, outlineOf(debate, { isBeyondOn: true }), options)
    : fittedLayout(debate, drawn, options);
  const { zoom, y } = isLarge
    ? openingViewport(layout, DEFAULT_CANVAS, selectedId)
    : { ...fittedViewport(layout, DEFAULT_CANVAS), y: 0 };
  const strong = relationsAt(selectedId, drawn.relations);
  const lines = layout.lines
    .map((line) => ({ line, tone: lineTone(line, strong, null) }))
    .sort((a, b) => lineRank(a.line, a.tone) - lineRank(b.line, b.tone));
  const href = (claim: string) => withSelection('', { claim, isBeyondOn: showsBeyond });
  const card = (placed: PlacedClaim) => {
    const claim = drawn.claimById.get(placed.id);
    return claim ? (
      <ClaimCard
        claim={claim}
        ring={placed.ring === 1 ? 'inner' : 'outer'}
        wing={placed.wing === 'end' ? 'end' : 'start'}
        flag={flags.get(claim.id) ?? null}
        language={debate.language}
        base={strengths.byId.get(claim.id)?.base ?? null}
        strength={strengths.byId.get(claim.id)?.strength ?? null}
        linked={linked.get(claim.id)?.join(', ') ?? ''}
        isSelected={claim.id === selectedId}
        hiddenCount={placed.hiddenCount}
        hasChildren={placed.hasChildren}
      />
    ) : (
      <MotionCard debate={debate} isSelected={placed.id === selectedId} />
    );
  };
  return (
    <div
      className="map-picture"
      style={{
        width: layout.widthPx,
        height: layout.heightPx,
        marginLeft: -layout.widthPx / 2,
        transform: `scale(${zoom})`,
        ...(isLarge && { top: y }),
      }}
    >
      <svg
        className="map-picture-lines"
        width={layout.widthPx}
        height={layout.heightPx}
        aria-hidden="true"
        focusable="false"
      >
        {lines.map(({ line, tone }) => (
          <RelationLine
            key={line.id}
            line={line}
            tone={tone}
            side={drawn.claimById.get(line.fromClaimId)?.side ?? 'n'}
          />
        ))}
      </svg>
      <ol>
        {layout.claims
          .filter(({ more }) => !more)
          .map((placed) => (
            <li key={placed.id}>
              <a
                className="map-picture-card"
                href={href(drawn.claimById.get(placed.id)?.code ?? debate.motion.code)}
                style={{ left: placed.x, top: placed.y, width: placed.widthPx }}
              >
                {card(placed)}
              </a>
            </li>
          ))}
      </ol>
    </div>
  );
}
