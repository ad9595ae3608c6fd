// npm run docs:layers             redraws the diagram of layers in ARCHITECTURE.md from the imports as they are
// npm run docs:layers -- --check  fails when the diagram and the imports differ

import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';

const FILE = 'ARCHITECTURE.md';
const BEGIN = '<!-- layers: begin (npm run docs:layers) -->';
const END = '<!-- layers: end -->';

/** Folders that the diagram shows, most special first; a file belongs to the first that its path begins with. */
const LAYERS = [
  'app/api',
  'app',
  'components/ui',
  'components',
  'lib/client',
  'lib/i18n',
  'lib/server',
  'lib/policy',
  'lib/domain',
  'prisma',
  'scripts',
];

/** @param {string} path */
const layerOf = (path) => LAYERS.find((layer) => path.startsWith(`${layer}/`));

/** Arrows between layers, in a fixed order, without those within one. */
async function arrows() {
  const { output } = await cruise(['app', 'components', 'lib', 'prisma', 'scripts'], {
    exclude: { path: '([.]test[.]|[.]db[.]test[.]|lib/generated|node_modules|[.]json$|[.]css$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  });
  const found = new Set();
  for (const { source, dependencies } of /** @type {import('dependency-cruiser').ICruiseResult} */ (output)
    .modules) {
    const from = layerOf(source);
    for (const { resolved } of dependencies) {
      const to = layerOf(resolved);
      if (from && to && from !== to) found.add(`${LAYERS.indexOf(from)}:${LAYERS.indexOf(to)}`);
    }
  }
  return [...found].map((pair) => pair.split(':').map(Number)).sort(([a, b], [c, d]) => a - c || b - d);
}

const lines = (await arrows()).map(
  ([from, to]) => `  n${from}["${LAYERS[from]}"] --> n${to}["${LAYERS[to]}"]`,
);
const diagram = [BEGIN, '```mermaid', 'flowchart LR', ...lines, '```', END].join('\n');

const text = readFileSync(FILE, 'utf8');
const begin = text.indexOf(BEGIN);
const end = text.indexOf(END);
if (begin < 0 || end < 0) throw new Error(`${FILE} has no place for the diagram`);
const next = text.slice(0, begin) + diagram + text.slice(end + END.length);
if (process.argv.includes('--check')) {
  if (next !== text) {
    console.error('The diagram in ARCHITECTURE.md is out of date. Run: npm run docs:layers');
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, next);
}
