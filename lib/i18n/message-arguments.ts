/**
 * What a message asks of the code that shows it: the names of its ICU arguments with their types, and of its tags.
 * "{count, plural, one {# claim} other {# claims}} in <b>{room}</b>" gives ["<b>", "{count, plural}", "{room}"].
 * Words inside plural and select branches count too. Throws SyntaxError on a brace that does not close.
 */
export const messageArguments = (message: string): string[] => {
  const found = new Set<string>();
  readText(message, 0, found, false);
  return [...found].sort();
};

/** Length of a quoted stretch at `from`, 0 if there is none: in ICU an apostrophe quotes only before a brace or tag. */
const quotedLength = (message: string, from: number): number => {
  if (message[from] !== "'") return 0;
  if (message[from + 1] === "'") return 2;
  if (!/[{}<>#|]/.test(message[from + 1] ?? '')) return 0;
  const end = message.indexOf("'", from + 1);
  return (end < 0 ? message.length : end + 1) - from;
};

/** Reads text up to the end, or up to the closing brace of the branch it stands in; returns where it stopped. */
const readText = (message: string, start: number, found: Set<string>, isBranch: boolean): number => {
  let at = start;
  while (at < message.length) {
    const quoted = quotedLength(message, at);
    const tag = /^<([a-z][a-z0-9-]*)>/i.exec(message.slice(at, at + 40))?.[1];
    if (quoted > 0) at += quoted;
    else if (message[at] === '{') at = readArgument(message, at + 1, found);
    else if (message[at] === '}') {
      if (!isBranch) throw new SyntaxError(`A brace closes nothing at ${at} in: ${message}`);
      return at + 1;
    } else {
      if (tag) found.add(`<${tag}>`);
      at += 1;
    }
  }
  if (isBranch) throw new SyntaxError(`A brace stays open in: ${message}`);
  return at;
};

/** Reads one argument after its opening brace: a name, or a name with a type and its branches or style. */
const readArgument = (message: string, start: number, found: Set<string>): number => {
  const head = /^\s*([\p{L}\p{N}_]+)\s*(?:,\s*([a-z]+)\s*)?/u.exec(message.slice(start));
  const [matched = '', name, type] = head ?? [];
  if (!name) throw new SyntaxError(`An argument without a name at ${start} in: ${message}`);
  found.add(type ? `{${name}, ${type}}` : `{${name}}`);
  let at = start + matched.length;
  while (at < message.length && message[at] !== '}') {
    at = message[at] === '{' ? readText(message, at + 1, found, true) : at + 1;
  }
  if (at >= message.length) throw new SyntaxError(`A brace stays open in: ${message}`);
  return at + 1;
};

/** Branch names of each plural or select, e.g. ["count: one other"]; a language needs its own plural forms. */
export const pluralForms = (message: string): string[][] => {
  const forms: string[][] = [];
  for (const start of message.matchAll(/\{\s*[\p{L}\p{N}_]+\s*,\s*plural\s*,/gu)) {
    const names: string[] = [];
    let at = start.index + start[0].length;
    while (at < message.length && message[at] !== '}') {
      const name = /^\s*(=?[a-z0-9]+)\s*\{/.exec(message.slice(at));
      if (!name) {
        at += 1;
        continue;
      }
      names.push(name[1] ?? '');
      at = readText(message, at + name[0].length, new Set(), true);
    }
    forms.push(names);
  }
  return forms;
};
