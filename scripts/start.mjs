// npm start, npm run dev: installs what is missing, then hands over to the supervisor, lib/server/running.
// Plain JavaScript without packages, since nothing may be installed yet.

import { fileURLToPath } from 'node:url';
import { checkNode } from './support/check-node.mjs';
import { installPackages } from './support/install-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNode();
installPackages({ withDevelopment: false });

// tsx makes TypeScript files importable in this process: one process fewer to pass signals to.
await import('tsx');
const { serve } = await import('../lib/server/running/serve.ts');
await serve({ root: process.cwd(), dev: process.argv.includes('--dev') });
