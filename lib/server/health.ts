import 'server-only';
import { version } from '../../package.json';
import { database } from './database/client';

export interface Health {
  status: 'ok' | 'degraded';
  database: 'up' | 'down';
  version: string;
}

/** Whether the database answers, within the pool's own timeouts. */
export async function health(): Promise<Health> {
  try {
    await database().pool.query('SELECT 1');
    return { status: 'ok', database: 'up', version };
  } catch {
    return { status: 'degraded', database: 'down', version };
  }
}
