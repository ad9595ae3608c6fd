import { networkInterfaces } from 'node:os';
import type { Environment } from '../environment';

const everywhere = new Set(['0.0.0.0', '::']);

/** Addresses of this machine in its networks, as people in the same room would type them. */
const networkAddresses = (port: number): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => `http://${address.address}:${port}`);

/** Lines that say where the app is, who can reach it, and how to become its administrator. */
export const announcement = (
  environment: Pick<Environment, 'host' | 'port' | 'publicUrl'>,
  setupLink: string | null,
): string[] => {
  const lines = ['', `Standpoint is ready: ${environment.publicUrl}`];
  if (everywhere.has(environment.host)) {
    const addresses = networkAddresses(environment.port);
    lines.push(
      `It listens on every network of this machine${addresses.length > 0 ? `: ${addresses.join(', ')}` : '.'}`,
    );
    if (new URL(environment.publicUrl).hostname === 'localhost' && addresses[0] !== undefined) {
      lines.push(`So that others can sign in, start it with PUBLIC_URL=${addresses[0]}`);
    }
  } else {
    lines.push(
      `It listens on ${environment.host}:${environment.port}` +
        `${environment.host === '127.0.0.1' ? ', so only this machine reaches it; HOST=0.0.0.0 opens it to your network' : ''}.`,
    );
  }
  if (setupLink !== null) {
    lines.push(
      '',
      'Open this once to make the first account the administrator (valid for 24 hours):',
      `  ${setupLink}`,
    );
  }
  lines.push('', 'Stop with Ctrl-C.');
  return lines;
};
