import { z } from 'zod';
import { notificationList, readNotificationsInput } from '../notification/view';
import { get, KB, none, write } from './contract-parts';

/** Routes of what a person is told about. */
export const notificationContracts = {
  notifications: get({
    path: 'notifications',
    name: 'readNotifications',
    summary: 'What happened that concerns you, newest first, with how many you have not read',
    group: 'account',
    needsSignIn: true,
    params: none,
    answer: notificationList,
    failures: ['not-signed-in', 'database-busy', 'internal'],
  }),

  readNotifications: write({
    method: 'POST',
    path: 'notifications/read',
    name: 'markNotificationsRead',
    summary: 'Mark some of what you were told as read, or all of it',
    group: 'account',
    params: none,
    body: readNotificationsInput,
    bodyLimit: 8 * KB,
    answer: z.object({ unread: z.int() }),
  }),
} as const;
