import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Whoever can make an actor can be anyone, so this is said in one place. */
test('only the session makes actors', () => {
  const makers = ['app', 'components', 'lib', 'prisma'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|^lib\/generated\//.test(file))
      .filter((file) => readFileSync(file, 'utf8').includes('makeActor')),
  );
  expect(makers.sort()).toEqual(['lib/policy/actor.ts', 'lib/server/session.ts']);
});
