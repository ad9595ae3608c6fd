import type { ReactNode } from 'react';

/** What became of words, for the eye and aloud: added ones underlined, removed ones crossed out. */
export function ChangedWords({
  parts,
  say,
  draw = (text) => text,
  drawSame = draw,
}: {
  parts: readonly { type: 'same' | 'added' | 'removed'; text: string }[];
  /** What is said before a change, and where it ends. */
  say: (word: 'added' | 'removed' | 'end') => string;
  draw?: (text: string) => ReactNode;
  drawSame?: (text: string) => ReactNode;
}) {
  return parts.map(({ type, text }, index) => {
    const key = `${index} ${type}`;
    if (type === 'same') return <span key={key}>{drawSame(text)}</span>;
    const Mark = type === 'added' ? 'ins' : 'del';
    return (
      <Mark
        key={key}
        className={
          type === 'added' ? 'bg-wash font-strong decoration-2 underline-offset-3' : 'text-muted line-through'
        }
      >
        <span className="sr-only">{` ${say(type)} `}</span>
        {draw(text)}
        <span className="sr-only">{` (${say('end')}) `}</span>
      </Mark>
    );
  });
}
