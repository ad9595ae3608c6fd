// npm test [-- unit | db | e2e | checks ...]: everything, or the named parts, ending with one line of numbers.
// Plain JavaScript without packages, since nothing may be installed yet.

import { fileURLToPath } from 'node:url';
import { checkNode } from './support/check-node.mjs';
import { installPackages } from './support/install-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNode();
installPackages({ withDevelopment: true });

await import('tsx');
const { runTests } = await import('./test-run/run-tests.ts');
process.exit(await runTests({ root: process.cwd(), parts: process.argv.slice(2) }));
