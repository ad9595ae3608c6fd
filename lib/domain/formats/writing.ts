import type { MapDocument, MapRelation } from './map-document';
import type { ReportWriter } from './report';

/** What every writer is given beside the map. */
export interface WriteContext {
  report: ReportWriter;
  /** Moment of writing, as `YYYY-MM-DDTHH:MM:SS`; formats that want dates get it. */
  writtenAt: string;
  /** Argdown for people instead of Argdown that keeps everything. */
  pretty: boolean;
}

export type Writer = (map: MapDocument, context: WriteContext) => string;

/** One reason: a relation, or the linked premises of one group. The first relation names it. */
export interface Reason {
  id: string;
  kind: MapRelation['kind'];
  /** Id of a claim, or of the reason that is undercut. */
  to: string;
  members: readonly [MapRelation, ...MapRelation[]];
}

/** Relations as reasons, in the order of their first members. Undercuts of a member meet the whole reason. */
export function reasonsOf(relations: readonly MapRelation[]): Reason[] {
  const groups = new Map<string, [MapRelation, ...MapRelation[]]>();
  const lists: [MapRelation, ...MapRelation[]][] = [];
  const reasonOf = new Map<string, string>();
  for (const relation of relations) {
    const list = relation.group === undefined ? undefined : groups.get(relation.group);
    if (list) list.push(relation);
    else {
      const started: [MapRelation, ...MapRelation[]] = [relation];
      lists.push(started);
      if (relation.group !== undefined) groups.set(relation.group, started);
    }
    reasonOf.set(relation.id, list?.[0].id ?? relation.id);
  }
  return lists.map((members) => {
    const [{ id, kind, to }] = members;
    return { id, kind, to: reasonOf.get(to) ?? to, members };
  });
}

/** Reports what sharing a node costs linked premises and what undercuts them. */
export function reportLinked(reasons: readonly Reason[], report: ReportWriter): void {
  const linked = new Set<string>();
  for (const { id, members } of reasons) {
    if (members.length === 1) continue;
    linked.add(id);
    report.merged('linked-premises', `relation ${id}`, { count: members.length });
  }
  for (const { kind, to, members } of reasons) {
    if (kind === 'undercuts' && linked.has(to))
      report.merged('undercuts-linked', `relation ${members[0].id}`);
  }
}

/** Makes ids that nothing else has, from a wish. */
export function idsBeside(taken: Iterable<string>): (wish: string) => string {
  const all = new Set(taken);
  return (wish) => {
    let id = wish;
    for (let more = 2; all.has(id); more++) id = `${wish}~${more}`;
    all.add(id);
    return id;
  };
}
