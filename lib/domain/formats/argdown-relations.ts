import type { ArgdownClaims } from './argdown-claims';
import { endKey } from './argdown-claims';
import type { ArgdownArgument, ArgdownEnd, ArgdownModel, ArgdownRelation } from './argdown-model';
import type { ReifiedRelations } from './argdown-reified';
import type { IdRegistry } from './id-registry';
import { MAP_LENGTHS } from './map-document';
import type { MapDraft } from './map-draft';
import { visibleId, visibleLine } from './map-draft';
import type { ReportWriter } from './report';

/** Arrows of Argdown, and arguments written out as premises and conclusions, as relations. */

interface Context {
  claims: ArgdownClaims;
  reified: ReifiedRelations;
  draft: MapDraft;
  report: ReportWriter;
  ids: IdRegistry;
}

const KINDS = {
  support: 'supports',
  entails: 'supports',
  attack: 'attacks',
  contrary: 'attacks',
  contradictory: 'attacks',
} as const;

const inferenceKey = (title: string, conclusion: number): string => `${conclusion} ${title}`;

export class ArgdownRelationReader {
  readonly #model: ArgdownModel;
  /** In the order of the file; the parser puts nested arrows first. */
  readonly #relations: readonly ArgdownRelation[];
  readonly #context: Context;
  readonly #arguments: ReadonlyMap<string, ArgdownArgument>;
  /** First relation of each inference, by `inferenceKey`. */
  readonly #inferences = new Map<string, string>();
  /** Ids of the relations that each statement or argument gives, by `endKey`: what an undercut of it meets. */
  readonly #given = new Map<string, string[]>();
  readonly #ids = new Map<ArgdownRelation, string>();

  constructor(model: ArgdownModel, context: Context) {
    this.#model = model;
    this.#relations = [...model.relations].sort((a, b) => a.line - b.line);
    this.#context = context;
    this.#arguments = new Map(model.arguments.map((argument) => [argument.title, argument]));
  }

  read(): void {
    for (const argument of this.#model.arguments) this.#writtenOut(argument);
    for (const relation of this.#relations) {
      if (this.#context.reified.owns(relation)) continue;
      const id = this.#context.ids.make(`r${this.#ids.size + 1}`);
      this.#ids.set(relation, id);
      if (relation.from.kind === 'inference') continue;
      const key = endKey(relation.from);
      const given = this.#given.get(key);
      // An argument that both gives a reason and undercuts another is undercut in its reasons.
      if (given) given.push(id);
      else this.#given.set(key, [id]);
    }
    for (const relation of this.#relations) if (this.#ids.has(relation)) this.#arrow(relation);
    for (const reified of this.#context.reified.list) {
      const targets = reified.kind === 'undercuts' ? this.#undercutTargets(reified.to, reified.line) : null;
      const to = targets ? targets[0] : this.#claimId(reified.to);
      if (to === undefined) continue;
      for (const { id, from, ...details } of reified.members(this.#claimId, to)) {
        this.#context.draft.relation({
          id,
          from,
          kind: reified.kind,
          place: `line ${reified.line}`,
          ...details,
        });
      }
    }
  }

  /** The claim of an end; of an argument that is written out, its conclusion. */
  readonly #claimId = (end: ArgdownEnd): string | undefined => {
    const { ids } = this.#context.claims;
    if (end.kind === 'inference') {
      const step = this.#arguments.get(end.title)?.steps[end.conclusion];
      return step && ids.get(endKey({ kind: 'statement', title: step.title }));
    }
    const direct = ids.get(endKey(end));
    if (direct !== undefined || end.kind === 'statement') return direct;
    const last = this.#arguments.get(end.title)?.steps.at(-1);
    return last && ids.get(endKey({ kind: 'statement', title: last.title }));
  };

  /** Premises support the conclusion below them, linked when there are several. */
  #writtenOut({ title, steps, members }: ArgdownArgument): void {
    const { claims, draft, report, ids } = this.#context;
    if (steps.length === 0) return;
    for (const { text, line } of members) {
      if (text.trim() !== '') report.dropped('argument-description', `line ${line}`, { title });
    }
    const idOf = (index: number) =>
      claims.ids.get(endKey({ kind: 'statement', title: steps[index]?.title ?? '' }));
    let pending: number[] = [];
    for (const [index, step] of steps.entries()) {
      if (step.role === 'premise') {
        pending.push(index);
        continue;
      }
      const uses = step.uses.map((number) => number - 1).filter((used) => used >= 0 && used < index);
      const froms = new Set((uses.length > 0 ? uses : pending).flatMap((used) => idOf(used) ?? []));
      pending = [index];
      const to = idOf(index);
      if (to === undefined || froms.size === 0) continue;
      const group = froms.size > 1 ? ids.make(visibleId(title) || 'argument') : undefined;
      const scheme = visibleLine(step.rules.join(', '), MAP_LENGTHS.line) || undefined;
      for (const from of froms) {
        const id = ids.make(`${visibleId(title).slice(0, 100) || 'argument'} (${index + 1})`);
        const key = inferenceKey(title, index);
        if (!this.#inferences.has(key)) this.#inferences.set(key, id);
        draft.relation({ id, from, to, kind: 'supports', group, scheme, place: `line ${step.line}` });
      }
    }
  }

  #arrow(relation: ArgdownRelation): void {
    const { draft, report } = this.#context;
    const { type, line } = relation;
    const place = `line ${line}`;
    const id = this.#ids.get(relation);
    const from = this.#claimId(relation.from);
    if (from === undefined || id === undefined) {
      report.dropped('relation-end-missing', place, { id: relation.from.title });
      return;
    }
    if (type === 'undercut') {
      const targets = this.#undercutTargets(relation.to, line);
      if (targets) {
        this.#undercut(id, from, targets, place);
        return;
      }
      report.guessed('undercut-without-relation', place, { title: relation.to.title });
    }
    const kind = type === 'undercut' ? 'attacks' : KINDS[type];
    if (relation.to.kind === 'argument' && this.#onArgument(relation.to.title, id, from, kind, place)) return;
    const to = this.#claimId(relation.to);
    if (to === undefined) {
      report.dropped('relation-end-missing', place, { id: relation.to.title });
      return;
    }
    draft.relation({ id, from, to, kind, place });
    if (type === 'entails') report.guessed('entailment', place);
    if (type !== 'contrary' && type !== 'contradictory') return;
    report.guessed('symmetric-conflict', place);
    draft.relation({ from: to, to: from, kind, place });
  }

  /** Relations that an undercut of an end meets, or null when there is none. */
  #undercutTargets(end: ArgdownEnd, line: number): string[] | null {
    const { reified, report } = this.#context;
    if (end.kind === 'inference') {
      const first = this.#inferences.get(inferenceKey(end.title, end.conclusion));
      return first === undefined ? null : [first];
    }
    const told = end.kind === 'argument' ? reified.relationId(end.title) : undefined;
    if (told !== undefined) return [told];
    const steps = end.kind === 'argument' ? (this.#arguments.get(end.title)?.steps ?? []) : [];
    const inference = this.#inferences.get(inferenceKey(end.title, steps.length - 1));
    if (inference !== undefined) return [inference];
    const given = this.#given.get(endKey(end));
    if (!given) return null;
    report.guessed('undercut-of-argument', `line ${line}`, { title: end.title, count: given.length });
    return given;
  }

  #undercut(id: string, from: string, targets: readonly string[], place: string): void {
    for (const [index, to] of targets.entries()) {
      if (to === id) continue;
      this.#context.draft.relation({ ...(index === 0 ? { id } : {}), from, to, kind: 'undercuts', place });
    }
  }

  /** Arrows to an argument that is written out, or that stands for a relation. Whether it was dealt with. */
  #onArgument(title: string, id: string, from: string, kind: 'supports' | 'attacks', place: string): boolean {
    const { claims, reified, draft, report } = this.#context;
    const told = reified.relationId(title);
    const steps = this.#arguments.get(title)?.steps ?? [];
    if (told === undefined && steps.length === 0) return false;
    const premises = new Set(steps.filter(({ role }) => role === 'premise').map((step) => step.title));
    const [only] = premises;
    const target =
      premises.size === 1 && only !== undefined
        ? claims.ids.get(endKey({ kind: 'statement', title: only }))
        : undefined;
    if (target !== undefined) {
      draft.relation({ id, from, to: target, kind, place });
      return true;
    }
    if (kind === 'supports') {
      report.guessed('support-on-argument', place, { title });
      return false;
    }
    const inference = told ?? this.#inferences.get(inferenceKey(title, steps.length - 1));
    if (inference === undefined) return false;
    report.guessed('attack-on-argument', place, { title });
    draft.relation({ id, from, to: inference, kind: 'undercuts', place });
    return true;
  }
}
