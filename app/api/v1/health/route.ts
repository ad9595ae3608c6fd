import { answerWith } from '@/app/api/kernel/answer';
import { health } from '@/lib/server/health';

/** Asked every few seconds by whoever watches the app: 503 while the database is away. Not logged. */
export async function GET(): Promise<Response> {
  const state = await health();
  return answerWith(state, state.database === 'up' ? 200 : 503, crypto.randomUUID());
}
