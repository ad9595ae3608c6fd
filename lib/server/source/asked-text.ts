import 'server-only';
import type { SourceView } from '../../domain/debate/view';
import type { Actor } from '../../policy/actor';
import { sourceVersion } from './source-queries';

/** Which text an address of the text view asks for, besides the newest ones that it shows anyway. */
export interface AskedText {
  /** Key of the source that is asked for, where the debate has it. */
  sourceKey: string | null;
  /** The source as it stood: an older version with its own paragraphs. */
  older: SourceView | null;
  /** What the address names and nobody can show: the newest texts are shown instead. */
  unknown: { type: 'source'; key: string } | { type: 'version'; version: string } | null;
}

/** Most of an address that is repeated to its reader, in UTF-16 units. */
const MOST_SAID = 40;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads `source` and `version` of an address.
 * @param sources the newest versions of the debate's sources, as this reader sees them
 */
export async function askedText(
  actor: Actor,
  slug: string,
  sources: readonly SourceView[],
  { source: key, version }: Query,
): Promise<AskedText> {
  const nothing: AskedText = { sourceKey: null, older: null, unknown: null };
  if (typeof key !== 'string' || key === '') return nothing;
  const newest = sources.find((one) => one.key === key);
  if (!newest) return { ...nothing, unknown: { type: 'source', key: key.slice(0, MOST_SAID) } };
  const asked = { ...nothing, sourceKey: key };
  if (typeof version !== 'string' || version === '' || version === String(newest.version.number))
    return asked;
  const unknown = { type: 'version', version: version.slice(0, MOST_SAID) } as const;
  const number = /^[1-9]\d{0,3}$/.test(version) ? Number(version) : null;
  if (number === null || number > newest.version.number) return { ...asked, unknown };
  const found = await sourceVersion(actor, slug, newest.id, number);
  if (!found.ok) return { ...asked, unknown };
  const { title, attribution, url } = found.value.source;
  const { id, createdAt, text } = found.value.version;
  return {
    ...asked,
    older: {
      ...newest,
      title,
      attribution,
      url,
      version: { id, number, createdAt, text },
      passages: found.value.passages,
    },
  };
}
