// The plainest server of events: node:http, everybody connected is told of every post. Prints its port.

import { createServer } from 'node:http';

/** @type {Set<import('node:http').ServerResponse>} */
const readers = new Set();
let ordinal = 0;

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: hello\ndata: {"type":"hello"}\n\n');
    readers.add(response);
    response.on('close', () => readers.delete(response));
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  ordinal += 1;
  const text = `event: event\nid: ${ordinal}\ndata: ${JSON.stringify({ type: 'event', event: 'annotation-added', room: '', ordinal, subject: Buffer.concat(chunks).toString() })}\n\n`;
  for (const reader of readers) reader.write(text);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"ok":true}');
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => process.exit(0));
