// The plainest server that keeps votes: node:http and one statement. Prints its port; DATABASE_URL names the database.

import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { voter, claim, choice } = JSON.parse(Buffer.concat(chunks).toString());
  await pool.query({
    name: 'upsert',
    text: `INSERT INTO bench_vote (voter, claim, choice, seq) VALUES ($1, $2, $3, 1)
           ON CONFLICT (voter, claim) DO UPDATE SET choice = excluded.choice, seq = bench_vote.seq + 1`,
    values: [voter, claim, choice],
  });
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"ok":true}');
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => process.exit(0));
