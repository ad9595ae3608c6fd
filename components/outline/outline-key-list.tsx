import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';

export const OUTLINE_KEYS = [
  { name: 'move', keys: ['↑', '↓'] },
  { name: 'open', keys: ['→'] },
  { name: 'branch', keys: ['←'] },
  { name: 'ends', keys: ['Home', 'End'] },
  { name: 'siblings', keys: ['*'] },
  { name: 'details', keys: ['Enter'] },
  { name: 'vote', keys: ['A', 'D', 'P'] },
  { name: 'support', keys: ['S'] },
  { name: 'object', keys: ['O'] },
  { name: 'undercut', keys: ['U'] },
  { name: 'note', keys: ['N'] },
  { name: 'relate', keys: ['R'] },
  { name: 'undo', keys: ['Ctrl', 'Z'] },
  { name: 'map', keys: ['M'] },
  { name: 'text', keys: ['T'] },
  { name: 'leave', keys: ['Esc'] },
  { name: 'all', keys: ['?'] },
] as const;

type KeyEntry = (typeof OUTLINE_KEYS)[number];

const UNDER_THE_OUTLINE: readonly string[] = [
  'move',
  'open',
  'branch',
  'details',
  'vote',
  'support',
  'object',
  'undercut',
  'note',
  'map',
  'all',
];

/** The keys that the foot of the page names. */
export const HINTED_KEYS = OUTLINE_KEYS.filter(({ name }) => UNDER_THE_OUTLINE.includes(name));

/** Keys and what they do. */
export function KeyList({ entries, className }: { entries: readonly KeyEntry[]; className: string }) {
  const t = useTranslations('outline.keys');
  return (
    <ul className={className}>
      {entries.map(({ name, keys }) => (
        <li key={name}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          <span>{t(name)}</span>
        </li>
      ))}
    </ul>
  );
}
