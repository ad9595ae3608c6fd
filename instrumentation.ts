/** Called by Next when a server starts, before its first request; a build is none. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  // Without a database there is nothing to do, and the pages say so themselves.
  if (!process.env.DATABASE_URL) return;
  const { startJobs } = await import('./lib/server/jobs/start-jobs');
  startJobs();
}
