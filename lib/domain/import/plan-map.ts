import { type QuestionKey, questionsOf, type SchemeKey, schemeNamed } from '../argument/schemes';
import type { ContributionStatus, EvidenceStatus, Layer, RelationKind } from '../debate/view';
import type { MapClaim, MapDocument, MapRelation } from '../formats/map-document';
import { undercutDepths } from '../formats/sound-map';
import { LIMITS } from '../text/limits';
import { cleanLine, cleanText } from '../text/plain-text';
import { type PlannedSource, planSource } from './plan-sources';
import { emptyReport, type ImportReport, note } from './report';
import { shorten } from './shorten';
import { sidesFromRelations } from './sides-from-relations';

/**
 * From a sound map to what a debate can hold, with a report of everything that differs. Pure: the same map gives the same
 * plan, so a dry run shows exactly what an import would write.
 */

/** Words for what a map does not say, in the language of the person who imports it. */
export interface ImportDefaults {
  language: string;
  sides: readonly [string, string];
}

export interface PlannedSide {
  key: string;
  name: string;
  speaks: 'for' | 'against';
}

export interface PlannedClaim {
  /** Id in the map. */
  ref: string;
  /** As the map says, when it is one of a debate's; null to draw one. */
  code: string | null;
  isMotion: boolean;
  side: 0 | 1 | null;
  text: string;
  /** All the words, when `text` is only their beginning: they are kept as a note. */
  fullText: string | null;
  shortTitle: string | null;
  evidence: EvidenceStatus;
  speaker: string | null;
  layer: Layer;
  status: ContributionStatus;
  citations: { source: string; start: number; end: number }[];
}

export interface PlannedRelation {
  ref: string;
  from: string;
  /** A claim's ref; a relation's for an undercut. */
  to: string;
  kind: RelationKind;
  status: ContributionStatus;
  group: string | null;
  scheme: SchemeKey | null;
  /** Of an undercut: the question to the scheme that it meets. */
  questionKey: QuestionKey | null;
}

export interface ImportPlan {
  title: string;
  question: string;
  summary: string;
  language: string;
  sides: [PlannedSide, PlannedSide];
  sources: PlannedSource[];
  /** Motions first. */
  claims: PlannedClaim[];
  /** An undercut stands after the line that it meets. */
  relations: PlannedRelation[];
  report: ImportReport;
}

const CODE = /^[A-Z][A-Za-z0-9]{0,11}$/;
const SOMETHING_TO_SEE = /[\p{L}\p{N}\p{P}\p{S}]/u;

export function planMap(map: MapDocument, defaults: ImportDefaults): ImportPlan {
  const report = emptyReport();
  const language = map.language === 'und' ? defaults.language : map.language;
  if (map.language === 'und') note(report, 'guessed', 'language-missing', 'map', { language });
  const title = shorten(cleanLine(map.title) || defaults.sides.join(' / '), LIMITS.debateTitle);
  if (title !== cleanLine(map.title)) note(report, 'guessed', 'title-shortened', 'map');
  const asked = cleanLine(map.question ?? '');
  if (!asked) note(report, 'guessed', 'question-missing', 'map');

  const sources = map.sources.map((source) => planSource(source, map, language, report));
  const placeOf = new Map(sources.map(({ source, placeOf }) => [source.key, placeOf]));
  const motions = motionsOf(map, report);
  const { sides, sideOf } = planSides(map, defaults, motions, report);

  const taken = new Set<string>();
  const claims = map.claims.flatMap((claim): PlannedClaim[] => {
    const place = `claim ${claim.id}`;
    const words = cleanLine(claim.text);
    if (!SOMETHING_TO_SEE.test(words)) {
      note(report, 'dropped', 'claim-empty', place);
      return [];
    }
    if (claim.votes || claim.base !== undefined) note(report, 'dropped', 'votes-left-out', place);
    const isMotion = motions.has(claim.id);
    const text = shorten(words, LIMITS.claimText);
    if (text !== words) note(report, 'guessed', 'text-shortened', place, { text });
    return [
      {
        ref: claim.id,
        code: codeOf(claim, taken, place, report),
        isMotion,
        side: isMotion ? null : sideOf(claim),
        text,
        fullText: text === words ? null : cleanText(claim.text),
        shortTitle: claim.shortTitle ? shorten(cleanLine(claim.shortTitle), LIMITS.shortTitle) || null : null,
        evidence: claim.evidence ?? (isMotion || claim.citations.length > 0 ? 'asserted' : 'beyond'),
        speaker: claim.speaker ? shorten(cleanLine(claim.speaker), LIMITS.speaker) || null : null,
        layer: claim.layer ?? 'article',
        status: isMotion ? 'published' : (claim.status ?? 'published'),
        citations: citationsOf(claim, placeOf, place, report),
      },
    ];
  });
  if (!claims.some(({ isMotion }) => isMotion)) {
    claims.unshift(madeMotion(asked || title));
    note(report, 'guessed', 'motion-made', 'map');
  }
  const inOrder = [
    ...claims.filter(({ isMotion }) => isMotion),
    ...claims.filter(({ isMotion }) => !isMotion),
  ];
  return {
    title,
    question: shorten(asked || title, LIMITS.debateQuestion),
    summary: shorten(cleanText(map.summary ?? ''), LIMITS.debateSummary),
    language,
    sides,
    sources: sources.map(({ source }) => source),
    claims: inOrder,
    relations: planRelations(map.relations, inOrder, report),
    report,
  };
}

const madeMotion = (text: string): PlannedClaim => ({
  ref: '',
  code: null,
  isMotion: true,
  side: null,
  text: shorten(text, LIMITS.claimText),
  fullText: null,
  shortTitle: null,
  evidence: 'asserted',
  speaker: null,
  layer: 'article',
  status: 'published',
  citations: [],
});

/** The motions, or the claim that most leads to and that leads nowhere. */
function motionsOf(map: MapDocument, report: ImportReport): ReadonlySet<string> {
  const said = map.claims.filter(({ isMotion, text }) => isMotion && SOMETHING_TO_SEE.test(text));
  if (said.length > 0) return new Set(said.map(({ id }) => id));
  const leaving = new Set(map.relations.map(({ from }) => from));
  const arriving = new Map<string, number>();
  for (const { to } of map.relations) arriving.set(to, (arriving.get(to) ?? 0) + 1);
  const [best] = map.claims
    .filter(({ id, text }) => !leaving.has(id) && SOMETHING_TO_SEE.test(text) && (arriving.get(id) ?? 0) > 0)
    .sort((one, other) => (arriving.get(other.id) ?? 0) - (arriving.get(one.id) ?? 0));
  if (!best) return new Set();
  note(report, 'guessed', 'motion-missing', `claim ${best.id}`);
  return new Set([best.id]);
}

/** The side of each claim, and the two sides themselves. */
function planSides(
  map: MapDocument,
  defaults: ImportDefaults,
  motions: ReadonlySet<string>,
  report: ImportReport,
): { sides: [PlannedSide, PlannedSide]; sideOf: (claim: MapClaim) => 0 | 1 | null } {
  const named = map.sides.slice(0, 2).map(({ key, name, speaks }) => ({
    key,
    name: shorten(cleanLine(name) || key, LIMITS.sideName),
    speaks,
  }));
  for (const { key } of map.sides.slice(2)) note(report, 'dropped', 'side-left-out', `side ${key}`);
  if (named.length < 2) note(report, 'guessed', 'sides-missing', 'map');
  const sides = withBoth(named, defaults);
  if (map.sides.length === 0 && map.relations.length > 0) {
    note(report, 'guessed', 'sides-from-relations', 'map');
    const derived = sidesFromRelations(motions, map.relations);
    return { sides, sideOf: ({ id }) => derived.get(id) ?? null };
  }
  const sideOf = ({ side }: MapClaim) => (side === sides[0].key ? 0 : side === sides[1].key ? 1 : null);
  return { sides, sideOf };
}

function withBoth(named: readonly PlannedSide[], { sides }: ImportDefaults): [PlannedSide, PlannedSide] {
  const [first, second] = named;
  if (!first) {
    return [
      { key: 'for', name: sides[0], speaks: 'for' },
      { key: 'against', name: sides[1], speaks: 'against' },
    ];
  }
  if (second) return [first, second];
  const speaks = first.speaks === 'for' ? 'against' : 'for';
  const key = first.key === speaks ? `${speaks}-2` : speaks;
  return [first, { key, name: sides[speaks === 'for' ? 0 : 1], speaks }];
}

function codeOf(claim: MapClaim, taken: Set<string>, place: string, report: ImportReport): string | null {
  const { code } = claim;
  if (code === undefined) return null;
  if (!CODE.test(code) || taken.has(code)) {
    note(report, 'guessed', 'code-changed', place, { code });
    return null;
  }
  taken.add(code);
  return code;
}

function citationsOf(
  claim: MapClaim,
  placeOf: ReadonlyMap<string, ReturnType<typeof planSource>['placeOf']>,
  place: string,
  report: ImportReport,
): PlannedClaim['citations'] {
  const seen = new Set<string>();
  return claim.citations.flatMap((citation) => {
    const range = placeOf.get(citation.source)?.(citation) ?? null;
    if (!range) {
      note(report, 'dropped', 'citation-not-found', place, { source: citation.source });
      return [];
    }
    const key = `${citation.source}/${range.start}/${range.end}`;
    if (seen.has(key)) {
      note(report, 'merged', 'citation-repeated', place, { source: citation.source });
      return [];
    }
    seen.add(key);
    return [{ source: citation.source, ...range }];
  });
}

/** The lines that a debate takes: no motion gives a reason, no two lines tie the same ends. */
function planRelations(
  relations: readonly MapRelation[],
  claims: readonly PlannedClaim[],
  report: ImportReport,
): PlannedRelation[] {
  const claimByRef = new Map(claims.map((claim) => [claim.ref, claim]));
  const depths = undercutDepths(relations);
  const inOrder = [...relations].sort(
    (one, other) => (depths.get(one.id) ?? 0) - (depths.get(other.id) ?? 0),
  );
  const kept = new Map<string, PlannedRelation>();
  const ends = new Set<string>();
  const drop = (reason: Parameters<typeof note<'dropped'>>[2], id: string) =>
    note(report, 'dropped', reason, `relation ${id}`);
  for (const { id, from, to, kind, group, weight, impact, scheme: said, question: asked } of inOrder) {
    const origin = claimByRef.get(from);
    const met = kind === 'undercuts' ? kept.get(to) : undefined;
    const target = kind === 'undercuts' ? undefined : claimByRef.get(to);
    if (!origin || (kind !== 'undercuts' && !target)) drop('relation-of-dropped', id);
    else if (kind === 'undercuts' && !met) drop('undercut-of-dropped', id);
    else if (origin.isMotion) drop('motion-gives-reason', id);
    else if (from === to) drop('relation-to-itself', id);
    else if (met?.from === from) drop('undercuts-own-line', id);
    else if (ends.has(`${from}\n${to}`)) note(report, 'merged', 'relation-repeated', `relation ${id}`);
    else {
      if (weight !== undefined || impact) drop('weight-left-out', id);
      ends.add(`${from}\n${to}`);
      const scheme = said === undefined || kind === 'undercuts' ? null : schemeNamed(said);
      if (said !== undefined && scheme === null)
        note(report, 'dropped', 'scheme-unknown', `relation ${id}`, { scheme: said });
      const questionKey = asked === undefined ? null : questionAbout(met?.scheme ?? null, asked);
      if (asked !== undefined && questionKey === null)
        note(report, 'dropped', 'question-unknown', `relation ${id}`, { question: asked });
      const { status } = origin;
      kept.set(id, { ref: id, from, to, kind, status, group: group ?? null, scheme, questionKey });
    }
  }
  return withoutLoneGroups([...kept.values()]);
}

/** The question of the file, when it is one of ours about the scheme of the line that is met. */
const questionAbout = (scheme: SchemeKey | null, asked: string): QuestionKey | null =>
  (scheme !== null && questionsOf(scheme).find((key) => key === asked)) || null;

/** A group of one links nothing. */
function withoutLoneGroups(relations: readonly PlannedRelation[]): PlannedRelation[] {
  const sizes = new Map<string, number>();
  for (const { group } of relations) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return relations.map((relation) =>
    relation.group !== null && (sizes.get(relation.group) ?? 0) < 2 ? { ...relation, group: null } : relation,
  );
}
