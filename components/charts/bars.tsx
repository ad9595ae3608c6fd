import type { VoteTally } from '@/lib/domain/debate/view';
import { px } from '@/lib/domain/stance/axis';
import { votesOf } from '@/lib/domain/stance/opinion/claim-readings';

/** From here on votes are bars of 100 %: dots would be too small to count. */
const MOST_DOTS = 40;
const WIDTH = 300;
const HEIGHT = 20;
/** For the number beyond the last dot. */
const MARGIN = 26;
/** For a share in per cent beyond the end of a bar. */
const SHARE_MARGIN = 44;
const DOT_PITCH = 6;
const WIDE_DOT_PITCH = 9;
/** Closer together, dots would be smaller than 5 px. */
const LEAST_DOT_PITCH = 6;

/** How votes are drawn: so many px for each, as dots or as bars of them, or as shares of all. */
export type VoteScale = { as: 'dots' | 'bars'; pitch: number } | { as: 'shares' };

/** The one scale of bars that are read against each other: with a length for each vote while each has at most forty, in dots where they are large enough. */
export function voteScale(tallies: readonly VoteTally[], width: number = WIDTH): VoteScale {
  if (tallies.some((tally) => votesOf(tally) > MOST_DOTS)) return { as: 'shares' };
  const longest = Math.max(
    1,
    ...tallies.map(({ agree, pass, disagree }) => Math.max(agree, disagree) + pass / 2),
  );
  const pitch = Math.min(WIDE_DOT_PITCH, (width / 2 - MARGIN) / longest);
  return { as: pitch < LEAST_DOT_PITCH ? 'bars' : 'dots', pitch };
}

interface VoteBarsProps {
  tally: VoteTally;
  /** One sentence with all three counts, read aloud. */
  label: string;
  /** Px. */
  width?: number;
  /** Of all bars beside it; its own unless given. */
  scale?: VoteScale;
  /** What stands beyond the two ends; the counts unless given. */
  ends?: Record<'agree' | 'disagree', string | number>;
}

/**
 * Votes on one claim: agree to the start, pass on the middle line, disagree to the end. One dot is one vote up to forty, and
 * shares of all votes beyond.
 */
export function VoteBars({ tally, label, width = WIDTH, scale, ends = tally }: VoteBarsProps) {
  const { agree, pass, disagree } = tally;
  const votes = votesOf(tally);
  const middle = width / 2;
  const own: VoteScale = voteScale([tally], width);
  const drawn: VoteScale =
    scale ?? (own.as === 'shares' ? own : { as: 'dots', pitch: Math.min(DOT_PITCH, own.pitch) });
  const unit =
    drawn.as !== 'shares' ? drawn.pitch : (middle - (scale ? SHARE_MARGIN : MARGIN)) / Math.max(1, votes);
  const half = (pass * unit) / 2;
  const gap = pass > 0 ? 0 : 1.5;
  const start = middle - half - gap - agree * unit;
  const end = middle + half + gap + disagree * unit;
  const parts = { tally, unit, half, gap, middle };
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={label}
      className="block h-auto max-w-full flex-none"
      fontSize="12"
    >
      <path d={`M${middle} 0V3M${middle} ${HEIGHT}V${HEIGHT - 3}`} stroke="var(--color-control)" />
      {drawn.as === 'dots' ? <Dots {...parts} /> : <Shares {...parts} />}
      <text
        x={px(start - 6)}
        y="14"
        textAnchor="end"
        fontWeight={agree >= disagree ? 600 : 400}
        fill={agree >= disagree ? 'var(--color-ink)' : 'var(--color-muted)'}
      >
        {ends.agree}
      </text>
      <text
        x={px(end + 6)}
        y="14"
        fontWeight={disagree > agree ? 600 : 400}
        fill={disagree > agree ? 'var(--color-ink)' : 'var(--color-muted)'}
      >
        {ends.disagree}
      </text>
    </svg>
  );
}

interface Parts {
  tally: VoteTally;
  unit: number;
  half: number;
  gap: number;
  middle: number;
}

const each = (count: number) => Array.from({ length: count }, (_, index) => index + 0.5);

function Dots({ tally, unit, half, gap, middle }: Parts) {
  const radius = px(unit > DOT_PITCH ? unit * 0.41 : Math.min(2.6, unit * 0.42));
  const y = HEIGHT / 2;
  return (
    <>
      {each(tally.pass).map((place) => (
        <circle
          key={place}
          cx={px(middle - half + place * unit)}
          cy={y}
          r={radius}
          fill="none"
          stroke="var(--color-muted)"
          strokeDasharray="1.3 1.5"
        />
      ))}
      {each(tally.agree).map((place) => (
        <circle
          key={place}
          cx={px(middle - half - gap - place * unit)}
          cy={y}
          r={radius}
          fill="var(--color-vote-agree)"
        />
      ))}
      {each(tally.disagree).map((place) => (
        <circle
          key={place}
          cx={px(middle + half + gap + place * unit)}
          cy={y}
          r={px(radius - 0.3)}
          fill="var(--color-raised)"
          stroke="var(--color-vote-disagree-edge)"
          strokeWidth="1.2"
        />
      ))}
    </>
  );
}

function Shares({ tally, unit, half, gap, middle }: Parts) {
  const { agree, pass, disagree } = tally;
  return (
    <>
      <rect
        x={px(middle - half - gap - agree * unit)}
        y="6"
        width={px(agree * unit)}
        height="8"
        fill="var(--color-vote-agree)"
      />
      {pass > 0 ? (
        <path
          d={`M${px(middle - half)} 10h${px(2 * half)}`}
          stroke="var(--color-muted)"
          strokeWidth="2"
          strokeDasharray="1.5 2"
        />
      ) : null}
      {disagree > 0 ? (
        <rect
          x={px(middle + half + gap + 0.5)}
          y="6.5"
          width={px(Math.max(1, disagree * unit - 1))}
          height="7"
          fill="var(--color-vote-disagree)"
          stroke="var(--color-vote-disagree-edge)"
        />
      ) : null}
    </>
  );
}
