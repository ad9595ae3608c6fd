import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EnvironmentError } from './environment';
import { readSecrets } from './secrets';

let dataFolder: string;
beforeEach(() => {
  dataFolder = join(mkdtempSync(join(tmpdir(), 'standpoint-secrets-')), 'data');
});
afterEach(() => rmSync(join(dataFolder, '..'), { recursive: true }));

const embedded = () => readSecrets({ authSecret: null, external: null, dataFolder });
const external = { databaseUrl: 'postgresql://db/standpoint', migrationUrl: 'postgresql://db/standpoint' };

test('a secret that is not given is made once, and only its owner may read it', () => {
  const first = embedded();
  expect(Buffer.from(first.authSecret, 'base64url')).toHaveLength(32);
  expect(embedded()).toEqual(first);
  const path = join(dataFolder, 'secrets.json');
  expect(statSync(path).mode & 0o077).toBe(0);
  chmodSync(path, 0o600);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(first);
});

test('two folders have two secrets', () => {
  const one = embedded();
  const other = readSecrets({ authSecret: null, external: null, dataFolder: `${dataFolder}-other` });
  expect(other).not.toEqual(one);
});

test('a given secret is used and nothing is kept', () => {
  const authSecret = 'a'.repeat(40);
  expect(readSecrets({ authSecret, external: null, dataFolder })).toEqual({ authSecret });
  expect(statSync(dataFolder, { throwIfNoEntry: false })).toBeUndefined();
});

test('with an external database a missing secret stops the start, naming it and how to make one', () => {
  const read = (): unknown => readSecrets({ authSecret: null, external, dataFolder });
  expect(read).toThrow(EnvironmentError);
  expect(read).toThrow(/AUTH_SECRET is not set.*openssl rand -base64 32/);
});

test('a damaged file stops the start and is not quoted', () => {
  embedded();
  writeFileSync(join(dataFolder, 'secrets.json'), '{"authSecret": "canary');
  expect(embedded).toThrow(/secrets\.json is damaged/);
  expect(embedded).not.toThrow(/canary/);
});
