/** Quick enough to be done within the seconds in which a service is expected to stop. */
const LOOK_EVERY_MS = 250;

/**
 * `npm start` runs us in a shell. A SIGTERM to npm ends that shell, which hands nothing on: we would serve on with nobody
 * above us, and keep the port and the database. Calls back once when the shell is gone; does nothing outside npm.
 */
export function onShellGone(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    stop();
  }, LOOK_EVERY_MS);
  look.unref();
}
