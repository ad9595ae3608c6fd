// People of the journeys. Each has an account and a browser of their own.

import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type BrowserContext, expect, type Page } from '@playwright/test';

export interface Person {
  name: string;
  password: string;
}

/** Words that are only in one journey's data, so that journeys can run side by side. */
export const unique = (words: string): string => `${words} ${randomUUID().slice(0, 8)}`;

export const newPerson = (): Person => ({ name: unique('Journey'), password: 'lantern orchard violin tide' });

/** The administrator that the global setup made. */
export function maintainer(): Person {
  const { MAINTAINER_NAME: name, MAINTAINER_PASSWORD: password } = process.env;
  if (!name || !password)
    throw new Error('Name an administrator of BASE_URL in MAINTAINER_NAME and MAINTAINER_PASSWORD');
  return { name, password };
}

/** What a browser would say about where a request comes from. */
const fromOwnPages = (baseUrl: string) => ({ origin: new URL(baseUrl).origin });

/** Makes an account as the sign-up page does. */
export async function makeAccount(
  request: APIRequestContext,
  baseUrl: string,
  person: Person,
): Promise<void> {
  const made = await request.post('/api/v1/accounts', { data: person, headers: fromOwnPages(baseUrl) });
  expect(made.status(), await made.text()).toBe(201);
}

/** Opens a session: its cookie goes to the context that the request belongs to. */
export async function openSession(
  request: APIRequestContext,
  baseUrl: string,
  person: Person,
): Promise<void> {
  const csrf = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/password', {
    form: { ...person, ...csrf, json: 'true' },
    headers: fromOwnPages(baseUrl),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Signs somebody new in, without the pages for it. */
export async function joinAs(
  context: BrowserContext,
  baseUrl: string,
  person: Person = newPerson(),
): Promise<Person> {
  await makeAccount(context.request, baseUrl, person);
  await openSession(context.request, baseUrl, person);
  return person;
}

/** Fills in the sign-in page that is open. */
export async function fillSignIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Name or e-mail').fill(person.name);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
