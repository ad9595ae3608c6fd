import type { VoteChoice } from '@/lib/domain/debate/view';

const LOOKS = {
  agree: { fill: 'var(--color-vote-agree)' },
  pass: { fill: 'none', stroke: 'var(--color-muted)', strokeWidth: 1.5, strokeDasharray: '2 2' },
  disagree: { fill: 'none', stroke: 'var(--color-vote-disagree-edge)', strokeWidth: 1.75 },
} as const satisfies Record<VoteChoice, object>;

/** What the dots of votes mean, in this language's words for the three answers. */
export function VoteKey({ words }: { words: Record<VoteChoice, string> }) {
  return (
    <span className="flex flex-wrap gap-x-4 text-caption text-muted">
      {(['agree', 'pass', 'disagree'] as const).map((choice) => (
        <span key={choice} className="inline-flex items-center gap-1.5">
          <svg width="14" height="14" aria-hidden="true" data-part="">
            <circle cx="7" cy="7" r="5" {...LOOKS[choice]} />
          </svg>
          {words[choice]}
        </span>
      ))}
    </span>
  );
}
