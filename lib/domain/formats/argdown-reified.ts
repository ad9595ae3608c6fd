import { z } from 'zod';
import type { ArgdownArgument, ArgdownEnd, ArgdownModel, ArgdownRelation } from './argdown-model';
import type { IdRegistry } from './id-registry';
import { fieldOf, listOf, recordOf, stringOf } from './json-text';
import type { MapRelation } from './map-document';
import { mapRelation } from './map-document';
import type { DraftRelation } from './map-draft';
import { soundOrNothing } from './own-fields';

/**
 * Relations written as arguments, so that they can be undercut and can carry data:
 * `<r7> {type: attack, w: 0.8}` with `<+ [premise]` and `-> [target]` below it.
 */

const TYPES = new Map<unknown, { kind: MapRelation['kind']; arrow: ArgdownRelation['type'] }>([
  ['support', { kind: 'supports', arrow: 'support' }],
  ['attack', { kind: 'attacks', arrow: 'attack' }],
  ['undercut', { kind: 'undercuts', arrow: 'undercut' }],
]);

/** What the data says of one relation; `from` where there are several premises. */
const memberData = z.object({
  id: mapRelation.shape.id.exactOptional(),
  from: mapRelation.shape.from.exactOptional(),
  w: mapRelation.shape.weight,
  weight: mapRelation.shape.weight,
  impact: mapRelation.shape.impact,
  scheme: mapRelation.shape.scheme,
  question: mapRelation.shape.question,
  to: mapRelation.shape.to.exactOptional(),
});
type MemberData = z.infer<typeof memberData>;

export interface ReifiedRelation {
  kind: MapRelation['kind'];
  to: ArgdownEnd;
  line: number;
  /** The relations it stands for; `fallback` is what they meet unless the data says more. */
  members: (claimId: (end: ArgdownEnd) => string | undefined, fallback: string) => Member[];
}

type Member = Pick<DraftRelation, 'from' | 'to' | 'weight' | 'impact' | 'scheme' | 'question' | 'group'> & {
  id: string;
};

interface Found {
  argument: ArgdownArgument;
  kind: MapRelation['kind'];
  to: ArgdownRelation;
  premises: ArgdownRelation[];
  ids: string[];
  data: MemberData[];
}

const isOf = (end: ArgdownEnd, title: string): boolean => end.kind === 'argument' && end.title === title;

function membersData(data: unknown, count: number): MemberData[] {
  const record = recordOf(data);
  const listed = listOf(fieldOf(record, 'premises')).map((item) => soundOrNothing(memberData, item) ?? {});
  if (listed.length === count) return listed;
  // One by one, so that a field that is wrong costs no other.
  const fields = Object.fromEntries(
    Object.entries(memberData.shape).flatMap(([name, schema]) => {
      const sound = soundOrNothing(schema, fieldOf(record, name));
      return sound === undefined ? [] : [[name, sound]];
    }),
  );
  const shared: MemberData = memberData.parse(fields);
  return Array.from(
    { length: count },
    () => (count === 1 ? shared : { ...shared, id: undefined }) as MemberData,
  );
}

export class ReifiedRelations {
  readonly list: ReifiedRelation[] = [];
  readonly #relations = new Set<ArgdownRelation>();
  readonly #ids = new Map<string, string[]>();
  readonly #known = new Set<string>();
  readonly #found: Found[] = [];

  /** Finds the arguments of a model that stand for relations. */
  constructor(model: ArgdownModel, registry: IdRegistry) {
    const incoming = new Map<string, ArgdownRelation[]>();
    const outgoing = new Map<string, ArgdownRelation[]>();
    const add = (map: Map<string, ArgdownRelation[]>, title: string, relation: ArgdownRelation) => {
      const list = map.get(title);
      if (list) list.push(relation);
      else map.set(title, [relation]);
    };
    for (const relation of model.relations) {
      if (relation.to.kind === 'argument') add(incoming, relation.to.title, relation);
      if (relation.from.kind === 'argument') add(outgoing, relation.from.title, relation);
    }
    for (const argument of model.arguments) {
      const type = TYPES.get(fieldOf(recordOf(argument.data), 'type'));
      const [to, ...more] = outgoing.get(argument.title) ?? [];
      const premises = (incoming.get(argument.title) ?? []).filter((relation) => relation.type === 'support');
      const isBare = argument.steps.length === 0 && argument.members.every(({ text }) => text.trim() === '');
      if (!type || !to || more.length > 0 || to.type !== type.arrow || premises.length === 0 || !isBare)
        continue;
      if (isOf(to.to, argument.title)) continue;
      const data = membersData(argument.data, premises.length);
      this.#found.push({ argument, kind: type.kind, to, premises, ids: [], data });
    }
    // Ids that the file gives are given out before others are made.
    for (const found of this.#found)
      found.ids = found.data.map(({ id }) => (id === undefined ? '' : registry.take(id)));
    for (const { argument, kind, to, premises, ids, data } of this.#found) {
      const whole = ids.map(
        (id, index) =>
          id || registry.make(ids.length === 1 ? argument.title : `${argument.title}.${index + 1}`),
      );
      this.#ids.set(argument.title, whole);
      for (const id of whole) this.#known.add(id);
      for (const relation of [to, ...premises]) this.#relations.add(relation);
      this.list.push({
        kind,
        to: to.to,
        line: argument.members[0]?.line ?? to.line,
        members: (claimId, fallback) =>
          this.#members(argument, kind, premises, whole, data, claimId, fallback),
      });
    }
  }

  /** Whether an argument stands for a relation. */
  has = ({ title }: ArgdownArgument): boolean => this.#ids.has(title);

  /** Whether an arrow is part of such a relation. */
  owns = (relation: ArgdownRelation): boolean => this.#relations.has(relation);

  /** The first relation that an argument stands for. */
  relationId = (title: string): string | undefined => this.#ids.get(title)?.[0];

  #members(
    { title, data: whole }: ArgdownArgument,
    kind: MapRelation['kind'],
    premises: readonly ArgdownRelation[],
    ids: readonly string[],
    data: readonly MemberData[],
    claimId: (end: ArgdownEnd) => string | undefined,
    fallback: string,
  ): Member[] {
    const told = soundOrNothing(mapRelation.shape.group.unwrap(), fieldOf(recordOf(whole), 'group'));
    const group = told ?? (ids.length > 1 ? title : undefined);
    const byFrom = new Map(
      data.flatMap((member, index) => (member.from === undefined ? [] : [[member.from, index]])),
    );
    return premises.flatMap((premise, index) => {
      const from = claimId(premise.from);
      if (from === undefined) return [];
      const nth = byFrom.get(from) ?? index;
      const { w, weight = w, impact, scheme, question, to } = data[nth] ?? {};
      const target = kind === 'undercuts' && to !== undefined && this.#known.has(to) ? to : fallback;
      return [{ id: ids[nth] ?? title, from, to: target, weight, impact, scheme, question, group }];
    });
  }
}

/** Every id that the data of a model tells. */
export function toldIds(model: ArgdownModel): string[] {
  const idOf = (data: unknown) => stringOf(fieldOf(recordOf(data), 'id')) ?? [];
  return [...model.statements, ...model.arguments].flatMap(({ data }) => [
    ...[idOf(data)].flat(),
    ...listOf(fieldOf(recordOf(data), 'premises')).flatMap(idOf),
  ]);
}
