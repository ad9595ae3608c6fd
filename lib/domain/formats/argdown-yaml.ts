import type { DataPlugin, IArgdownPlugin, IArgdownRequest, IRuleNode } from '@argdown/core';
import { fieldOf, recordOf } from './json-text';
import type { ConversionLimits } from './limits';
import { RefusedError } from './refusal';

/**
 * YAML in Argdown, looked at before anything else touches it. Aliases let a few lines unfold to billions of values, and
 * the parser copies what it gets.
 */

/** Values in one block, each alias counted as what it stands for. */
const MOST_VALUES = 200_000;

/** How many values a YAML value unfolds to; shared parts count each time they are named, circles without end. */
function unfoldedSize(value: unknown, maxDepth: number): number {
  const sizes = new Map<object, number>();
  const onWay = new Set<object>();
  const size = (item: unknown, depth: number): number => {
    if (typeof item !== 'object' || item === null) return 1;
    const known = sizes.get(item);
    if (known !== undefined) return known;
    if (onWay.has(item) || depth > maxDepth) return Number.POSITIVE_INFINITY;
    onWay.add(item);
    let sum = 1;
    for (const child of Array.isArray(item) ? item : Object.values(item)) {
      sum += size(child, depth + 1);
      if (sum > MOST_VALUES) break;
    }
    onWay.delete(item);
    sizes.set(item, sum);
    return sum;
  };
  return size(value, 0);
}

function reasonOf(error: unknown): string {
  const reason = fieldOf(recordOf(error), 'reason');
  if (typeof reason === 'string') return reason;
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** The mode that a front matter sets; everything else it could set is left alone. */
export function modeOf(frontMatter: unknown): 'strict' | 'loose' {
  const mode = fieldOf(recordOf(fieldOf(recordOf(frontMatter), 'model')), 'mode');
  return mode === 'strict' ? 'strict' : 'loose';
}

type Listener = NonNullable<IArgdownPlugin['tokenListeners']>[string];

/**
 * The parser's YAML plugin, made to refuse what is broken or unfolds. `plugin` must ignore the settings of the front
 * matter; the mode alone is handed on, by `setMode`.
 */
export function safeDataPlugin(
  plugin: DataPlugin,
  { maxDepth }: ConversionLimits,
  setMode: (request: IArgdownRequest, mode: 'strict' | 'loose') => void,
): IArgdownPlugin {
  const listen =
    (name: 'Data' | 'FrontMatter'): Listener =>
    (request, response, token, parent, index, logger) => {
      const line = token.startLine ?? 1;
      const holder: Partial<IRuleNode> = {};
      try {
        // The plugin only sets `data` on what it takes for the parent.
        plugin.tokenListeners[name]?.(request, response, token, holder as IRuleNode, index, logger);
      } catch (error) {
        throw new RefusedError('yaml-error', { problem: reasonOf(error) }, { line });
      }
      const data = holder.data as unknown;
      if (unfoldedSize(data, maxDepth) > MOST_VALUES) throw new RefusedError('yaml-expands', {}, { line });
      if (parent) parent.data = data;
      if (name === 'FrontMatter') setMode(request, modeOf(data));
    };
  return {
    name: plugin.name,
    prepare: plugin.prepare,
    tokenListeners: { Data: listen('Data'), FrontMatter: listen('FrontMatter') },
  };
}
