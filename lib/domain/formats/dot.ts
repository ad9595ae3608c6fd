import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapDocument } from './map-document';
import type { Reason, WriteContext } from './writing';
import { reasonsOf } from './writing';

/** DOT out, for Graphviz: claims are boxes below what they lead to, undercut and linked relations are points. */

const CARRIED: readonly CarriedField[] = ['title', 'code', 'motion', 'side', 'undercuts', 'weight', 'group'];

const STYLES = {
  supports: 'type="support", color="#2f6f4f", arrowhead=normal',
  attacks: 'type="attack", color="#a4333f", arrowhead=tee, style=dashed',
  undercuts: 'type="undercut", color="#6a4c93", arrowhead=odot, style=dotted',
} as const;

const WRAP = 36;

/** A quoted string of DOT. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[\r\n]+/g, '\\n')}"`;

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > WRAP) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** A DOT digraph. */
export function writeDot(map: MapDocument, { report }: WriteContext): string {
  reportLosses(map, 'dot', CARRIED, report);
  const reasons = reasonsOf(map.relations);
  const undercut = new Set(reasons.flatMap(({ kind, to }) => (kind === 'undercuts' ? [to] : [])));
  const isNode = ({ id, members }: Reason): boolean => members.length > 1 || undercut.has(id);
  const points = new Set(reasons.filter(isNode).map(({ id }) => id));
  const claimId = (id: string): string => quoted(`c:${id}`);
  const end = (id: string): string => (points.has(id) ? quoted(`r:${id}`) : claimId(id));
  const edges = reasons.flatMap((reason) => {
    const { id, kind, to, members } = reason;
    const weight = members.find((member) => member.weight !== undefined)?.weight;
    const style = `${STYLES[kind]}${weight === undefined ? '' : `, weightValue="${weight}"`}`;
    const target = kind === 'undercuts' ? end(to) : claimId(to);
    if (!isNode(reason)) return [`  ${claimId(members[0].from)} -> ${target} [${style}];`];
    return [
      `  ${end(id)} [shape=point, width=0.08, type="reason"];`,
      ...members.map(({ from }) => `  ${claimId(from)} -> ${end(id)} [${STYLES[kind]}, arrowhead=none];`),
      `  ${end(id)} -> ${target} [${style}];`,
    ];
  });
  return [
    `digraph ${quoted(map.title)} {`,
    '  rankdir=BT;',
    '  node [shape=box, style="rounded", fontname="sans-serif", fontsize=11];',
    ...map.claims.map(({ id, text, code, isMotion, side }) => {
      const label = quoted(wrapped(code === undefined ? text : `${code} ${text}`));
      const place = side === null ? '' : `, side=${quoted(side)}`;
      return `  ${claimId(id)} [label=${label}, type="${isMotion ? 'motion' : 'claim'}"${place}${isMotion ? ', penwidth=2' : ''}];`;
    }),
    ...edges,
    '}',
    '',
  ].join('\n');
}
