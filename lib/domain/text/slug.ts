/** Addresses from titles: Latin letters, digits and hyphens, which every system can write. */

// Ukrainian as its own standard romanises it (Cabinet of Ministers, 2010); the first form opens a word. Letters of other
// Cyrillic alphabets follow.
const CYRILLIC: Record<string, string | readonly [first: string, later: string]> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: ['ye', 'ie'],
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: ['yi', 'i'],
  й: ['y', 'i'],
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: ['yu', 'iu'],
  я: ['ya', 'ia'],
  ё: 'yo',
  ъ: '',
  ы: 'y',
  э: 'e',
  ў: 'u',
};

/** Words that pages below /debates and routes below /api/v1/debates may have for themselves. */
const RESERVED = new Set(['new', 'import', 'copy', 'edit', 'templates', 'search', 'debate']);

const LONGEST = 60;

function romanised(word: string): string {
  const letters = [...word.replace(/зг/g, 'зgh')];
  return letters
    .map((letter, index) => {
      const known = CYRILLIC[letter];
      if (known === undefined) return letter;
      return typeof known === 'string' ? known : (known[index === 0 ? 0 : 1] ?? '');
    })
    .join('');
}

/**
 * The slug of a title: at most 60 characters, cut between words; `debate-1` and the like are the caller's to add. A title
 * of which nothing can be written in Latin letters is a `debate-map`.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ`]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(romanised)
    .map((word) =>
      word
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/ß/g, 'ss')
        .replace(/[^a-z0-9]/g, ''),
    )
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST);
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  if (slug === '') return 'debate-map';
  return RESERVED.has(slug) ? `${slug}-map` : slug;
}
