import { createServer } from 'node:net';

const tryPort = (port: number, host = '127.0.0.1'): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.unref();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : null;
      probe.close(() => resolve(found));
    });
  });

/**
 * A port of 127.0.0.1 that nobody listens on: the preferred one when it is free, else any. It may be
 * taken again before it is used, so the caller must cope with that.
 */
export const freePort = async (preferred?: number): Promise<number> => {
  const wanted = preferred === undefined ? null : await tryPort(preferred);
  const port = wanted ?? (await tryPort(0));
  if (port === null) throw new Error('No port of 127.0.0.1 is free.');
  return port;
};

/** Whether a server could listen there now. */
export const isPortFree = async (port: number, host: string): Promise<boolean> =>
  (await tryPort(port, host)) !== null;
