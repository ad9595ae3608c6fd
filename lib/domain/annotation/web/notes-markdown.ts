import { plain } from '../../formats/markdown';
import type { ExportedNote, ExportedPlace } from './exported-note';

/** Threads deeper than this stand beside one another; a list that is indented further is hard to read. */
const MOST_INDENTS = 9;

const day = (moment: string | null): string => (moment === null ? '' : moment.slice(0, 10));

/** Markdown of a note within a list; what would be HTML elsewhere stays words. */
const indented = (body: string, margin: string): string[] =>
  body
    .replace(/<(?=[a-z/!?])(?!https?:\/\/[^\s<>]*>)/gi, '\\<')
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${margin}${line}`));

function heading({ note, visibility, mark, status, hasWords }: ExportedNote): string {
  if (!hasWords) return status === 'published' ? '*removed*' : `*${status}*`;
  const parts = [note.kind, mark, visibility, note.alias, day(note.createdAt)].filter(
    (part): part is string => part !== null && part !== '',
  );
  const tags = note.tags.map((tag) => `#${tag}`).join(' ');
  return `*${plain(parts.join(' · '))}*${tags === '' ? '' : ` ${plain(tags)}`}`;
}

function placeHeading({ kind, label, words, link }: ExportedPlace): string[] {
  const head = ['', `## ${plain(kind)} ${plain(label)}`, ''];
  const quote = words === '' ? [] : [`> ${plain(words)}`, ''];
  return [...head, ...quote, `<${link}>`, ''];
}

/**
 * Notes as a text for people: under what they stand on, in the order in which the places are first met, with answers
 * indented below what they answer. An answer to a note that is not there stands on its own.
 */
export function writeNotesMarkdown(notes: readonly ExportedNote[], title: string): string {
  const here = new Set(notes.map(({ id }) => id));
  const answers = new Map<string, ExportedNote[]>();
  const places = new Map<string, { place: ExportedPlace; roots: ExportedNote[] }>();
  for (const one of notes) {
    if (one.parentId !== null && here.has(one.parentId)) {
      answers.set(one.parentId, [...(answers.get(one.parentId) ?? []), one]);
      continue;
    }
    const group = places.get(one.place.key);
    if (group) group.roots.push(one);
    else places.set(one.place.key, { place: one.place, roots: [one] });
  }
  const thread = (one: ExportedNote, depth: number): string[] => {
    const margin = '  '.repeat(Math.min(depth, MOST_INDENTS));
    const quoted =
      one.note.target.type === 'passage' && one.hasWords
        ? [`${margin}  > ${plain(one.note.target.exact)}`, '']
        : [];
    return [
      `${margin}- ${heading(one)}`,
      '',
      ...quoted,
      ...(!one.hasWords ? [] : [...indented(one.note.body, `${margin}  `), '']),
      ...(answers.get(one.id) ?? []).flatMap((answer) => thread(answer, depth + 1)),
    ];
  };
  const groups = [...places.values()].flatMap(({ place, roots }) => [
    ...placeHeading(place),
    ...roots.flatMap((root) => thread(root, 0)),
  ]);
  return `${[`# ${plain(title)}`, ...groups].join('\n').trimEnd()}\n`;
}
