// npm run crash [-- VOTERS [KILLS]]: people vote without pause while the web process and the database are killed in turn
// with SIGKILL, at last the supervisor too. Then every acknowledged vote is looked for. Prints one table; fails on any loss.

import { setTimeout as delay } from 'node:timers/promises';
import { auditVotes } from '../e2e/support/audit-votes';
import { AppServer } from '../e2e/support/server';
import { startStorm } from '../e2e/support/vote-storm';

const [voters = 50, kills = 6] = process.argv.slice(2).map(Number);

const server = await AppServer.start();
try {
  const storm = await startStorm(server.baseUrl, 'ukraine-mine-ban', voters);
  const outages: { what: string; seconds: string }[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await delay(1_500);
    const what = kill % 2 === 0 ? 'web process' : 'database';
    const from = performance.now();
    if (kill % 2 === 0) server.killWeb();
    else server.killDatabase();
    // A moment passes before the health route can notice; then it is asked until it is well again.
    await delay(200);
    await server.untilHealthy(60_000);
    outages.push({ what, seconds: ((performance.now() - from) / 1000).toFixed(1) });
  }
  await delay(1_000);
  const stopped = storm.stop();
  await server.killSupervisor();
  const from = performance.now();
  await server.startAgain();
  outages.push({ what: 'supervisor', seconds: ((performance.now() - from) / 1000).toFixed(1) });
  const report = await stopped;

  const audit = await auditVotes(server.databaseUrl, report.acknowledged);
  console.table(outages);
  console.table([{ voters, ...audit, retries: report.retries, refused: report.refused.length }]);
  if (report.refused.length > 0) console.error(report.refused.slice(0, 3).join('\n'));
  const failed = audit.lost + audit.doubled + audit.wrong + report.refused.length;
  if (failed > 0 || audit.acknowledged === 0) process.exitCode = 1;
} finally {
  await server.stop();
}
