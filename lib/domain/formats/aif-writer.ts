import { reportLosses } from './losses';
import type { MapClaim, MapDocument } from './map-document';
import type { WriteContext } from './writing';
import { idsBeside, reasonsOf, reportLinked } from './writing';

/** AIF JSON out: a claim is an I-node, each reason an RA or CA node, an undercut a CA that leads to one of those. */

const SCHEMES = {
  supports: { type: 'RA', name: 'Default Inference', id: '72' },
  attacks: { type: 'CA', name: 'Default Conflict', id: '71' },
  undercuts: { type: 'CA', name: 'Default Conflict', id: '71' },
} as const;

interface AifParts {
  nodes: Record<string, string>[];
  edges: Record<string, string | null>[];
  locutions: Record<string, string | null>[];
  participants: Record<string, string>[];
  schemefulfillments: Record<string, string>[];
}

/** Builds up the parts that AIF and xAIF share. */
export class AifBuilder {
  readonly parts: AifParts = {
    nodes: [],
    edges: [],
    locutions: [],
    participants: [],
    schemefulfillments: [],
  };
  readonly #map: MapDocument;
  readonly #people = new Map<string, string>();
  readonly #newId: (wish: string) => string;

  constructor(map: MapDocument) {
    this.#map = map;
    this.#newId = idsBeside([...map.claims, ...map.relations].map(({ id }) => id));
    for (const claim of map.claims) this.#node(claim.id, claim.text, 'I');
    for (const { id, kind, to, members } of reasonsOf(map.relations)) {
      const { type, name, id: schemeId } = SCHEMES[kind];
      const scheme = members.find((member) => member.scheme !== undefined)?.scheme;
      this.#node(id, scheme ?? name, type, {
        scheme: scheme ?? name,
        ...(scheme ? {} : { schemeID: schemeId }),
      });
      if (!scheme) this.parts.schemefulfillments.push({ nodeID: id, schemeID: schemeId });
      for (const { from } of members) this.#edge(from, id);
      this.#edge(id, to);
    }
  }

  /** Adds a locution that asserts a claim; returns the id of its L-node. */
  locution(claim: MapClaim, words: string): string {
    const spoken = this.#newId(`${claim.id}.said`);
    const assertion = this.#newId(`${claim.id}.asserted`);
    this.#node(spoken, claim.speaker === undefined ? words : `${claim.speaker} : ${words}`, 'L');
    this.#node(assertion, 'Asserting', 'YA', { scheme: 'Asserting', schemeID: '74' });
    this.parts.schemefulfillments.push({ nodeID: assertion, schemeID: '74' });
    this.#edge(spoken, assertion);
    this.#edge(assertion, claim.id);
    if (claim.speaker !== undefined) {
      const personID = this.#person(claim.speaker);
      this.parts.locutions.push({ nodeID: spoken, personID, start: null, end: null, source: null });
    }
    return spoken;
  }

  /** Adds a locution for each claim that has a speaker and none of `spoken`. */
  speakers(spoken: ReadonlySet<string>): void {
    for (const claim of this.#map.claims) {
      if (claim.speaker !== undefined && !spoken.has(claim.id)) this.locution(claim, claim.text);
    }
  }

  #person(name: string): string {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const participantID = String(this.#people.size + 1);
    this.#people.set(name, participantID);
    this.parts.participants.push({ participantID, firstname: name, surname: '' });
    return participantID;
  }

  #node(nodeID: string, text: string, type: string, more: Record<string, string> = {}): void {
    this.parts.nodes.push({ nodeID, text, type, ...more });
  }

  #edge(fromID: string, toID: string): void {
    this.parts.edges.push({ edgeID: String(this.parts.edges.length + 1), fromID, toID, formEdgeID: null });
  }
}

/** AIF JSON as AIFdb serves it, with the participants beside it. */
export function writeAif(map: MapDocument, { report, writtenAt }: WriteContext): string {
  const builder = new AifBuilder(map);
  builder.speakers(new Set());
  reportLosses(map, 'aif', ['speaker', 'undercuts', 'group', 'scheme'], report);
  reportLinked(reasonsOf(map.relations), report);
  const timestamp = writtenAt.replace('T', ' ');
  const { nodes, edges, locutions, participants } = builder.parts;
  const dated = nodes.map((node) => ({ ...node, timestamp }));
  return `${JSON.stringify({ nodes: dated, edges, locutions, participants }, null, 1)}\n`;
}
