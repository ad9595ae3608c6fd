import { uniqueKey } from '../text/plain-text';

/**
 * Names that people appear under. Nobody has to show their own: a seat in a room comes with an alias, drawn here, and
 * a person has another one in every room.
 */
export const ALIASES = [
  'Ibis',
  'Wren',
  'Okapi',
  'Heron',
  'Lynx',
  'Otter',
  'Tern',
  'Marten',
  'Plover',
  'Gecko',
  'Egret',
  'Bison',
  'Curlew',
  'Tapir',
  'Puffin',
  'Ibex',
  'Avocet',
  'Numbat',
  'Siskin',
  'Quokka',
  'Dunlin',
  'Serval',
  'Fulmar',
  'Kudu',
  'Bittern',
  'Manatee',
  'Linnet',
  'Axolotl',
  'Petrel',
  'Caracal',
  'Dotterel',
  'Oryx',
  'Gannet',
  'Pika',
  'Merlin',
  'Vicuna',
  'Osprey',
  'Dugong',
  'Redstart',
  'Civet',
  'Shrike',
  'Wombat',
  'Lapwing',
  'Saiga',
  'Crossbill',
  'Jerboa',
  'Kestrel',
  'Narwhal',
  'Whimbrel',
  'Addax',
  'Goshawk',
  'Agouti',
  'Pipit',
  'Eland',
  'Sandpiper',
  'Genet',
  'Turnstone',
  'Markhor',
  'Bluethroat',
  'Colugo',
  'Wheatear',
  'Dormouse',
  'Fieldfare',
  'Gerenuk',
  'Hoopoe',
  'Impala',
  'Jackdaw',
  'Kinkajou',
  'Longspur',
  'Muskox',
  'Nuthatch',
  'Ocelot',
  'Pochard',
  'Quail',
  'Roller',
  'Stoat',
  'Twite',
  'Urial',
  'Wigeon',
  'Zorilla',
] as const;

/**
 * The alias for one try of a draw: the plain names first, then names with a number.
 * @param draw a whole number, random; @param attempt 0 for the first try, growing while names are taken.
 */
export function drawAlias(draw: number, attempt: number): string {
  const name = ALIASES[Math.abs(draw) % ALIASES.length] ?? 'Ibis';
  return attempt < 3
    ? name
    : `${name} ${2 + (Math.floor(Math.abs(draw) / ALIASES.length) % (attempt * 200))}`;
}

const MOST_NUMBER = 99;

const keyed = (name: string) => ({ name, key: uniqueKey(name) });
const PLAIN = ALIASES.map(keyed);
const NUMBERED = ALIASES.flatMap((name) =>
  Array.from({ length: MOST_NUMBER - 1 }, (_, index) => keyed(`${name} ${index + 2}`)),
);

/**
 * An alias that nobody in the room has: a plain name while there are enough of them, else one with a number.
 * @param takenKeys `uniqueKey` of the aliases of the room; @param pick a whole number from 0 to below the given one
 */
export function drawFreeAlias(takenKeys: ReadonlySet<string>, pick: (below: number) => number): string {
  const plain = PLAIN.filter(({ key }) => !takenKeys.has(key));
  // With few left, those who come in at one moment would all draw the same.
  if (plain.length > PLAIN.length / 4) return plain[pick(plain.length)]?.name ?? 'Ibis';
  const numbered = NUMBERED.filter(({ key }) => !takenKeys.has(key));
  return numbered[pick(numbered.length)]?.name ?? `Ibis ${MOST_NUMBER + 1 + pick(1_000_000)}`;
}

const DRAWN = new RegExp(`^(?:${ALIASES.join('|')})(?: [1-9][0-9]{0,6})?$`);

/** Whether a room could have drawn this alias: who comes in without an account chooses among those. */
export const isDrawnAlias = (alias: string): boolean => DRAWN.test(alias);
