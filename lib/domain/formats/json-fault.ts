/** Finds where JSON is broken; `JSON.parse` does not always say. Looked at only after it failed. */

export interface JsonFault {
  offset: number;
  /** The text stops before the value is whole. */
  isTruncated: boolean;
  problem: string;
}

const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in strings
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const CLOSERS = { '[': ']', '{': '}' } as const;

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma';

const PROBLEMS: Record<Expected, string> = {
  value: 'a value is expected',
  'first-value': 'a value or ] is expected',
  key: 'a name in double quotes is expected',
  'first-key': 'a name in double quotes or } is expected',
  colon: 'a colon is expected',
  comma: 'a comma or a closing bracket is expected',
};

/** The first fault of a text that is not JSON. */
export function jsonFault(text: string): JsonFault {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  const afterValue = (): Expected | null => (open.length === 0 ? null : 'comma');
  for (;;) {
    take(SPACE);
    const character = text[at];
    const innermost = open.at(-1);
    let next: Expected | null | undefined;
    if (character === undefined) return { offset: at, isTruncated: true, problem: PROBLEMS[expected] };
    const closes = innermost !== undefined && character === CLOSERS[innermost];
    if (closes && (expected === 'comma' || expected === 'first-value' || expected === 'first-key')) {
      at += 1;
      open.pop();
      next = afterValue();
    } else if (expected === 'comma' && character === ',') {
      at += 1;
      next = innermost === '{' ? 'key' : 'value';
    } else if (expected === 'colon' && character === ':') {
      at += 1;
      next = 'value';
    } else if (expected === 'key' || expected === 'first-key') {
      if (take(STRING)) next = 'colon';
    } else if (expected === 'value' || expected === 'first-value') {
      if (character === '[' || character === '{') {
        at += 1;
        open.push(character);
        next = character === '[' ? 'first-value' : 'first-key';
      } else if (take(STRING) || take(SCALAR)) next = afterValue();
    }
    if (next === undefined) {
      const isTruncated = character === '"' && !text.slice(at).replace(/\\./gs, '').slice(1).includes('"');
      const problem = character === '"' ? 'a text is not closed or not escaped' : PROBLEMS[expected];
      return { offset: at, isTruncated, problem };
    }
    if (next === null) {
      take(SPACE);
      return { offset: at, isTruncated: false, problem: 'something follows after the end' };
    }
    expected = next;
  }
}
