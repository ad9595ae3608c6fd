// A person's own requests to the app, without a browser: signs up, keeps the cookie, sends as our pages do.

import { randomUUID } from 'node:crypto';

export interface Answer {
  /** 0 when the connection failed. */
  status: number;
  text: string;
}

const PASSWORD = 'correct horse battery staple';

export class AppClient {
  private cookies = new Map<string, string>();

  constructor(readonly baseUrl: string) {}

  /** Makes an account under a name that nobody has, and signs in. */
  static async signUp(baseUrl: string): Promise<AppClient> {
    const client = new AppClient(baseUrl);
    const name = `Voter ${randomUUID().slice(0, 12)}`;
    const made = await client.send('POST', 'accounts', { name, password: PASSWORD });
    if (made.status !== 201) throw new Error(`No account was made: ${made.status} ${made.text}`);
    await client.signIn(name, PASSWORD);
    return client;
  }

  async signIn(name: string, password: string): Promise<void> {
    const asked = await this.fetch('/api/auth/csrf');
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const form = new URLSearchParams({ name, password, csrfToken, json: 'true' });
    const answer = await this.fetch('/api/auth/callback/password', { method: 'POST', body: form });
    await answer.text();
    if (!answer.ok) throw new Error(`Nobody was signed in: ${answer.status}`);
  }

  /** The session and other cookies, as a request header. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** A read of the API; throws when it fails. */
  async read(path: string): Promise<unknown> {
    const answer = await this.fetch(`/api/v1/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  /** A write of the API. A connection that fails is status 0. */
  async send(method: string, path: string, body: unknown): Promise<Answer> {
    try {
      const answer = await this.fetch(`/api/v1/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return { status: 0, text: '' };
    }
  }

  private async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('origin', this.baseUrl);
    if (this.cookies.size > 0) headers.set('cookie', this.cookieHeader);
    const answer = await fetch(this.baseUrl + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
