// npm run bench: ratios to bare baselines taken in the same run. Absolute figures are this machine's today; ratios travel.

import { cpus } from 'node:os';
import { AppServer } from '../e2e/support/server';
import { benchAnchoring } from './anchoring';
import { benchLargeMap } from './large-map';
import { benchBrowser, benchPages } from './pages';
import { benchReader } from './reader';
import { benchRooms } from './rooms';
import { type Running, startBaselineApp, startPlainServer } from './servers';
import { benchStance } from './stance';
import { benchStrength } from './strength';
import { benchVotes } from './votes';

const running: Running[] = [];
const say = (rows: readonly { holds: string }[]) => {
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} cores. Medians; ratios are ours to the baseline.\n`,
  );
  console.table(rows);
  if (rows.some(({ holds }) => holds === 'no')) process.exitCode = 1;
};

const benchAll = async (app: AppServer): Promise<void> => {
  const web: Running = { url: app.baseUrl, pid: app.webPid, stop: () => Promise.resolve() };
  const empty = await startBaselineApp();
  running.push(empty);
  const plain = await startPlainServer(app.ownerUrl);
  running.push(plain);
  const rows = [
    ...(await benchStrength()),
    ...(await benchAnchoring()),
    ...(await benchVotes(web, plain, empty, app.ownerUrl)),
    ...(await benchPages(web, empty)),
    ...(await benchBrowser(web, empty)),
    ...(await benchLargeMap(web)),
    ...(await benchReader(web)),
  ];
  say(rows);
};

const withApp = async (bench: (app: AppServer) => Promise<void>): Promise<void> => {
  const app = await AppServer.start();
  try {
    await bench(app);
  } finally {
    for (const server of running) await server.stop();
    await app.stop();
  }
};

// `npm run bench -- rooms`: a class of 300, which takes minutes of its own. `-- stance`: the opinion map, which needs no server.
if (process.argv[2] === 'rooms') await withApp(async (app) => say(await benchRooms(app)));
else if (process.argv[2] === 'stance') say(await benchStance());
else await withApp(benchAll);
