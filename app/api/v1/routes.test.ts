import { describe, expect, test } from 'vitest';
import { contractList } from '@/lib/domain/api/contracts';
import { openApiDocument } from '@/lib/domain/api/openapi';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { failureMessage } from '@/lib/i18n/failure-message';
import { LOCALES } from '@/lib/i18n/locales';
import { statuses } from '../kernel/statuses';
import { readHandlers, routeFolders, routePaths } from './testing/route-files';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

describe('routes and contracts', () => {
  test.each(contractList.map((contract) => [`${contract.method} ${contract.path}`, contract] as const))(
    '%s is served by its route file',
    async (_, contract) => {
      const handlers = await readHandlers(contract.path);
      expect(Object.keys(handlers)).toContain(contract.method);
    },
  );

  test.each(routePaths())('%s serves what the contracts say and nothing else', async (path) => {
    const exported = Object.keys(await readHandlers(path)).filter((name) => METHODS.includes(name));
    const agreed = contractList.filter((contract) => contract.path === path).map(({ method }) => method);
    expect(exported.sort()).toEqual(agreed.sort());
  });

  test('no two contracts share a name or a place', () => {
    const places = contractList.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
    const names = contractList.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('only the sign-in library is served outside the contracts', () => {
    expect(routeFolders().filter((folder) => !folder.startsWith('v1/'))).toEqual(['auth/[...nextauth]']);
  });

  test('every write may fail for its origin, its type, its size and its shape, and says so', () => {
    for (const contract of contractList.filter(({ method }) => method !== 'GET')) {
      expect(contract.failures, contract.name).toEqual(
        expect.arrayContaining(['foreign-origin', 'wrong-content-type', 'body-too-large', 'invalid-input']),
      );
    }
  });
});

describe('failures', () => {
  test.each(FAILURE_CODES)('%s has a status and a message in every language', (code) => {
    expect(statuses[code]).toBeGreaterThanOrEqual(400);
    for (const locale of LOCALES) expect(failureMessage(locale, code).length).toBeGreaterThan(10);
  });

  test('each code is promised by a contract', () => {
    const promised = new Set(contractList.flatMap(({ failures }) => failures));
    expect(FAILURE_CODES.filter((code) => !promised.has(code))).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://debates.example.org', '__Host-standpoint-session');

  test('survives being written and read as JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test('has an operation for every contract, under its name', () => {
    const paths = document.paths as Record<string, Record<string, { operationId: string }>>;
    const named = contractList.map(
      ({ path, method }) => paths[`/${path}`]?.[method.toLowerCase()]?.operationId,
    );
    expect(named).toEqual(contractList.map(({ name }) => name));
  });

  test('refers only to what is in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, at]) => at ?? '');
    expect(references.length).toBeGreaterThan(20);
    const dangling = references.filter((reference) => {
      const steps = reference.replace(/^#\//, '').split('/');
      let at: unknown = document;
      for (const step of steps) at = (at as Record<string, unknown> | undefined)?.[step];
      return at === undefined || !reference.startsWith('#/');
    });
    expect(dangling).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  test('names every parameter of every path, once', () => {
    const paths = document.paths as Record<
      string,
      Record<string, { parameters: { name: string; in: string }[] }>
    >;
    for (const [path, operations] of Object.entries(paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(operations)) {
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(wanted);
      }
    }
  });
});
