// The web server process: Next in our own node:http server, so that timeouts and the end are ours.
// `next start` waits for open connections when it is asked to stop, and an event stream never ends by
// itself; here requests get two seconds and then every connection is closed. Started by lib/server/running/web-process.ts.

import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import next from 'next';

const dev = process.env.NODE_ENV === 'development';
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? '127.0.0.1';

/** How long requests may go on after the stop was asked for. */
const graceMs = 2_000;

/** @param {import('../lib/server/running/web-process').WebMessage} message */
const tellSupervisor = (message) => {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};

/**
 * Whoever sends a request can write X-Forwarded-* headers; only a proxy in front of us is believed. Limits for each
 * address count the socket's otherwise.
 * @param {import('node:http').IncomingMessage} request
 */
const sayWhereFrom = (request) => {
  if (process.env.TRUST_PROXY === 'true') return;
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name];
  }
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
};

/** @type {import('node:http').RequestListener} */
let handle = (_request, response) => {
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
  response.end('Standpoint is starting. Try again in a moment.\n');
};

const server = createServer(
  {
    maxHeaderSize: 16_384,
    // Time to send all headers, and the whole request; slower clients are attacks or broken.
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    // Longer than the 60 s of common proxies, so that they, not we, close an idle connection.
    keepAliveTimeout: 65_000,
  },
  (request, response) => {
    if (request.method === 'TRACE') {
      response.writeHead(405).end();
      return;
    }
    sayWhereFrom(request);
    handle(request, response);
  },
);

const app = next({
  dev,
  dir: process.cwd(),
  hostname,
  port,
  quiet: !dev,
  // Next adds a listener for WebSockets: hot reload needs it; in production nothing answers upgrades.
  httpServer: dev ? server : new EventEmitter(),
});

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  // Streams never end by themselves: each is told when to come back, so that not all do at once (lib/server/live/hub.ts).
  void globalThis.standpointLive?.stop();
  server.closeIdleConnections();
  const grace = setTimeout(() => server.closeAllConnections(), dev ? 0 : graceMs);
  void closed
    .then(() => {
      clearTimeout(grace);
      // What runs after responses may finish too, but not for long.
      return Promise.race([app.close().catch(() => undefined), new Promise((done) => setTimeout(done, 500))]);
    })
    .then(() => process.exit(0));
};

// Ctrl-C reaches the whole process group, so both signals may come, and more than once.
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('message', stop);
// The supervisor is gone, killed perhaps: nobody would stop us later.
process.on('disconnect', stop);

server.on('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  const reason = taken
    ? `Port ${port} of ${hostname} is taken. Stop what uses it, or set PORT to another one.`
    : `The web server cannot listen on ${hostname}:${port}: ${error.message}`;
  tellSupervisor({ type: 'failed', reason });
  if (!process.connected) console.error(reason);
  process.exit(1);
});

await app.prepare();
handle = app.getRequestHandler();
server.listen({ port, host: hostname }, () => tellSupervisor({ type: 'ready', port }));
