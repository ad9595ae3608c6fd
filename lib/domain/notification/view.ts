import { z } from 'zod';
import { uuid } from '../text/input';
import { NOTIFICATION_KINDS } from './kinds';

/** How many are listed; what is older is found where it happened. */
export const MOST_NOTIFICATIONS = 100;

export const notification = z.object({
  id: z.uuid(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** How often it happened since it was last read. */
  count: z.int(),
  latestAt: z.iso.datetime(),
  isRead: z.boolean(),
  room: z.object({ slug: z.string(), name: z.string(), debateTitle: z.string(), isCommons: z.boolean() }),
  /** Code of the claim that it is about, when it is about one. */
  code: z.string().nullable(),
  /** Id of the note that it is about, for a link to it, when the place says where it hangs. */
  note: z
    .object({ id: z.uuid(), claimCode: z.string().nullable(), passageKey: z.string().nullable() })
    .nullable(),
});

export type NotificationView = z.infer<typeof notification>;

export const notificationList = z.object({ unread: z.int(), notifications: z.array(notification) });
export type NotificationList = z.infer<typeof notificationList>;

/** Which ones were read; without ids, all of them. */
export const readNotificationsInput = z.strictObject({
  ids: z.array(uuid).max(MOST_NOTIFICATIONS).optional(),
});
export type ReadNotifications = z.infer<typeof readNotificationsInput>;
