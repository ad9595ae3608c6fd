const RADIUS = 29;
const LENGTH = 2 * Math.PI * RADIUS;

/** How far people are: one ring each, the fullest first, so that no place is anybody's. Smaller the more they are. */
export function ProgressRings({ rings, label }: { rings: readonly number[]; label: string }) {
  const size = rings.length <= 30 ? 72 : rings.length <= 64 ? 52 : rings.length <= 130 ? 36 : 22;
  return (
    <div role="img" aria-label={label} className="presenter-rings">
      {rings.map((share, index) => (
        <svg
          // biome-ignore lint/suspicious/noArrayIndexKey: a ring is its place
          key={index}
          aria-hidden="true"
          viewBox="0 0 72 72"
          style={{ inlineSize: `calc(${size} * var(--u))`, blockSize: `calc(${size} * var(--u))` }}
        >
          {share >= 1 ? (
            <>
              <circle cx="36" cy="36" r="33" fill="var(--color-ink)" />
              <path
                d="M24 37l9 9 17-19"
                fill="none"
                stroke="var(--color-on-ink)"
                strokeWidth="5"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </>
          ) : (
            <>
              <circle cx="36" cy="36" r={RADIUS} fill="none" stroke="var(--color-hairline)" strokeWidth="8" />
              <circle
                cx="36"
                cy="36"
                r={RADIUS}
                fill="none"
                stroke="var(--color-ink)"
                strokeWidth="8"
                strokeDasharray={`${share * LENGTH} ${LENGTH}`}
                transform="rotate(-90 36 36)"
              />
            </>
          )}
        </svg>
      ))}
    </div>
  );
}
