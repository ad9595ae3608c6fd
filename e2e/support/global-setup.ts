import { AppServer } from './server';

/** Starts the shared app, unless BASE_URL names one that runs already. The app is stopped after the last journey. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.BASE_URL) return () => Promise.resolve();
  const server = await AppServer.start();
  process.env.BASE_URL = server.baseUrl;
  if (server.setupLink !== null) process.env.SETUP_LINK = server.setupLink;
  return () => server.stop();
}
