import 'server-only';
import { containerIri } from '../../domain/annotation/web/addresses';
import type { ExportedNote } from '../../domain/annotation/web/exported-note';
import type { ContainerPreference } from '../../domain/annotation/web/preference';
import type { WebJson } from '../../domain/annotation/web/web-annotation';
import {
  annotationCollection,
  annotationPage,
  type Container,
  lastPage,
  webAnnotation,
} from '../../domain/annotation/web/write-web-annotations';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { publicUrl } from '../site';
import { exportedNotes } from './exported-notes';

/** A room's notes as a container of the W3C Web Annotation Protocol, which other programs read page by page. */

export const PAGE_SIZE = 50;

interface Kept {
  title: string;
  /** Oldest first, so that a page that is full stays as it is. */
  notes: ExportedNote[];
}

async function keptNotes(actor: Actor, roomId: string): Promise<Kept | null> {
  const room = await exportedNotes(actor, roomId, { isMine: false });
  if (!room) return null;
  const moment = ({ note }: ExportedNote): string => note.createdAt ?? '';
  const notes = room.notes
    .filter(({ hasWords }) => hasWords)
    .sort((one, other) =>
      moment(one) < moment(other) || (moment(one) === moment(other) && one.id < other.id) ? -1 : 1,
    );
  return { title: room.title, notes };
}

function containerOf(roomId: string, { title, notes }: Kept, isNames: boolean): Container {
  const iri = containerIri(publicUrl(), roomId);
  const iris = isNames ? 1 : 0;
  const changed = notes.map(({ note }) => note.editedAt ?? note.createdAt ?? '').sort();
  return {
    iri: `${iri}?iris=${iris}`,
    label: title,
    modified: changed.at(-1) || null,
    total: notes.length,
    pageSize: PAGE_SIZE,
    pageIri: (page) => `${iri}?iris=${iris}&page=${page}`,
  };
}

const itemsOf = ({ notes }: Kept, page: number, isNames: boolean): (Record<string, unknown> | string)[] =>
  notes
    .slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
    .map(({ note }) => (isNames ? note.iri : webAnnotation(note, null, false)));

/** The container itself, with its first page inside unless the client wants less. */
export async function webContainer(
  actor: Actor,
  roomId: string,
  preference: ContainerPreference,
): Promise<Result<WebJson, Failure>> {
  const kept = await keptNotes(actor, roomId);
  if (!kept) return err(failure('not-found'));
  const isNames = preference === 'names';
  const container = containerOf(roomId, kept, isNames);
  if (preference === 'minimal') {
    const iri = containerIri(publicUrl(), roomId);
    return ok({ ...annotationCollection({ ...container, iri }, null), id: iri });
  }
  const first = annotationPage(container, 0, itemsOf(kept, 0, isNames), false);
  return ok({ ...annotationCollection(container, first), id: container.iri });
}

/** One page of the container, from 0. */
export async function webContainerPage(
  actor: Actor,
  roomId: string,
  page: number,
  isNames: boolean,
): Promise<Result<WebJson, Failure>> {
  const kept = await keptNotes(actor, roomId);
  if (!kept) return err(failure('not-found'));
  const container = containerOf(roomId, kept, isNames);
  if (kept.notes.length === 0 || page > lastPage(container)) return err(failure('not-found'));
  const json = annotationPage(container, page, itemsOf(kept, page, isNames));
  return ok({ ...json, id: container.pageIri(page) });
}

/** One note, as `keptNotes` would list it. */
export async function webNote(
  actor: Actor,
  roomId: string,
  annotationId: string,
): Promise<Result<WebJson, Failure>> {
  const kept = await keptNotes(actor, roomId);
  const found = kept?.notes.find(({ id }) => id === annotationId);
  if (!found) return err(failure('not-found'));
  return ok({ ...webAnnotation(found.note, { iri: publicUrl(), name: 'Standpoint' }), id: found.note.iri });
}
