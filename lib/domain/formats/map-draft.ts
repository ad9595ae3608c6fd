import type { ConversionLimits } from './limits';
import type { MapCitation, MapClaim, MapDocument, MapRelation, MapSide, MapSource } from './map-document';
import { MAP_FORMAT, MAP_LENGTHS } from './map-document';
import { guessMotions } from './motion-guess';
import { RefusedError } from './refusal';
import type { ReportWriter } from './report';
import { soundMap, undercutDepths } from './sound-map';

/**
 * A map in the making: what a reader finds goes in as it is found, and comes out sound. Relations that cannot be are
 * dropped, repeated ones merged, and each is told in the report.
 */

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

export interface DraftClaim extends Loose<Omit<MapClaim, 'id' | 'text'>> {
  id: string;
  text: string;
  place: string;
}

export interface DraftRelation extends Loose<Omit<MapRelation, 'from' | 'to' | 'kind'>> {
  from: string;
  to: string;
  kind: MapRelation['kind'];
  place: string;
}

type NamedRelation = DraftRelation & { id: string };

/** What stands above the claims. */
export interface DraftHead {
  title?: string | undefined;
  question?: string | undefined;
  summary?: string | undefined;
  language?: string | undefined;
  sides?: MapSide[] | undefined;
  sources?: MapSource[] | undefined;
}

// Controls other than tab and line break, and marks that make a line read differently from what is stored.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without hidden characters, with plain line breaks, trimmed. */
export const visibleText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(HIDDEN, '').trim();

/** `visibleText` on one line, cut to a length. */
export const visibleLine = (text: string, longest: number): string =>
  visibleText(text).replace(/\s+/g, ' ').slice(0, longest).replace(HIDDEN, '').trim();

/** An id without control and hidden characters, of bounded length; its spaces stay. */
export const visibleId = (text: string): string =>
  text
    .replace(HIDDEN, '')
    .replace(/[\t\n\r]/g, ' ')
    .slice(0, MAP_LENGTHS.id)
    .replace(HIDDEN, '');

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Leaves out the keys whose value is undefined. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export class MapDraft {
  readonly #report: ReportWriter;
  readonly #limits: ConversionLimits;
  readonly #claims = new Map<string, MapClaim>();
  /** Where each claim stands in the file, by id. */
  readonly #places = new Map<string, string>();
  readonly #relations: DraftRelation[] = [];

  constructor(report: ReportWriter, limits: ConversionLimits) {
    this.#report = report;
    this.#limits = limits;
  }

  has(claimId: string): boolean {
    return this.#claims.has(claimId);
  }

  get claimCount(): number {
    return this.#claims.size;
  }

  /**
   * Adds a claim; the reader keeps ids apart.
   * @throws RefusedError when there are too many, or the text is too long.
   */
  claim({ place, id, text, isMotion = false, side = null, citations = [], ...rest }: DraftClaim): void {
    if (this.#claims.has(id)) throw new RefusedError('id-repeated', { id }, { pointer: place });
    if (this.#claims.size >= this.#limits.maxClaims) {
      throw new RefusedError('too-many-claims', { limit: this.#limits.maxClaims }, { pointer: place });
    }
    const limit = Math.min(this.#limits.maxTextLength, MAP_LENGTHS.claimText);
    const hidden = text.match(HIDDEN)?.length ?? 0;
    if (hidden > 0) this.#report.dropped('hidden-characters', place, { count: hidden });
    const shown = visibleText(text);
    if (shown === '') {
      this.#report.dropped('claim-without-text', place, { id });
      return;
    }
    if (shown.length > limit) {
      throw new RefusedError('text-too-long', { length: shown.length, limit }, { pointer: place });
    }
    this.#places.set(id, place);
    this.#claims.set(id, defined({ id, text: shown, isMotion, side, citations: [...citations], ...rest }));
  }

  /** Cites a source for a claim that is there. */
  cite(claimId: string, citation: MapCitation): void {
    this.#claims.get(claimId)?.citations.push(citation);
  }

  /** Names who says a claim, unless someone is named already. */
  speaker(claimId: string, speaker: string): boolean {
    const claim = this.#claims.get(claimId);
    const name = visibleLine(speaker, MAP_LENGTHS.line);
    if (!claim || claim.speaker !== undefined || name === '') return false;
    claim.speaker = name;
    return true;
  }

  /**
   * Adds a relation; its ends may come later.
   * @throws RefusedError when there are too many.
   */
  relation(relation: DraftRelation): void {
    if (this.#relations.length >= this.#limits.maxRelations) {
      throw new RefusedError(
        'too-many-relations',
        { limit: this.#limits.maxRelations },
        { pointer: relation.place },
      );
    }
    this.#relations.push(relation);
  }

  /**
   * The sound map.
   * @throws RefusedError when no claim is in it, or what the reader gave cannot be one.
   */
  finish(head: DraftHead, fallbackTitle: string): MapDocument {
    if (this.#claims.size === 0) throw new RefusedError('no-claims');
    this.#checkSources(head.sources ?? []);
    const found = this.#soundRelations();
    const relations = found.map(({ place: _, ...relation }) => defined(relation));
    const claims = [...this.#claims.values()];
    if (!claims.some((claim) => claim.isMotion)) {
      for (const id of guessMotions(claims, relations)) {
        this.#report.guessed('motion-guessed', `claim ${id}`, { id });
        const claim = claims.findIndex((other) => other.id === id);
        const motion = claims[claim];
        if (motion) claims[claim] = { ...motion, isMotion: true };
      }
    }
    const map = soundMap.safeParse({
      format: MAP_FORMAT,
      ...this.#head(head, fallbackTitle),
      claims,
      relations,
    });
    if (map.success) return map.data;
    // What a file may say in its own words for a field of ours, such as a code that two claims have.
    const { message, path } = map.error.issues[0] ?? { message: 'not a sound map', path: [] };
    const [list, index, ...rest] = path;
    const nth = typeof index === 'number' ? index : -1;
    const place =
      list === 'claims'
        ? this.#places.get(claims[nth]?.id ?? '')
        : list === 'relations'
          ? found[nth]?.place
          : undefined;
    const where = (place === undefined ? path : rest).map(String).join('.');
    const problem = where === '' ? message : `${message} (${where})`;
    throw new RefusedError('map-unsound', { problem }, place === undefined ? {} : { pointer: place });
  }

  #checkSources(sources: readonly MapSource[]): void {
    const { maxSources, maxSourceLength } = this.#limits;
    if (sources.length > maxSources) {
      const key = sources[maxSources]?.key ?? '';
      const cited = [...this.#claims.values()].find(({ citations }) =>
        citations.some(({ source }) => source === key),
      );
      const pointer = this.#places.get(cited?.id ?? '');
      throw new RefusedError(
        'too-many-sources',
        { limit: maxSources },
        pointer === undefined ? {} : { pointer },
      );
    }
    const long = sources.find(({ text }) => text.length > maxSourceLength);
    if (!long) return;
    throw new RefusedError('text-too-long', { length: long.text.length, limit: maxSourceLength });
  }

  #head(head: DraftHead, fallbackTitle: string) {
    const found = visibleLine(head.title ?? '', MAP_LENGTHS.line);
    const title = found === '' ? visibleLine(fallbackTitle, MAP_LENGTHS.line) || 'Map' : found;
    if (found === '') this.#report.guessed('title-missing', '/title', { title });
    const language = head.language !== undefined && LANGUAGE.test(head.language) ? head.language : 'und';
    if (language === 'und' && head.language !== 'und') this.#report.guessed('language-unknown', '/language');
    const prose = (text: string | undefined) =>
      visibleText(text ?? '').slice(0, MAP_LENGTHS.prose) || undefined;
    return defined({
      title,
      question: prose(head.question),
      summary: prose(head.summary),
      language,
      sides: head.sides ?? [],
      sources: head.sources ?? [],
    });
  }

  #soundRelations(): NamedRelation[] {
    const all = this.#named().filter(({ from, to, place }) => {
      if (from === to) this.#report.dropped('relation-to-itself', place, { id: from });
      return from !== to;
    });
    const depths = undercutDepths(all);
    const straight = all.filter(({ id, place }) => {
      const isCircular = depths.get(id) === null;
      if (isCircular) this.#report.dropped('undercuts-in-a-circle', place, { id });
      return !isCircular;
    });
    return this.#withBothEnds(this.#unique(straight, depths));
  }

  /** Every relation with an id that nothing else has. */
  #named(): NamedRelation[] {
    const taken = new Set(this.#claims.keys());
    for (const { id } of this.#relations) if (id !== undefined) taken.add(id);
    let last = 0;
    return this.#relations.map((relation) => {
      if (relation.id !== undefined) return { ...relation, id: relation.id };
      do last += 1;
      while (taken.has(`r${last}`));
      return { ...relation, id: `r${last}` };
    });
  }

  /** Keeps the first of relations that say the same; what undercut another one then undercuts the first. */
  #unique(relations: NamedRelation[], depths: ReadonlyMap<string, number | null>): NamedRelation[] {
    const first = new Map<string, string>();
    const standIns = new Map<string, string>();
    const kept = new Map<NamedRelation, NamedRelation>();
    // What is undercut comes before what undercuts it, so that stand-ins are known in time.
    const byDepth = [...relations].sort((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0));
    for (const relation of byDepth) {
      const { id, from, kind, group, place } = relation;
      const to = standIns.get(relation.to) ?? relation.to;
      const ends = JSON.stringify([from, to, kind, group ?? null]);
      const known = first.get(ends);
      if (known === undefined) {
        first.set(ends, id);
        kept.set(relation, { ...relation, to });
      } else {
        standIns.set(id, known);
        this.#report.merged('relation-repeated', place, { id: known });
      }
    }
    return relations.flatMap((relation) => kept.get(relation) ?? []);
  }

  /** Drops what leads to or from nothing, and then what undercut it. */
  #withBothEnds(relations: NamedRelation[]): NamedRelation[] {
    const ids = new Set(relations.map((relation) => relation.id));
    const undercuts = new Map<string, NamedRelation[]>();
    const lost: [NamedRelation, string][] = [];
    for (const relation of relations) {
      const { from, to, kind } = relation;
      if (kind === 'undercuts') {
        const others = undercuts.get(to);
        if (others) others.push(relation);
        else undercuts.set(to, [relation]);
      }
      if (!this.#claims.has(from)) lost.push([relation, from]);
      else if (!(kind === 'undercuts' ? ids.has(to) : this.#claims.has(to))) lost.push([relation, to]);
    }
    const dropped = new Set<NamedRelation>();
    // Grows while it is walked.
    for (const [relation, id] of lost) {
      if (dropped.has(relation)) continue;
      dropped.add(relation);
      this.#report.dropped('relation-end-missing', relation.place, { id });
      for (const undercut of undercuts.get(relation.id) ?? []) lost.push([undercut, relation.id]);
    }
    return relations.filter((relation) => !dropped.has(relation));
  }
}
