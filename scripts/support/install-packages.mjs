import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stampPath = 'node_modules/.standpoint-installed';

/** Present only when development packages are installed too. */
const developmentMarker = 'node_modules/vitest/package.json';

/** Present whenever anything of use is installed. */
const marker = 'node_modules/next/package.json';

const lockHash = () => createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

const readStamp = () => (existsSync(stampPath) ? readFileSync(stampPath, 'utf8').trim() : '');

/**
 * Whether what is in node_modules is what package-lock.json asks for. npm's own record of the tree is newer
 * than the lock file after `npm install` or `npm ci` by hand; our stamp covers copies that lose times.
 */
const isInstalled = (withDevelopment) => {
  if (!existsSync(marker)) return false;
  if (withDevelopment && !existsSync(developmentMarker)) return false;
  return readStamp() === lockHash();
};

/** Compares two descriptions of a package tree: every package of the lock for this platform is there. */
const matchesLock = (withDevelopment) => {
  if (!existsSync('node_modules/.package-lock.json') || !existsSync(marker)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const found = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || (entry.dev && !withDevelopment) || entry.devOptional) return true;
    return found[path]?.version === entry.version;
  });
};

/**
 * Installs the packages of package-lock.json when they are not there. Ends the process with a sentence
 * when that fails.
 *
 * @param {{ withDevelopment: boolean }} options a tree with development packages also serves without.
 */
export const installPackages = ({ withDevelopment }) => {
  if (isInstalled(withDevelopment)) return;
  if (!matchesLock(withDevelopment)) {
    console.log('Installing packages (about a minute the first time).');
    const npm = process.env.npm_execpath;
    // The versions and checksums of package-lock.json, as with `npm ci`. That command also refuses a lock file
    // made where the registry does not carry the binaries of every platform; this one fetches those of ours.
    const args = [
      ...['install', '--no-save', '--no-audit', '--no-fund'],
      withDevelopment ? '--include=dev' : '--omit=dev',
    ];
    const result =
      npm !== undefined && /\.c?js$/.test(npm)
        ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
        : spawnSync('npm', args, {
            stdio: ['ignore', 'ignore', 'inherit'],
            shell: process.platform === 'win32',
          });
    if (result.status !== 0) {
      console.error(
        'The packages could not be installed. Is the npm registry reachable? Run `npm install` to see all that npm says.',
      );
      process.exit(1);
    }
  }
  writeFileSync(stampPath, `${lockHash()}\n`);
};
