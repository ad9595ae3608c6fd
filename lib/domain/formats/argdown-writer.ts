import { argdownData, argdownText, argdownTitle } from './argdown-text';
import { IdRegistry } from './id-registry';
import type { CarriedField } from './losses';
import { CARRIED_FIELDS, reportLosses } from './losses';
import type { MapClaim, MapDocument, MapRelation } from './map-document';
import { MAP_FORMAT } from './map-document';
import type { Reason, WriteContext } from './writing';
import { reasonsOf, reportLinked } from './writing';

/**
 * Argdown out. The form that comes back whole writes every relation as an argument with data, and the rest of the map
 * as data too. The pretty form is for people: plain arrows wherever they can say it, no data.
 */

const ARROWS = { supports: '+>', attacks: '->', undercuts: '_>' } as const;
const NESTED = { supports: '+', attacks: '-' } as const;
const TYPES = { supports: 'support', attacks: 'attack', undercuts: 'undercut' } as const;

const PRETTY_CARRIED: readonly CarriedField[] = ['title', 'undercuts', 'group'];

/** A title for each claim and reason that reads well and is not taken. */
function titlesOf(map: MapDocument, reasons: readonly Reason[]) {
  // A suffix after a hyphen keeps titles free of markup.
  const claimTitles = new IdRegistry([], '-');
  const reasonTitles = new IdRegistry([], '-');
  const words = ({ id, code, shortTitle, text }: MapClaim): string => {
    const name = argdownTitle(code ?? (id.length <= 12 ? id : ''));
    const short = argdownTitle((shortTitle ?? text).split(/\s+/).slice(0, 5).join(' '));
    return [name, short].filter((part) => part !== '').join('-') || 'claim';
  };
  return {
    claims: new Map(map.claims.map((claim) => [claim.id, claimTitles.make(words(claim))])),
    reasons: new Map(
      reasons.map(({ id }, index) => [
        id,
        reasonTitles.make(id.length <= 24 ? `r-${argdownTitle(id)}` : `r-${index + 1}`),
      ]),
    ),
  };
}

type Titles = ReturnType<typeof titlesOf>;

function frontMatter(map: MapDocument, pretty: boolean): string {
  const { title, question, summary, language, sides, sources } = map;
  const own = { format: MAP_FORMAT, question, summary, language, sides, sources };
  const fields = Object.entries(pretty ? { title } : { title, ...own }).filter(
    ([, value]) => value !== undefined,
  );
  const lines = fields.map(([name, value]) => `${name}: ${argdownData(value)}`);
  return ['===', ...lines, 'model:', '  mode: loose', '==='].join('\n');
}

/** What the text cannot show. */
function claimData({ text, isMotion, side, citations, ...own }: MapClaim): string {
  const data = {
    ...own,
    ...(isMotion ? { isMotion } : {}),
    ...(side === null ? {} : { side }),
    ...(citations.length === 0 ? {} : { citations }),
    ...(text === text.replace(/\s+/g, ' ').trim() ? {} : { text }),
  };
  return argdownData(data);
}

function relationData({ kind, members }: Reason, pretty: boolean): string {
  const type = TYPES[kind];
  if (pretty) return argdownData({ type });
  const own = ({ id, weight: w, impact, scheme, question, to }: MapRelation) => ({
    id,
    ...(w === undefined ? {} : { w }),
    ...(impact === undefined ? {} : { impact }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(question === undefined ? {} : { question }),
    ...(kind === 'undercuts' ? { to } : {}),
  });
  const { group } = members[0];
  const named = group === undefined ? {} : { group };
  if (members.length === 1) return argdownData({ type, ...own(members[0]), ...named });
  return argdownData({
    type,
    ...named,
    premises: members.map((member) => ({ from: member.from, ...own(member) })),
  });
}

/** A relation as an argument: its premises, and what it meets. */
function reified(reason: Reason, titles: Titles, pretty: boolean): string {
  const { id, kind, to, members } = reason;
  const target = kind === 'undercuts' ? `<${titles.reasons.get(to)}>` : `[${titles.claims.get(to)}]`;
  return [
    `<${titles.reasons.get(id)}> ${relationData(reason, pretty)}`,
    ...members.map(({ from }) => `  <+ [${titles.claims.get(from)}]`),
    `  ${ARROWS[kind]} ${target}`,
  ].join('\n');
}

function writeWhole(map: MapDocument, reasons: readonly Reason[], titles: Titles): string[] {
  return [
    ...map.claims.map(
      (claim) => `[${titles.claims.get(claim.id)}]: ${argdownText(claim.text)} ${claimData(claim)}`,
    ),
    ...reasons.map((reason) => reified(reason, titles, false)),
  ];
}

/** Plain arrows below the claim they lead to; linked premises and what is undercut stay arguments. */
function writePretty(map: MapDocument, reasons: readonly Reason[], titles: Titles): string[] {
  const undercut = new Set(reasons.flatMap(({ kind, to }) => (kind === 'undercuts' ? [to] : [])));
  const plain = new Map<string, string[]>();
  const others: Reason[] = [];
  for (const reason of reasons) {
    const { id, kind, to, members } = reason;
    if (kind === 'undercuts' || members.length > 1 || undercut.has(id)) {
      others.push(reason);
      continue;
    }
    const arrow = `  ${NESTED[kind]} [${titles.claims.get(members[0].from)}]`;
    const list = plain.get(to);
    if (list) list.push(arrow);
    else plain.set(to, [arrow]);
  }
  return [
    ...map.claims.map((claim) =>
      [`[${titles.claims.get(claim.id)}]: ${argdownText(claim.text)}`, ...(plain.get(claim.id) ?? [])].join(
        '\n',
      ),
    ),
    ...others.map((reason) => reified(reason, titles, true)),
  ];
}

/** Argdown, whole or pretty. */
export function writeArgdown(map: MapDocument, { report, pretty }: WriteContext): string {
  const reasons = reasonsOf(map.relations);
  const titles = titlesOf(map, reasons);
  if (pretty) reportLinked(reasons, report);
  reportLosses(map, 'argdown', pretty ? PRETTY_CARRIED : CARRIED_FIELDS, report);
  const blocks = pretty ? writePretty(map, reasons, titles) : writeWhole(map, reasons, titles);
  return `${[frontMatter(map, pretty), ...blocks].join('\n\n')}\n`;
}
