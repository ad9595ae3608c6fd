import { type ApiResult, request } from './api';

/** Marks what a person was told as read. Sent even when the page is being left: the line that was followed leads elsewhere. */
export const markNotificationsRead = (ids: readonly string[]): Promise<ApiResult<{ unread: number }>> =>
  request('POST', '/notifications/read', { body: { ids }, keepalive: true });
