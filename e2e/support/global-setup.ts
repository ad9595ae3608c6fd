import { request } from '@playwright/test';
import { newPerson } from './people';
import { AppServer } from './server';

/** Makes the administrator with the link that a first start prints, for the journeys that need a maintainer. */
async function makeMaintainer(setupLink: string): Promise<void> {
  const { origin, searchParams } = new URL(setupLink);
  const person = newPerson();
  const api = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
  const made = await api.post('/api/v1/setup', { data: { ...person, token: searchParams.get('token') } });
  if (!made.ok()) throw new Error(`The set-up link did not work: ${await made.text()}`);
  await api.dispose();
  process.env.MAINTAINER_NAME = person.name;
  process.env.MAINTAINER_PASSWORD = person.password;
}

/**
 * Starts the shared app, unless BASE_URL names one that runs already; its administrator is then named in
 * MAINTAINER_NAME and MAINTAINER_PASSWORD. The app is stopped after the last journey.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.BASE_URL) return () => Promise.resolve();
  const server = await AppServer.start();
  process.env.BASE_URL = server.baseUrl;
  if (server.setupLink !== null) await makeMaintainer(server.setupLink);
  return () => server.stop();
}
