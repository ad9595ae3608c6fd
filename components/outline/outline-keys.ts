import type { VoteChoice } from '@/lib/domain/debate/view';
import type { OutlineRow } from './outline-rows';

/** What a key pressed on a row asks for. */
export type OutlineCommand =
  | { type: 'move'; claimId: string }
  | { type: 'open' | 'close'; claimIds: string[] }
  | { type: 'details' | 'map' | 'text' | 'keys' }
  | { type: 'vote'; choice: VoteChoice }
  | { type: 'contribute'; action: OutlineAction };

export type OutlineAction = 'support' | 'object' | 'undercut' | 'note' | 'relate';

const LETTERS: Record<string, OutlineCommand> = {
  a: { type: 'vote', choice: 'agree' },
  d: { type: 'vote', choice: 'disagree' },
  p: { type: 'vote', choice: 'pass' },
  s: { type: 'contribute', action: 'support' },
  o: { type: 'contribute', action: 'object' },
  u: { type: 'contribute', action: 'undercut' },
  n: { type: 'contribute', action: 'note' },
  r: { type: 'contribute', action: 'relate' },
  m: { type: 'map' },
  t: { type: 'text' },
  '?': { type: 'keys' },
  Enter: { type: 'details' },
};

/**
 * The meaning of a key on the row of `currentId`; null when it has none there (the browser then does as usual).
 * @param rows all rows in reading order, the hidden ones included
 */
export function outlineCommand(
  rows: readonly OutlineRow[],
  currentId: string,
  key: string,
): OutlineCommand | null {
  const visible = rows.filter(({ isHidden }) => !isHidden);
  const index = visible.findIndex(({ node }) => node.claim.id === currentId);
  const row = visible[index];
  if (!row) return null;
  const moveTo = (target: OutlineRow | undefined): OutlineCommand | null =>
    target ? { type: 'move', claimId: target.node.claim.id } : null;

  switch (key) {
    case 'ArrowDown':
      return moveTo(visible[index + 1]);
    case 'ArrowUp':
      return moveTo(visible[index - 1]);
    case 'Home':
      return moveTo(visible[0]);
    case 'End':
      return moveTo(visible.at(-1));
    case 'ArrowRight':
      if (row.isOpen === false) return { type: 'open', claimIds: [currentId] };
      return row.isOpen ? moveTo(visible[index + 1]) : null;
    case 'ArrowLeft':
      if (row.isOpen) return { type: 'close', claimIds: [currentId] };
      return moveTo(visible.find(({ node }) => node.claim.id === row.node.parentId));
    case '*':
      return { type: 'open', claimIds: siblingsOf(visible, row) };
    default:
      return LETTERS[key.length === 1 ? key.toLowerCase() : key] ?? null;
  }
}

const siblingsOf = (visible: readonly OutlineRow[], { node }: OutlineRow): string[] =>
  visible
    .filter((row) => row.isOpen === false && row.node.parentId === node.parentId)
    .map((row) => row.node.claim.id);
