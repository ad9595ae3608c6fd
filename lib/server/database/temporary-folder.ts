import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new temporary folder that the database's account can enter when root starts it: otherwise the cluster
 * would go to the shared folder, and stay there when this one is removed.
 */
export const makeTemporaryFolder = (purpose: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `standpoint-${purpose}-`));
  chmodSync(folder, 0o755);
  return folder;
};
