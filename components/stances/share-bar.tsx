/** How many of those who voted gave an answer: agree is full, disagree is open; of the others it is pale. Px of height: 8. */
export function ShareBar({
  choice,
  share,
  isPale = false,
}: {
  choice: 'agree' | 'disagree';
  /** 0 to 1. */
  share: number;
  isPale?: boolean;
}) {
  const width = Math.round(1000 * share) / 10;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-2 w-full min-w-0 overflow-visible"
    >
      <rect width="100" height="8" fill="var(--group-tint)" />
      {width > 0 ? (
        <rect
          width={width}
          height="8"
          vectorEffect="non-scaling-stroke"
          opacity={isPale ? 0.55 : 1}
          {...(choice === 'agree'
            ? { fill: 'var(--color-vote-agree)' }
            : { fill: 'var(--color-raised)', stroke: 'var(--color-vote-disagree-edge)', strokeWidth: 1.5 })}
        />
      ) : null}
    </svg>
  );
}
