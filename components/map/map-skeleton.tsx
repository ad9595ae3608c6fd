import './map-canvas.css';
import './map-panel.css';

const CARD = { width: 204, height: 88 };
/** Where a map has its cards, roughly: first rings at both sides, the motion between them. */
const CARDS = [
  ...[74, 200, 326, 452, 578].map((top) => ({ left: 221, top, ...CARD })),
  { left: 473, top: 311, width: 150, height: 240 },
  ...[110, 260, 410, 560].map((top) => ({ left: 671, top, ...CARD })),
];

/** While the map is on its way: boxes at their places, no shimmer. */
export function MapSkeleton({ label }: { label: string }) {
  return (
    <div className="map-workspace" role="status">
      <p className="sr-only">{label}</p>
      <div className="map-canvas" aria-hidden="true">
        <div className="map-picture" style={{ width: 1096, height: 848 }}>
          {CARDS.map((card) => (
            <span key={`${card.left} ${card.top}`} className="map-skeleton-card" style={card} />
          ))}
        </div>
      </div>
    </div>
  );
}
