// Runs the embedded database alone, for development: prints its addresses and waits for Ctrl-C.
// A running `npm start` or `npm run dev` on the same data folder shares the server.

import { startEmbeddedServer } from '@/lib/server/database/embedded-server';
import { dataFolder } from '@/lib/server/environment';

const server = await startEmbeddedServer({ dataFolder: dataFolder(process.env), tell: console.log });
console.log(`DATABASE_URL=${server.url('app')}`);
console.log(`MIGRATION_DATABASE_URL=${server.url('owner')}`);

const stop = async (): Promise<void> => {
  console.log(`Database ${await server.stop()}.`);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
server.onLost(() => {
  console.error('The database is gone. Start this script again.');
  process.exit(1);
});
