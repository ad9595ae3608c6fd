import 'server-only';
import { log } from '../log';
import { sendDigests } from '../mail/digest';
import { mailSettings } from '../mail/send-mail';
import { forgetOldMailLinks } from '../mail/verification';
import { moveDueRooms } from '../room/due-steps';
import { eraseOverdue } from '../room/retention';
import { type Repeated, repeat } from './repeat';

/** What happens by itself while the server runs. Each instance does all of it; the database sees to it that it happens once. */

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

// Kept on globalThis: in development this module may be evaluated again.
const kept = globalThis as typeof globalThis & { standpointJobs?: Repeated[] };

/** Starts the jobs, once in a process; they end with it. */
export function startJobs(): void {
  if (kept.standpointJobs) return;
  kept.standpointJobs = [
    repeat('steps', { firstMs: SECOND_MS, everyMs: SECOND_MS }, () => moveDueRooms()),
    repeat('retention', { firstMs: MINUTE_MS, everyMs: HOUR_MS }, async () => {
      const erased = await eraseOverdue();
      if (erased.rooms + erased.names + erased.guests > 0) log.info({ ...erased }, 'erased what was overdue');
    }),
    ...(mailSettings()
      ? [repeat('mail', { firstMs: MINUTE_MS, everyMs: MINUTE_MS }, () => sendDigests())]
      : []),
    repeat('mail-links', { firstMs: MINUTE_MS, everyMs: HOUR_MS }, () => forgetOldMailLinks()),
  ];
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, stopJobs);
}

/** Begins no further round. */
export function stopJobs(): void {
  for (const job of kept.standpointJobs ?? []) job.stop();
  delete kept.standpointJobs;
}
