import 'server-only';
import { database } from './database/client';

export interface Health {
  status: 'ok' | 'degraded';
  database: 'up' | 'down';
  version: string;
}

/** Whether the database answers, within the pool's own timeouts. */
export async function health(): Promise<Health> {
  const version = process.env.npm_package_version ?? '0.1.0';
  try {
    await database().pool.query('SELECT 1');
    return { status: 'ok', database: 'up', version };
  } catch {
    return { status: 'degraded', database: 'down', version };
  }
}
