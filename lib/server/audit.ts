import 'server-only';
import type { Actor } from '../policy/actor';
import type { Transaction } from './database/client';

/** Uses of a right over others' content or accounts, as the audit log names them. */
export type AuditedAction =
  | 'claim-publish'
  | 'claim-decline'
  | 'claim-archive'
  | 'claim-restore'
  | 'claim-edit'
  | 'mark-resolve'
  | 'mark-reopen'
  | 'note-approve'
  | 'note-hide'
  | 'note-restore'
  | 'note-keep'
  | 'room-settings'
  | 'room-open'
  | 'room-plan'
  | 'room-step'
  | 'room-close'
  | 'room-reopen'
  | 'room-archive'
  | 'room-delete'
  | 'join-code'
  | 'roster-add'
  | 'seat-code'
  | 'person-role'
  | 'person-mute'
  | 'person-unmute'
  | 'person-remove'
  | 'person-return'
  | 'person-erase'
  | 'names-reveal'
  | 'names-export'
  | 'thread-lock'
  | 'thread-unlock'
  | 'groups-open'
  | 'groups-by-stance'
  | 'groups-change'
  | 'sides-assign'
  | 'claim-promote'
  | 'note-promote'
  | 'feedback-release'
  | 'edit-undo'
  | 'claim-merge'
  | 'claim-split'
  | 'relation-edit'
  | 'relation-publish'
  | 'relation-decline'
  | 'relation-archive'
  | 'relation-restore'
  | 'premises-link'
  | 'premises-unlink'
  | 'map-import'
  | 'source-add'
  | 'source-version'
  | 'anchor-decide'
  | 'debate-open'
  | 'debate-close'
  | 'administrator-made'
  | 'password-changed';

/** Appends to the audit log, in the transaction of what it records. */
export async function audit(
  tx: Transaction,
  actor: Actor,
  action: AuditedAction,
  about: { roomId?: string; subjectId?: string; reason?: string | null },
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      userId: actor.kind === 'person' ? actor.userId : null,
      action,
      roomId: about.roomId ?? null,
      subjectId: about.subjectId ?? null,
      reason: about.reason ?? null,
    },
  });
}
