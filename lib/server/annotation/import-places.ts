import 'server-only';
import { quoteAt } from '../../domain/annotation/quote';
import { type NamedThing, thingNamed } from '../../domain/annotation/web/addresses';
import {
  type FoundPassage,
  findPassages,
  type PassageTarget,
} from '../../domain/annotation/web/find-passages';
import type { AttachedHow, AttachedNote, LeftReason } from '../../domain/annotation/web/import-view';
import type { NoteTarget, PortableNote } from '../../domain/annotation/web/notes';
import type { Visibility } from '../../domain/debate/view';
import { codePointIndex } from '../../domain/text/code-points';
import type { Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { contributionSubjectIn } from '../claim/contribution-subject';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { publicUrl } from '../site';
import { noteInSight } from './annotation-views';
import { audienceIn } from './note-audience';
import { MOST_REPLY_DEPTH, resolveTie, type Tie } from './note-tie';

/** Where notes of a file can stand in a room: its texts, claims and relations, and notes that are there or come with it. */

export interface Standing {
  tie: Tie;
  on: AttachedNote['on'];
  how: AttachedHow;
  /** The words that it stands on; empty off a passage. */
  exact: string;
}

/** A note that others may answer. */
interface Answerable {
  id: string;
  rootId: string;
  parentId: string | null;
  depth: number;
}

interface Version {
  id: string;
  number: number;
  text: string;
  sourceId: string;
  source: { key: string; url: string | null };
}

const whole = (tie: Tie, on: AttachedNote['on']): Standing => ({ tie, on, how: 'whole', exact: '' });

const versionShape = {
  id: true,
  number: true,
  text: true,
  sourceId: true,
  source: { select: { key: true, url: true } },
} as const;

export class ImportPlaces {
  readonly #tx: Transaction;
  readonly #actor: Person;
  readonly #room: RoomContext;
  readonly #visibility: Visibility;
  readonly #slug: string;
  readonly #chosen: Version;
  readonly #idOf: (iri: string) => string;
  readonly #answerable = new Map<string, Answerable | null>();
  readonly #standings = new Map<string, Standing | LeftReason>();
  readonly #found = new Map<PassageTarget, { version: Version; place: FoundPassage | null }>();

  private constructor(
    tx: Transaction,
    actor: Person,
    room: RoomContext,
    slug: string,
    chosen: Version,
    file: { visibility: Visibility; idOf: (iri: string) => string },
  ) {
    this.#tx = tx;
    this.#actor = actor;
    this.#room = room;
    this.#slug = slug;
    this.#chosen = chosen;
    this.#visibility = file.visibility;
    this.#idOf = file.idOf;
  }

  /** Null when the text to look in is not this debate's. */
  static async open(
    tx: Transaction,
    actor: Person,
    room: RoomContext,
    file: { sourceVersionId: string; visibility: Visibility; idOf: (iri: string) => string },
  ): Promise<ImportPlaces | null> {
    const where = { id: file.sourceVersionId, debateId: room.debateId };
    const chosen = await tx.sourceVersion.findFirst({ where, select: versionShape });
    if (!chosen) return null;
    const { slug } = await tx.debate.findUniqueOrThrow({
      where: { id: room.debateId },
      select: { slug: true },
    });
    return new ImportPlaces(tx, actor, room, slug, chosen, file);
  }

  /** Looks for the passages of these notes, all of one text at once. */
  async findPassages(notes: readonly PortableNote[]): Promise<void> {
    const bySource = new Map<string, PassageTarget[]>();
    for (const { target } of notes) {
      if (target.type === 'passage')
        bySource.set(target.source, [...(bySource.get(target.source) ?? []), target]);
    }
    for (const [iri, targets] of bySource) {
      const named = this.#named(iri);
      const original = named?.type === 'version' ? await this.#version(named) : null;
      const latest = original ? await this.#latest(original) : this.#chosen;
      const isOlder = original !== null && original.id !== latest.id;
      const found = findPassages(
        {
          text: latest.text,
          codePoints: codePointIndex(isOlder ? original.text : latest.text),
          original: isOlder ? original.text : null,
          isNamed: original !== null,
        },
        targets,
      );
      for (const [index, target] of targets.entries()) {
        this.#found.set(target, { version: latest, place: found[index] ?? null });
      }
    }
  }

  /** Where a note stands, or why nowhere. Passages have to be found before; an answer comes after what it answers. */
  async standingOf({ target }: PortableNote): Promise<Standing | LeftReason> {
    if (target.type === 'passage') return this.#passage(target);
    if (target.type === 'note') {
      const answered = await this.#answered(target.iri);
      if (answered) return answered;
    }
    const known = this.#standings.get(target.iri) ?? (await this.#whole(target));
    this.#standings.set(target.iri, known);
    // One may answer a claim or a text too: what is neither that nor a note in sight was meant to be a note.
    return target.type === 'note' && known === 'elsewhere' ? 'answers-nothing' : known;
  }

  /** A note of the file that others of it may answer from now on. */
  remember(iri: string, id: string, { tie }: Standing): void {
    if (!('parentId' in tie)) {
      this.#answerable.set(iri, { id, rootId: id, parentId: null, depth: 0 });
      return;
    }
    const above = [...this.#answerable.values()].find((one) => one?.id === tie.parentId);
    this.#answerable.set(iri, { id, ...tie, depth: (above?.depth ?? 0) + 1 });
  }

  #named(iri: string): NamedThing | null {
    const named = thingNamed(publicUrl(), iri);
    return named && named.type !== 'note' && named.slug !== this.#slug ? null : named;
  }

  #version({ sourceKey, version }: Extract<NamedThing, { type: 'version' }>): Promise<Version | null> {
    const { debateId } = this.#room;
    return this.#tx.sourceVersion.findFirst({
      where: { debateId, number: version, source: { key: sourceKey } },
      select: versionShape,
    });
  }

  async #latest(version: Version): Promise<Version> {
    const latest = await this.#tx.sourceVersion.findFirst({
      where: { sourceId: version.sourceId },
      orderBy: { number: 'desc' },
      select: versionShape,
    });
    return latest ?? version;
  }

  #passage(target: PassageTarget): Standing | LeftReason {
    const { version, place } = this.#found.get(target) ?? {};
    const quote = version && place ? quoteAt(version.text, place.start, place.end) : null;
    if (!version || !place || !quote) return 'orphan';
    const { start, end, how } = place;
    return {
      tie: { sourceVersionId: version.id, start, end, ...quote },
      on: 'passage',
      how,
      exact: quote.exact,
    };
  }

  async #whole({ iri }: Exclude<NoteTarget, PassageTarget>): Promise<Standing | LeftReason> {
    const named = this.#named(iri);
    const { debateId, path } = this.#room;
    switch (named?.type) {
      case 'claim': {
        const where = { debateId, code: named.code, roomId: { in: path } };
        const claim = await this.#tx.claim.findFirst({ where, select: { id: true } });
        const isHere = claim !== null && (await this.#mayBeNotedOn('Claim', claim.id));
        return isHere ? whole({ claimId: claim.id }, 'claim') : 'elsewhere';
      }
      case 'relation': {
        const { relationId } = named;
        return (await this.#mayBeNotedOn('Relation', relationId))
          ? whole({ relationId }, 'relation')
          : 'elsewhere';
      }
      case 'source':
      case 'version': {
        const where = { debateId, key: named.sourceKey };
        const source = await this.#tx.source.findFirst({ where, select: { id: true } });
        return source ? whole({ sourceId: source.id }, 'source') : 'elsewhere';
      }
      case 'note':
        return 'answers-nothing';
      default: {
        const { sourceId, source } = this.#chosen;
        return source.url === iri ? whole({ sourceId }, 'source') : 'elsewhere';
      }
    }
  }

  async #mayBeNotedOn(noun: 'Claim' | 'Relation', id: string): Promise<boolean> {
    const subject = await contributionSubjectIn(this.#tx, this.#room, noun, id);
    return subject !== null && can(this.#actor, 'claim:read', subject) && subject.status !== 'archived';
  }

  /** The place of an answer: under a note of the file, one of an earlier import, or one of this room's. */
  async #answered(iri: string): Promise<Standing | null> {
    if (!this.#answerable.has(iri)) this.#answerable.set(iri, await this.#noteHere(iri));
    const parent = this.#answerable.get(iri);
    if (!parent) return null;
    // As deep as threads go, an answer stands beside what it answers.
    const parentId = (parent.depth >= MOST_REPLY_DEPTH && parent.parentId) || parent.id;
    return { tie: { parentId, rootId: parent.rootId }, on: 'note', how: 'answer', exact: '' };
  }

  async #noteHere(iri: string): Promise<Answerable | null> {
    const named = thingNamed(publicUrl(), iri);
    const ids = [this.#idOf(iri), ...(named?.type === 'note' ? [named.noteId] : [])];
    for (const annotationId of ids) {
      const found = await resolveTie(this.#tx, this.#actor, this.#room, { type: 'annotation', annotationId });
      if (!found.ok || !('parentId' in found.value.tie)) continue;
      const { tie, parent } = found.value;
      if (!audienceIn(this.#room, this.#visibility, parent).ok) continue;
      const note = await noteInSight(this.#tx, this.#actor, this.#room, tie.parentId);
      if (note) return { id: tie.parentId, ...tie, parentId: note.row.parentId, depth: note.depth };
    }
    return null;
  }
}
