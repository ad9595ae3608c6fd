import { withNote } from '@/components/annotation/note-link';
import { viewHref } from '@/components/debate/view-address';
import { moderationHref, roomHref } from '@/components/room/room-address';
import type { NotificationView } from '@/lib/domain/notification/view';

/** Where a notification leads: to the note or claim in its room, else to the room. */
export function notificationHref({ kind, room, code, note }: NotificationView): string {
  if (note) {
    const { id, claimCode, passageKey } = note;
    if (claimCode) return withNote(viewHref(room.slug, 'outline', { claim: claimCode }), id);
    return withNote(viewHref(room.slug, 'text', passageKey ? { passage: passageKey } : {}), id);
  }
  if (code) return viewHref(room.slug, 'outline', { claim: code });
  if (kind === 'waiting') {
    return room.isCommons ? `${viewHref(room.slug, 'outline')}?show=waiting` : moderationHref(room.slug);
  }
  return room.isCommons ? viewHref(room.slug, 'map') : roomHref(room.slug);
}
