import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const rules = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')))
  .forbidden.map((rule) => rule.name);

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** One import that each rule must report, as file -> content. Type imports count too. */
const violations: Record<string, Record<string, string>> = {
  'no-cycles': {
    'lib/domain/a.ts': `import { b } from './b';\nexport const a = (): number => b();`,
    'lib/domain/b.ts': `import { a } from './a';\nexport const b = (): number => a();`,
  },
  resolvable: { 'lib/domain/lost.ts': `import './nowhere';` },
  'domain-is-pure': {
    'lib/domain/impure.ts': `import type { ReactNode } from 'react';\nexport type N = ReactNode;`,
  },
  'policy-is-pure': {
    'lib/policy/impure.ts': `import { headers } from 'next/headers';\nexport const h = headers;`,
  },
  'server-knows-no-screens': { 'lib/server/screen.ts': `export { Card } from '@/components/card';` },
  'client-speaks-http': { 'lib/client/direct.ts': `export { query } from '@/lib/server/query';` },
  'i18n-knows-no-data': { 'lib/i18n/data.ts': `export { query } from '@/lib/server/query';` },
  'components-stay-in-the-browser': {
    'components/direct.ts': `import type { Query } from '@/lib/server/query';\nexport type Q = Query;`,
  },
  'ui-knows-no-domain': { 'components/ui/button.ts': `export { pure } from '@/lib/domain/pure';` },
  'only-lib-server-opens-the-database': { 'app/page.ts': `import pg from 'pg';\nexport const open = pg;` },
  'pages-only-read': { 'app/debates/page.ts': `export { write } from '@/lib/server/claim/commands';` },
  'sessions-in-one-place': { 'components/sign-in.ts': `export { signIn } from 'next-auth/react';` },
  'nothing-imports-routes': { 'components/route.ts': `export { GET } from '@/app/api/route';` },
  'runs-without-dev-packages': { 'lib/domain/dev.ts': `export { fc } from 'fast-check';` },
};

/** What the violations import, in its right place, and with right imports among itself. */
const sound: Record<string, string> = {
  'lib/domain/pure.ts': `import { z } from 'zod';\nexport const pure = z.string();`,
  'lib/policy/can.ts': `export { pure as can } from '../domain/pure';`,
  'lib/server/query.ts': `import pg from 'pg';\nexport { can } from '../policy/can';\nexport type Query = pg.Query;\nexport const query = 1;`,
  'lib/server/claim/commands.ts': `export const write = 1;`,
  'components/card.ts': `export { pure as Card } from '@/lib/domain/pure';`,
  'app/api/route.ts': `export { write as GET } from '@/lib/server/claim/commands';`,
  'app/home.ts': `export { query } from '@/lib/server/query';\nexport { Card } from '@/components/card';`,
};

let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'standpoint-layers-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(root, name), join(tree, name));
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
});
afterEach(() => rmSync(tree, { recursive: true }));

const plant = (files: Record<string, string>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${content}\n`);
  }
};

/** Names of the broken rules, with the files that break them. */
const broken = (): [file: string, rule: string][] => {
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['app', 'components', 'lib', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  return report
    .parse(JSON.parse(result.stdout))
    .summary.violations.map(({ from, rule }) => [from, rule.name]);
};

test('a sound tree breaks no rule', () => {
  plant(sound);
  expect(broken()).toEqual([]);
}, 30_000);

test('every rule reports its violation', () => {
  expect(Object.keys(violations).sort()).toEqual([...rules].sort());
  plant(sound);
  for (const files of Object.values(violations)) plant(files);
  const found = broken();
  for (const [rule, files] of Object.entries(violations)) {
    expect(found, rule).toContainEqual([Object.keys(files)[0], rule]);
  }
}, 30_000);
