// Rules that neither the linter nor the type checker can say, over every file that git knows. Each has an
// example that it must report, so a rule that stopped working fails too.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const self = 'scripts/house-rules.test.ts';

type Rule = {
  name: string;
  where: RegExp;
  except?: RegExp;
  pattern: RegExp;
  reports: string[];
  allows: string[];
};

const code = /\.(ts|tsx|mjs|cjs|js)$/;
const tests = /\.test\.tsx?$|^e2e\//;

const rules: Rule[] = [
  {
    name: 'the domain asks neither clock nor dice',
    where: /^lib\/(domain|policy)\/.*\.ts$/,
    except: /\.test\.ts$|\/testing\//,
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)\(/,
    reports: ['const at = Date.now();', 'new Date()', 'Math.random()', 'crypto.randomUUID()'],
    allows: ['new Date(given)', 'seededRandom()'],
  },
  {
    name: 'SQL is written as tagged templates',
    where: code,
    except: tests,
    pattern: /\$(queryRaw|executeRaw)Unsafe\b|\bPrisma\.raw\b/,
    reports: ['db.$queryRawUnsafe(sql)', 'tx.$executeRawUnsafe(`x`)', 'Prisma.raw(name)'],
    allows: ['db.$queryRaw`SELECT 1`'],
  },
  {
    name: 'there are no server actions',
    where: /^(app|components|lib)\//,
    pattern: /^\s*['"]use server['"]/m,
    reports: [`'use server';`, `async () => {\n  "use server";`],
    allows: [`'use client';`],
  },
  {
    name: 'HTML is never set as text',
    where: code,
    pattern: /dangerouslySetInnerHTML|\.(innerHTML|outerHTML)\s*=[^=]|\.insertAdjacentHTML\(/,
    reports: ['<p dangerouslySetInnerHTML={x} />', 'node.innerHTML = text'],
    allows: ['node.textContent = text'],
  },
  {
    name: 'no checks are silenced without a reason',
    where: code,
    pattern:
      /@ts-(ignore|nocheck)|@ts-expect-error\s*$|biome-ignore [^:\n]*:\s*(<explanation>)?\s*$|\bas any\b/m,
    reports: [
      '// @ts-ignore',
      '// biome-ignore lint/x: <explanation>',
      'value as any',
      '// @ts-expect-error\n',
    ],
    allows: [
      '// biome-ignore lint/x: the library asks for it',
      '// @ts-expect-error a wrong key must not compile',
    ],
  },
  {
    name: 'no test is left out or runs alone',
    where: tests,
    pattern: /\b(test|it|describe)\.(skip|only|todo|fixme|skipIf|runIf)\b/,
    reports: ['test.skip(', 'describe.only(', 'it.todo(', 'test.runIf(x)'],
    allows: ['test.each(', 'describe('],
  },
  {
    name: 'nothing is left for later',
    where: code,
    pattern: /\b(TODO|FIXME|XXX)\b/,
    reports: ['// TODO: later'],
    allows: ['// A todo list is a list.'],
  },
  {
    name: 'tests wait for facts, not for time',
    where: tests,
    pattern: /waitForTimeout\(|setTimeout\(r(esolve)?,/,
    reports: ['await page.waitForTimeout(500)', 'new Promise((r) => setTimeout(r, 10))'],
    allows: ['await expect(page).toHaveURL(url)'],
  },
  {
    name: 'layout follows the direction of the script',
    where: /^(app|components)\/.*\.(tsx|css)$/,
    pattern: /[\s"'`:]-?(m|p)[lr]-[\d[]|\btext-(left|right)\b|\b(margin|padding)-(left|right)\s*:/,
    reports: ['className="ml-4"', '"text-left"', 'padding-right: 1rem'],
    allows: ['className="ms-4 text-start"', 'padding-inline-end: 1rem'],
  },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && path !== self && existsSync(join(root, path)));

describe.each(rules)('$name', ({ where, except, pattern, reports, allows }) => {
  test('holds in the tree', () => {
    const broken = files
      .filter((path) => where.test(path) && !except?.test(path))
      .filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')));
    expect(broken).toEqual([]);
  });

  test('is reported where it is broken', () => {
    for (const example of reports) expect(example).toMatch(pattern);
    for (const example of allows) expect(example).not.toMatch(pattern);
  });
});
