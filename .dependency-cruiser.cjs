// The layers of the tree, as rules. Imports point inward only:
// app -> components -> lib/client -> (HTTP) -> app/api -> lib/server -> lib/policy -> lib/domain.
// `scripts/layers.test.ts` plants one violation per rule and sees each reported.

/** Test files may reach further than the code beside them: to fast-check, vitest and fixtures. */
const tests = '[.](test|db[.]test)[.]tsx?$';

/** Small pure libraries that the domain may lean on. */
const domainLibraries = 'node_modules/(zod|approx-string-match|diff|d3-flextree|d3-hierarchy|@argdown)/';

/** @returns {import('dependency-cruiser').IForbiddenRuleType} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two modules that need each other are one idea, or hide a third.',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'An import that resolves to nothing fails at run time.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'domain-is-pure',
      'lib/domain is plain TypeScript: the same rules run in the browser, on the server and in a worker.',
      { path: '^lib/domain/', pathNot: tests },
      { pathNot: `^lib/domain/|${domainLibraries}` },
    ),
    forbid(
      'policy-is-pure',
      'Who may do what is decided from values, so it can be read and tested as a table.',
      { path: '^lib/policy/', pathNot: tests },
      { pathNot: '^lib/(policy|domain)/|node_modules/zod/' },
    ),
    forbid(
      'server-knows-no-screens',
      'Jobs, seeds and scripts call lib/server too.',
      { path: '^lib/server/' },
      { path: '^(app|components|lib/client)/' },
    ),
    forbid(
      'client-speaks-http',
      'The browser reaches data through the HTTP API alone.',
      { path: '^lib/client/', pathNot: tests },
      { path: '^(app|components|prisma|lib/(server|generated|policy))/|node_modules/(@prisma|pg)/' },
    ),
    forbid(
      'i18n-knows-no-data',
      'Words and formats depend on no query and no screen.',
      { path: '^lib/i18n/' },
      { path: '^(app|components|lib/(server|generated|policy|client))/' },
    ),
    forbid(
      'components-stay-in-the-browser',
      'A component gets data and capabilities as props.',
      { path: '^components/' },
      { path: '^(app|prisma|lib/(server|generated|policy))/|node_modules/(@prisma|pg)/' },
    ),
    forbid(
      'ui-knows-no-domain',
      'components/ui could ship in another product.',
      { path: '^components/ui/' },
      { path: '^(lib/(domain|client)|components/(?!ui/))' },
    ),
    forbid(
      'only-lib-server-opens-the-database',
      'Every query names its actor; a second way in would skip that.',
      { pathNot: '^(lib/(server|generated)|prisma|e2e|scripts|bench)/|^prisma[.]config[.]ts$' },
      { path: '^lib/generated/|node_modules/(@prisma|prisma|pg)/' },
    ),
    forbid(
      'pages-only-read',
      'The HTTP API is the only way to write.',
      { path: '^app/', pathNot: '^app/api/' },
      { path: '^lib/server/.*commands' },
    ),
    forbid(
      'sessions-in-one-place',
      'One importer of the sign-in library; the rest asks for the current actor.',
      { pathNot: '^(lib/server/|app/api/auth/)' },
      { path: 'node_modules/next-auth/' },
    ),
    forbid('nothing-imports-routes', 'Screens are leaves.', { pathNot: `^app/|${tests}` }, { path: '^app/' }),
    forbid(
      'runs-without-dev-packages',
      'npm start installs without development packages.',
      { path: '^(app|components|lib|prisma)/', pathNot: `${tests}|^lib/server/database/testing|/testing/` },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|^lib/generated/' },
    exclude: { path: '^([.]next|[.]data|node_modules/[.]cache)/|^next-env[.]d[.]ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
