import { vi } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { readHandlers } from './route-files';

/** The address that the app under test believes it has. */
export const home = 'http://127.0.0.1:3000';

process.env.AUTH_SECRET = 'a secret for tests that is long enough to use';
process.env.PUBLIC_URL = home;

/** Cookies that a handler set while it answered, by name. */
export interface SetCookies {
  [name: string]: { value: string; options: Record<string, unknown> };
}

/** What the framework would take from the request itself: the only thing replaced here. */
const jar = vi.hoisted(() => ({ current: new Map<string, string>(), set: {} as SetCookies }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = jar.current.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string, options: Record<string, unknown>) => {
      jar.set[name] = { value, options };
    },
  }),
}));

export interface Ask {
  cookie?: string | null;
  params?: Record<string, string>;
  query?: string;
  /** Sent as JSON, unless it is a string or a stream, which is sent as it is. */
  body?: unknown;
  headers?: Record<string, string | null>;
}

export interface Answered {
  status: number;
  body: unknown;
  code: string | null;
  headers: Headers;
  cookies: SetCookies;
}

/** Calls the real handler of a contract with a request as our own pages send it. */
export async function call(contract: AnyContract, ask: Ask = {}): Promise<Answered> {
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => ask.params?.[name] ?? name);
  const headers = new Headers();
  const isWrite = contract.method !== 'GET';
  const given = {
    ...(isWrite ? { origin: home } : {}),
    ...(contract.body ? { 'content-type': 'application/json' } : {}),
    ...ask.headers,
  };
  for (const [name, value] of Object.entries(given)) if (value !== null) headers.set(name, value);

  const { body } = ask;
  const isRaw = typeof body === 'string' || body instanceof ReadableStream;
  const init: RequestInit & { duplex?: 'half' } = { method: contract.method, headers };
  if (body !== undefined && isWrite) init.body = isRaw ? body : JSON.stringify(body);
  if (body instanceof ReadableStream) init.duplex = 'half';

  jar.current = new Map(ask.cookie ? [['standpoint-session', ask.cookie]] : []);
  jar.set = {};
  const handler = (await readHandlers(contract.path))[contract.method];
  if (!handler) throw new Error(`${contract.name} is not served`);
  const request = new Request(`${home}/api/v1/${path}${ask.query ?? ''}`, init);
  const response = await handler(request, { params: Promise.resolve(ask.params ?? {}) });
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  // A stream goes on until its reader leaves.
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const answer: unknown = text ? JSON.parse(text) : null;
  const code = (answer as { error?: { code?: string } } | null)?.error?.code ?? null;
  return { status: response.status, body: answer, code, headers: response.headers, cookies: jar.set };
}
